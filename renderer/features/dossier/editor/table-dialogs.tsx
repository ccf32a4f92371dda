import { type FormEvent, useState } from 'react';
import { tableOrientations } from '../../../../shared/document/schema.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Select } from '../../../components/select.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { NumberField } from './dialogs/number-field.tsx';
import { SubmitActions } from './dialogs/submit-actions.tsx';
import styles from './editor-dialogs.module.css';
import { insertTable, setTableProperties, type TableProperties, tableAt } from './table-commands.ts';

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
          <NumberField autoFocus label={t('dossier.table.rows')} value={rows} most={200} onChange={setRows} />
          <NumberField label={t('dossier.table.columns')} value={columns} most={12} onChange={setColumns} />
        </div>
        <Checkbox isSelected={header} onChange={setHeader}>
          {t('dossier.table.header')}
        </Checkbox>
      </form>
    </Dialog>
  );
}

/** Asks for what is said of the table around the cursor as a whole. */
export function TablePropertiesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const [properties, setProperties] = useState<TableProperties>(() => {
    const state = editor.read();
    return (state && tableAt(state)) ?? { caption: '', orientation: 'auto' };
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    requestAnimationFrame(() => editor.run(setTableProperties(properties), 'part'));
  };
  return (
    <Dialog
      title={t('editor.table.properties')}
      isOpen
      onClose={onClose}
      size="small"
      actions={<SubmitActions form="dossier-caption" label={t('editor.apply')} onClose={onClose} />}
    >
      <form id="dossier-caption" className={styles.form} onSubmit={submit}>
        <TextField
          autoFocus
          label={t('dossier.table.captionTitle')}
          description={t('dossier.table.captionHelp')}
          maxLength={500}
          value={properties.caption}
          onChange={caption => setProperties({ ...properties, caption })}
        />
        <Select
          label={t('editor.table.orientation')}
          options={tableOrientations.map(id => ({ id, label: t(`editor.table.orientation.${id}`) }))}
          value={properties.orientation}
          onChange={orientation => setProperties({ ...properties, orientation })}
        />
      </form>
    </Dialog>
  );
}
