import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import type { ExcerptDetails } from '../../../../shared/model/excerpt.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { MarkingSelect } from '../../../components/marking-select.tsx';
import { Select } from '../../../components/select.tsx';
import { TagInput } from '../../../components/tag-input.tsx';
import { TextArea } from '../../../components/text-area.tsx';
import styles from './panel.module.css';

/** See {@link DetailsForm}. */
export interface DetailsFormProps {
  /** Name of the form for screen readers. */
  label: string;
  details: ExcerptDetails;
  /** The words and pages, above the fields. */
  children?: ReactNode;
  saveLabel: string;
  isSaving: boolean;
  onSave(details: ExcerptDetails): void;
  onCancel(): void;
}

/** What an official says about an excerpt: note, translation, language, tags, marking. Ctrl+Enter saves, Escape leaves. */
export function DetailsForm(props: DetailsFormProps) {
  const { label, details, children, saveLabel, isSaving, onSave, onCancel } = props;
  const { t } = useMessages();
  const [edited, setEdited] = useState(details);
  const change = (changes: Partial<ExcerptDetails>) => setEdited(before => ({ ...before, ...changes }));
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (!isSaving) onSave(edited);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      onCancel();
    }
  };
  return (
    <form className={styles.form} aria-label={label} onSubmit={save} onKeyDown={onKeyDown}>
      {children}
      <TextArea
        label={t('reader.note')}
        rows={3}
        autoFocus
        maxLength={20000}
        value={edited.note}
        placeholder={t('reader.notePlaceholder')}
        onChange={note => change({ note })}
      />
      <TagInput label={t('reader.tags')} value={edited.tags} onChange={tags => change({ tags })} />
      <div className={styles.pair}>
        <LanguageField value={edited.language} onChange={language => change({ language })} />
        <MarkingSelect
          label={t('reader.marking')}
          value={edited.marking}
          onChange={marking => change({ marking })}
        />
      </div>
      <TextArea
        label={t('reader.translation')}
        rows={2}
        maxLength={50000}
        value={edited.translation}
        onChange={translation => change({ translation })}
      />
      <div className={styles.actions}>
        <Button variant="quiet" onPress={onCancel}>
          {t('app.cancel')}
        </Button>
        <Button variant="primary" type="submit" isDisabled={isSaving}>
          {saveLabel}
        </Button>
      </div>
    </form>
  );
}

type Language = ExcerptDetails['language'];

function LanguageField({ value, onChange }: { value: Language; onChange(value: Language): void }) {
  const { t } = useMessages();
  const options = [
    { id: 'none', label: t('reader.languageNone') },
    { id: 'es', label: t('reader.languageEs') },
    { id: 'en', label: t('reader.languageEn') },
  ] as const;
  return (
    <Select
      label={t('reader.language')}
      options={options}
      value={value ?? 'none'}
      onChange={id => onChange(id === 'none' ? null : id)}
    />
  );
}
