import { useState } from 'react';
import type { ExportPreset } from '../../../../shared/model/output.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { TextArea } from '../../../components/text-area.tsx';
import styles from './export-form.module.css';
import { mostRecipients, parseRecipients, writeRecipients } from './parse-recipients.ts';

/** Who gets a numbered copy, typed or pasted one a line. */
export function CopiesFields({
  preset,
  onChange,
}: {
  preset: ExportPreset;
  onChange: (preset: ExportPreset) => void;
}) {
  const { t } = useMessages();
  const [typed, setTyped] = useState(() => writeRecipients(preset.recipients));
  const count = preset.recipients.length;
  return (
    <fieldset className={styles.group}>
      <legend>{t('outputs.copies')}</legend>
      <TextArea
        label={t('outputs.recipients')}
        description={t('outputs.recipientsHelp')}
        placeholder={t('outputs.recipientsExample')}
        rows={4}
        value={typed}
        onChange={text => {
          setTyped(text);
          onChange({ ...preset, recipients: parseRecipients(text) });
        }}
        {...(count > mostRecipients
          ? { errorMessage: t('outputs.problem.tooManyRecipients', { most: mostRecipients }) }
          : {})}
      />
      <p className={styles.note} aria-live="polite">
        {t('outputs.copyCount', { count })}
      </p>
    </fieldset>
  );
}
