import { useEffect, useState } from 'react';
import { TextField } from '../../components/text-field.tsx';
import styles from './search-filters.module.css';

/** A year of four digits, or none; what is not a whole year yet narrows nothing. */
export function YearField(props: {
  label: string;
  value: number | null;
  onChange(year: number | null): void;
}) {
  const { label, value, onChange } = props;
  const [text, setText] = useState(value === null ? '' : String(value));
  useEffect(() => {
    if (value === null) setText(kept => (/^\d{4}$/.test(kept) ? '' : kept));
  }, [value]);
  return (
    <TextField
      label={label}
      isLabelHidden
      placeholder={label}
      inputMode="numeric"
      maxLength={4}
      className={styles.year}
      value={text}
      onChange={typed => {
        const digits = typed.replace(/\D/g, '');
        setText(digits);
        onChange(/^\d{4}$/.test(digits) ? Number(digits) : null);
      }}
    />
  );
}
