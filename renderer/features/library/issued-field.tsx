import { useState } from 'react';
import { isEdtf } from '../../../shared/model/edtf.ts';
import { useMessages } from '../../app/i18n.tsx';
import { CommitField } from './commit-field.tsx';

/** See {@link IssuedField}. */
export interface IssuedFieldProps {
  value: string;
  /** The date comes from the file's properties and nobody has confirmed it. */
  isFromFile: boolean;
  onCommit(value: string): void;
}

/** A document's date in EDTF, with help; what is no date is said and not saved. */
export function IssuedField({ value, isFromFile, onCommit }: IssuedFieldProps) {
  const { t } = useMessages();
  const [draft, setDraft] = useState(value);
  const written = draft.trim();
  const wrong = written !== '' && !isEdtf(written);
  return (
    <CommitField
      label={t('library.field.issued')}
      value={value}
      placeholder="2018-09-03"
      description={
        isFromFile ? `${t('library.issuedFromFile')} ${t('library.issuedHelp')}` : t('library.issuedHelp')
      }
      errorMessage={wrong ? t('library.issuedWrong') : ''}
      onDraft={setDraft}
      onCommit={text => {
        if (text.trim() === '' || isEdtf(text.trim())) onCommit(text.trim());
      }}
    />
  );
}
