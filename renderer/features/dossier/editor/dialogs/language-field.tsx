import { useState } from 'react';
import { useMessages } from '../../../../app/i18n.tsx';
import { Select } from '../../../../components/select.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { nameLanguage } from '../blocks/name-language.ts';
import styles from '../editor-dialogs.module.css';
import { readLanguageTag } from '../passages/passage-commands.ts';

/** The languages that a ministry's texts are most often in. */
const usual: readonly string[] = ['es', 'en', 'pt', 'fr', 'qu', 'ay'];

interface LanguageFieldProps {
  label: string;
  /** A language tag (BCP 47), or what was typed for one. */
  value: string;
  onChange: (tag: string) => void;
}

/** Asks for a language: one of the usual, or any other by its tag. */
export function LanguageField({ label, value, onChange }: LanguageFieldProps) {
  const { t, locale } = useMessages();
  const [isOther, setOther] = useState(!usual.includes(value));
  const tag = readLanguageTag(value);
  const options = [
    ...usual.map(id => ({ id, label: nameLanguage(id, locale) })),
    { id: 'other', label: t('editor.language.other') },
  ];
  const choose = (id: string) => {
    setOther(id === 'other');
    onChange(id === 'other' ? '' : id);
  };
  return (
    <div className={styles.group}>
      <Select label={label} options={options} value={isOther ? 'other' : value} onChange={choose} />
      {isOther && (
        <TextField
          autoFocus
          label={t('editor.language.tag')}
          description={tag ? nameLanguage(tag, locale) : t('editor.language.tagHelp')}
          maxLength={35}
          value={value}
          onChange={onChange}
          {...(value && !tag ? { errorMessage: t('editor.language.wrong') } : {})}
        />
      )}
    </div>
  );
}
