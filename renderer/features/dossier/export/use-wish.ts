import { useState } from 'react';
import type { ExportPreset } from '../../../../shared/model/output.ts';
import { useCall } from '../../../api.ts';
import type { ExportWish } from './plan-export.ts';

/** What is wished for an export, beginning with how the dossier was exported last; null until that is known. */
export function useWish(dossierId: string): [ExportWish | null, (wish: ExportWish) => void] {
  const kept = useCall('exports.preset', { id: dossierId });
  const [wish, setWish] = useState<ExportWish | null>(null);
  return [wish ?? (kept.data ? beginWith(kept.data) : null), setWish];
}

/** The password is never kept, so a protection that was chosen last time asks for it anew. */
function beginWith(preset: ExportPreset): ExportWish {
  return { preset, password: '', passwordAgain: '' };
}
