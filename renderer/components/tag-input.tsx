import { type KeyboardEvent, useId, useState } from 'react';
import { useCall } from '../api.ts';
import { useMessages } from '../app/i18n.tsx';
import fieldStyles from './field.module.css';
import { joinClasses } from './join-classes.ts';
import { Tag } from './tag.tsx';
import styles from './tag-input.module.css';

/** See {@link TagInput}. */
export interface TagInputProps {
  label: string;
  value: readonly string[];
  onChange(tags: string[]): void;
  className?: string;
}

/** Tags typed one after another (Enter or comma ends one), with those of the library offered. */
export function TagInput({ label, value, onChange, className }: TagInputProps) {
  const { t } = useMessages();
  const id = useId();
  const [text, setText] = useState('');
  const known = useCall('tags.list', {});
  const offered = (known.data?.items ?? []).filter(tag => !value.includes(tag.name));

  function add(written: string): void {
    const names = written
      .split(',')
      .map(name => name.trim().replace(/\s+/g, ' '))
      .filter(Boolean);
    const merged = [...new Set([...value, ...names])];
    if (merged.length > value.length) onChange(merged);
    setText('');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && text.trim()) {
      event.preventDefault();
      add(text);
    }
    if (event.key === 'Backspace' && !text && value.length > 0) onChange(value.slice(0, -1));
  }

  return (
    <div className={joinClasses(fieldStyles.field, className)}>
      <label htmlFor={id} className={fieldStyles.label}>
        {label}
      </label>
      <div className={styles.box}>
        {value.map(name => (
          <Tag key={name} name={name} onRemove={() => onChange(value.filter(other => other !== name))} />
        ))}
        <input
          id={id}
          list={`${id}-known`}
          className={styles.input}
          value={text}
          placeholder={t('app.tagPlaceholder')}
          maxLength={100}
          onChange={event => {
            if (event.target.value.includes(',')) add(event.target.value);
            else setText(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => add(text)}
        />
        <datalist id={`${id}-known`}>
          {offered.map(tag => (
            <option key={tag.name} value={tag.name} />
          ))}
        </datalist>
      </div>
    </div>
  );
}
