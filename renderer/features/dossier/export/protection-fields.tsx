import { useMessages } from '../../../app/i18n.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { TextField } from '../../../components/text-field.tsx';
import styles from './export-form.module.css';
import type { ExportWish } from './plan-export.ts';

/** Whether the PDFs are locked with a password, and what its holder may do. */
export function ProtectionFields({
  wish,
  onChange,
}: {
  wish: ExportWish;
  onChange: (wish: ExportWish) => void;
}) {
  const { t } = useMessages();
  const { preset, password, passwordAgain } = wish;
  const { permissions } = preset;
  const allow = (changes: Partial<{ print: boolean; copy: boolean }>) =>
    onChange({
      ...wish,
      preset: { ...preset, permissions: { print: true, copy: false, ...permissions, ...changes } },
    });
  return (
    <fieldset className={styles.group}>
      <legend>{t('outputs.protection')}</legend>
      <Checkbox
        isSelected={permissions !== null}
        onChange={isOn =>
          isOn
            ? allow({})
            : onChange({ preset: { ...preset, permissions: null }, password: '', passwordAgain: '' })
        }
      >
        {t('outputs.protect')}
      </Checkbox>
      {permissions && (
        <>
          <div className={styles.pair}>
            <TextField
              type="password"
              label={t('outputs.password')}
              autoComplete="new-password"
              maxLength={127}
              value={password}
              onChange={value => onChange({ ...wish, password: value })}
            />
            <TextField
              type="password"
              label={t('outputs.passwordAgain')}
              autoComplete="new-password"
              maxLength={127}
              value={passwordAgain}
              onChange={value => onChange({ ...wish, passwordAgain: value })}
              {...(passwordAgain && passwordAgain !== password
                ? { errorMessage: t('outputs.problem.passwordsDiffer') }
                : {})}
            />
          </div>
          <div className={styles.switches}>
            <Checkbox isSelected={permissions.print} onChange={print => allow({ print })}>
              {t('outputs.mayPrint')}
            </Checkbox>
            <Checkbox isSelected={permissions.copy} onChange={copy => allow({ copy })}>
              {t('outputs.mayCopy')}
            </Checkbox>
          </div>
          <p className={styles.note}>{t('outputs.protectedNote')}</p>
        </>
      )}
      <p className={styles.note}>{t('outputs.markNote')}</p>
    </fieldset>
  );
}
