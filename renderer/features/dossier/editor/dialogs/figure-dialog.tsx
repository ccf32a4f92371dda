import { type FormEvent, type ReactNode, useState } from 'react';
import type { Image } from '../../../../../shared/model/image.ts';
import { useMessages } from '../../../../app/i18n.tsx';
import { Dialog } from '../../../../components/dialog.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { useDossierWork } from '../../state/dossier-work.tsx';
import { changeBlockAt, type FigureProperties, insertFigure } from '../blocks/page-block-commands.ts';
import { usePicture } from '../blocks/use-picture.ts';
import styles from '../editor-dialogs.module.css';
import { FigureFields, readFigureProperties } from './figure-fields.tsx';
import { SubmitActions } from './submit-actions.tsx';

/** Asks how a picture just read stands in the text, and puts it there. */
export function NewFigureDialog({ image, onClose }: { image: Image; onClose: () => void }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const [caption, setCaption] = useState('');
  const [value, setValue] = useState<FigureProperties>({ alt: '', width: 100, placement: 'here' });
  return (
    <FigureForm
      title={t('editor.figure.new')}
      submitLabel={t('dossier.toolbar.insert')}
      imageId={image.id}
      value={value}
      onChange={setValue}
      onClose={onClose}
      onSubmit={() => editor.run(insertFigure(image.id, { ...value, caption }), 'part')}
    >
      {image.profileDropped && (
        <p className={styles.warning} role="note">
          {t('editor.figure.profileDropped')}
        </p>
      )}
      <TextField
        autoFocus
        label={t('editor.figure.caption')}
        description={t('editor.figure.captionHelp')}
        maxLength={1000}
        value={caption}
        onChange={setCaption}
      />
    </FigureForm>
  );
}

/** Asks how the figure at a position stands in the text; its caption is written in place. */
export function FigureDialog({ position, onClose }: { position: number; onClose: () => void }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const [node] = useState(() => editor.partView?.state.doc.nodeAt(position));
  const [value, setValue] = useState(() => readFigureProperties(node?.attrs ?? { alt: '', width: 100 }));
  if (!node) return null;
  return (
    <FigureForm
      autoFocus
      title={t('editor.block.properties', { block: t('editor.figure') })}
      submitLabel={t('editor.apply')}
      imageId={String(node.attrs.imageId)}
      value={value}
      onChange={setValue}
      onClose={onClose}
      onSubmit={() => editor.run(changeBlockAt(position, { ...value }), 'part')}
    />
  );
}

interface FigureFormProps {
  title: string;
  submitLabel: string;
  imageId: string;
  value: FigureProperties;
  autoFocus?: boolean;
  children?: ReactNode;
  onChange: (value: FigureProperties) => void;
  onClose: () => void;
  onSubmit: () => void;
}

function FigureForm(props: FigureFormProps) {
  const { title, submitLabel, imageId, value, autoFocus, children, onChange, onClose, onSubmit } = props;
  const { address } = usePicture(imageId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    requestAnimationFrame(onSubmit);
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={<SubmitActions form="dossier-figure" label={submitLabel} onClose={onClose} />}
    >
      <form id="dossier-figure" className={styles.form} onSubmit={submit}>
        {address && <img className={styles.picture} src={address} alt={value.alt} />}
        {children}
        <FigureFields value={value} onChange={onChange} autoFocus={autoFocus ?? false} />
      </form>
    </Dialog>
  );
}
