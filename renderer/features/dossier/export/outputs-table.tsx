import {
  disclosedOutputs,
  type ExportPreset,
  outputFormats,
  outputKinds,
} from '../../../../shared/model/output.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import styles from './export-form.module.css';
import { hasOutput, toggleOutput } from './plan-export.ts';

interface OutputsTableProps {
  preset: ExportPreset;
  onChange: (preset: ExportPreset) => void;
}

/** What is exported, and as what: each output with a line on what it is for. */
export function OutputsTable({ preset, onChange }: OutputsTableProps) {
  const { t } = useMessages();
  return (
    <table className={styles.outputs}>
      <thead>
        <tr>
          <th scope="col">{t('outputs.output')}</th>
          {outputFormats.map(format => (
            <th key={format} scope="col">
              {t(`export.format.${format}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {outputKinds.map(kind => (
          <tr key={kind}>
            <th scope="row">
              <span className={styles.outputName}>{t(`export.output.${kind}`)}</span>
              <span className={styles.outputUse}>{t(`outputs.use.${kind}`)}</span>
              {disclosedOutputs.includes(kind) && (
                <span className={styles.outputUse}>{t('outputs.heldBack')}</span>
              )}
            </th>
            {outputFormats.map(format => (
              <td key={format}>
                <Checkbox
                  aria-label={t('outputs.outputAs', {
                    output: t(`export.output.${kind}`),
                    format: t(`export.format.${format}`),
                  })}
                  isSelected={hasOutput(preset, kind, format)}
                  onChange={() => onChange(toggleOutput(preset, kind, format))}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
