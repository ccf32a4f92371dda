import type { ExportPreset } from '../../../../shared/model/output.ts';
import { useCall } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { Select } from '../../../components/select.tsx';
import styles from './export-form.module.css';

const bindings = ['single', 'duplex', 'booklet'] as const;
const switches = ['rightHandParts', 'dividers', 'lists', 'nameIndex'] as const;

/** How the pages look and are bound. */
export function AppearanceFields({
  preset,
  onChange,
}: {
  preset: ExportPreset;
  onChange: (preset: ExportPreset) => void;
}) {
  const { t, language } = useMessages();
  const themes = useCall('exports.themes', {});
  const options = (themes.data?.items ?? []).map(({ id, name }) => ({ id, label: name[language] }));
  return (
    <fieldset className={styles.group}>
      <legend>{t('outputs.appearance')}</legend>
      <Select
        label={t('outputs.theme')}
        options={options}
        value={preset.theme}
        onChange={theme => onChange({ ...preset, theme })}
      />
      <Select
        label={t('outputs.binding')}
        options={bindings.map(id => ({ id, label: t(`outputs.binding.${id}`) }))}
        value={preset.binding}
        onChange={binding => onChange({ ...preset, binding })}
      />
      <div className={styles.switches}>
        {switches.map(name => (
          <Checkbox
            key={name}
            isSelected={preset[name]}
            onChange={isOn => onChange({ ...preset, [name]: isOn })}
          >
            {t(`outputs.${name}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
