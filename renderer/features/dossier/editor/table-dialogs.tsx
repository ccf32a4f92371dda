import { type FormEvent, useState } from 'react';
import { Input, Label, NumberField } from 'react-aria-components';
import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import styles from './editor-dialogs.module.css';
import { insertTable, setTableCaption, tableAt } from './table-commands.ts';

/** Asks how large a new table is. */
export function InsertTableDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const [rows, setRows] = useState(4);
  const [columns, setColumns] = useState(3);
  const [header, setHeader] = useState(true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    requestAnimationFrame(() => editor.run(insertTable(rows, columns, header), 'part'));
  };
  return (
    <Dialog
      title={t('dossier.table.insertTitle')}
      isOpen
      onClose={onClose}
      size="small"
      actions={<SubmitActions form="dossier-table" label={t('dossier.toolbar.insert')} onClose={onClose} />}
    >
      <form id="dossier-table" className={styles.form} onSubmit={submit}>
        <div className={styles.pair}>
          <CountField label={t('dossier.table.rows')} value={rows} most={200} onChange={setRows} />
          <CountField label={t('dossier.table.columns')} value={columns} most={12} onChange={setColumns} />
        </div>
        <Checkbox isSelected={header} onChange={setHeader}>
          {t('dossier.table.header')}
        </Checkbox>
      </form>
    </Dialog>
  );
}

/** Asks for the caption of the table around the cursor. */
export function CaptionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const [caption, setCaption] = useState(() => {
    const state = editor.read();
    return state ? (tableAt(state)?.caption ?? '') : '';
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    requestAnimationFrame(() => editor.run(setTableCaption(caption), 'part'));
  };
  return (
    <Dialog
      title={t('dossier.table.captionTitle')}
      isOpen
      onClose={onClose}
      size="small"
      actions={<SubmitActions form="dossier-caption" label={t('app.files.save')} onClose={onClose} />}
    >
      <form id="dossier-caption" className={styles.form} onSubmit={submit}>
        <TextField
          autoFocus
          label={t('dossier.table.captionTitle')}
          isLabelHidden
          description={t('dossier.table.captionHelp')}
          maxLength={500}
          value={caption}
          onChange={setCaption}
        />
      </form>
    </Dialog>
  );
}

function SubmitActions({ form, label, onClose }: { form: string; label: string; onClose: () => void }) {
  const { t } = useMessages();
  return (
    <>
      <Button onPress={onClose}>{t('app.cancel')}</Button>
      <Button variant="primary" type="submit" form={form}>
        {label}
      </Button>
    </>
  );
}

interface CountFieldProps {
  label: string;
  value: number;
  most: number;
  onChange: (value: number) => void;
}

function CountField({ label, value, most, onChange }: CountFieldProps) {
  return (
    <NumberField
      className={styles.count ?? ''}
      minValue={1}
      maxValue={most}
      value={value}
      onChange={next => onChange(Number.isFinite(next) ? next : 1)}
    >
      <Label className={styles.countLabel}>{label}</Label>
      <Input className={styles.countInput ?? ''} />
    </NumberField>
  );
}
