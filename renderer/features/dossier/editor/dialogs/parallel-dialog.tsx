import { type FormEvent, useState } from 'react';
import { useMessages } from '../../../../app/i18n.tsx';
import { Dialog } from '../../../../components/dialog.tsx';
import { useDossierWork } from '../../state/dossier-work.tsx';
import { changeBlockAt } from '../blocks/page-block-commands.ts';
import styles from '../editor-dialogs.module.css';
import { readLanguageTag } from '../passages/passage-commands.ts';
import { LanguageField } from './language-field.tsx';
import { SubmitActions } from './submit-actions.tsx';

/** Asks for the languages of two texts side by side. */
export function ParallelDialog({ position, onClose }: { position: number; onClose: () => void }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const [start] = useState(() => editor.partView?.state.doc.nodeAt(position)?.attrs);
  const [left, setLeft] = useState(String(start?.left ?? 'es'));
  const [right, setRight] = useState(String(start?.right ?? 'en'));
  const tags = { left: readLanguageTag(left), right: readLanguageTag(right) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!tags.left || !tags.right) return;
    onClose();
    requestAnimationFrame(() => editor.run(changeBlockAt(position, tags), 'part'));
  };
  return (
    <Dialog
      title={t('editor.block.properties', { block: t('editor.parallel') })}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <SubmitActions
          form="dossier-parallel"
          label={t('editor.apply')}
          isDisabled={!tags.left || !tags.right}
          onClose={onClose}
        />
      }
    >
      <form id="dossier-parallel" className={styles.form} onSubmit={submit} noValidate>
        <LanguageField label={t('editor.parallel.left')} value={left} onChange={setLeft} />
        <LanguageField label={t('editor.parallel.right')} value={right} onChange={setRight} />
      </form>
    </Dialog>
  );
}
