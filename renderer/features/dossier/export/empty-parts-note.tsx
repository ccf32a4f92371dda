import type { ExportPreset } from '../../../../shared/model/output.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { useToasts } from '../../../app/toasts.tsx';
import { Button } from '../../../components/button.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import styles from './export-form.module.css';
import { findEmptyParts } from './find-empty-parts.ts';

/** Tells of parts that would be printed blank, and leaves them out when asked. */
export function EmptyPartsNote({ preset }: { preset: ExportPreset }) {
  const { t } = useMessages();
  const toasts = useToasts();
  const { dossier, saving, drafts } = useDossierWork();
  const draft = drafts.read();
  const sections = dossier.sections.map(section =>
    section.id === draft?.sectionId ? { ...section, text: draft.text.toJSON() } : section,
  );
  const empty = findEmptyParts(sections, preset);
  const [first] = empty;
  if (!first) return null;
  const count = empty.length;
  const include = (included: boolean) => {
    for (const { id } of empty) void saving.saver.change(id, { included }, 'now');
  };
  const leaveOut = () => {
    include(false);
    const undo = { label: t('dossier.undo'), run: () => include(true), isUndo: true };
    toasts.show({ text: t('outputs.leftOutEmpty', { count }), action: undo });
  };
  return (
    <div className={styles.emptyParts} role="note">
      <p>{t('outputs.emptyParts', { count, first: first.title })}</p>
      <Button onPress={leaveOut}>{t('outputs.leaveOutEmpty', { count })}</Button>
    </div>
  );
}
