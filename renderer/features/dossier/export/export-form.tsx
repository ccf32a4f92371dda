import { useMessages } from '../../../app/i18n.tsx';
import { AnnexFields } from './annex-fields.tsx';
import { AppearanceFields } from './appearance-fields.tsx';
import { CopiesFields } from './copies-fields.tsx';
import { EmptyPartsNote } from './empty-parts-note.tsx';
import styles from './export-form.module.css';
import { OutputsTable } from './outputs-table.tsx';
import type { ExportWish } from './plan-export.ts';
import { ProtectionFields } from './protection-fields.tsx';

interface ExportFormProps {
  wish: ExportWish;
  onChange: (wish: ExportWish) => void;
}

/** Everything that an export asks: what, as what, how it looks, with which originals, for whom, and how it is locked. */
export function ExportForm({ wish, onChange }: ExportFormProps) {
  const { t } = useMessages();
  const { preset } = wish;
  const change = (next: ExportWish['preset']) => onChange({ ...wish, preset: next });
  return (
    <div className={styles.form}>
      <section aria-label={t('outputs.what')}>
        <OutputsTable preset={preset} onChange={change} />
        <EmptyPartsNote preset={preset} />
      </section>
      <div className={styles.columns}>
        <AppearanceFields preset={preset} onChange={change} />
        <AnnexFields preset={preset} onChange={change} />
        <CopiesFields preset={preset} onChange={change} />
        <ProtectionFields wish={wish} onChange={onChange} />
      </div>
    </div>
  );
}
