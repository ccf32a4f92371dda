import { useState } from 'react';
import type { ExportPreset } from '../../../../shared/model/output.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import styles from './export-form.module.css';
import { findEmptyParts } from './find-empty-parts.ts';

/** Tells of parts that would be printed blank, and leaves them out when asked; the same place takes it back. */
export function EmptyPartsNote({ preset }: { preset: ExportPreset }) {
  const { t } = useMessages();
  const { dossier, saving, drafts } = useDossierWork();
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const draft = drafts.read();
  const sections = dossier.sections.map(section =>
    section.id === draft?.sectionId ? { ...section, text: draft.text.toJSON() } : section,
  );
  const empty = findEmptyParts(sections, preset);
  const [first] = empty;
  const include = (ids: readonly string[], included: boolean) => {
    for (const id of ids) void saving.saver.change(id, { included }, 'now');
    setLeftOut(included ? [] : ids);
  };
  if (leftOut.length === 0 && !first) return null;
  const isDone = leftOut.length > 0;
  const ids = isDone ? leftOut : empty.map(part => part.id);
  const count = ids.length;
  const told = isDone
    ? t('outputs.leftOutEmpty', { count })
    : t('outputs.emptyParts', { count, first: first?.title ?? '' });
  return (
    <div className={styles.emptyParts} data-done={isDone || undefined}>
      <p aria-live="polite">{told}</p>
      <Button onPress={() => include(ids, isDone)}>
        {isDone ? t('dossier.undo') : t('outputs.leaveOutEmpty', { count })}
      </Button>
    </div>
  );
}
