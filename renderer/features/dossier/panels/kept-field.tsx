import { useState } from 'react';
import { TextArea } from '../../../components/text-area.tsx';
import { TextField } from '../../../components/text-field.tsx';

/** See {@link KeptField}. */
export interface KeptFieldProps {
  label: string;
  value: string;
  /** Called when the field is left with other, good words. */
  onKeep: (value: string) => void;
  /** What is wrong with the words, null when nothing is. */
  check?: (value: string) => string | null;
  describe?: (value: string) => string;
}

/** A line of text that is kept when it is left; Escape brings the kept words back. */
export function KeptField({ label, value, onKeep, check, describe }: KeptFieldProps) {
  const [typed, setTyped] = useTyped(value);
  const problem = check?.(typed) ?? null;
  const description = describe?.(typed);
  return (
    <TextField
      label={label}
      value={typed}
      maxLength={500}
      onChange={setTyped}
      {...(problem ? { errorMessage: problem } : {})}
      {...(description ? { description } : {})}
      onBlur={() => {
        const kept = typed.trim();
        if (!problem && kept !== value) onKeep(kept);
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') setTyped(value);
        if (event.key === 'Enter') (event.target as HTMLElement).blur();
      }}
    />
  );
}

/** See {@link KeptLines}. */
export interface KeptLinesProps {
  label: string;
  description: string;
  value: readonly string[];
  onKeep: (lines: string[]) => void;
}

/** A list written one item a line, kept when it is left. */
export function KeptLines({ label, description, value, onKeep }: KeptLinesProps) {
  const [typed, setTyped] = useTyped(value.join('\n'));
  return (
    <TextArea
      label={label}
      description={description}
      rows={Math.max(3, value.length + 1)}
      value={typed}
      onChange={setTyped}
      onBlur={() => {
        const lines = typed.split('\n').map(line => line.trim().slice(0, 300));
        const kept = lines.filter(Boolean).slice(0, 30);
        if (kept.join('\n') !== value.join('\n')) onKeep(kept);
      }}
    />
  );
}

/** What is typed, until the kept value changes under it. */
function useTyped(value: string): [string, (typed: string) => void] {
  const [state, setState] = useState({ value, typed: value });
  if (state.value !== value) setState({ value, typed: value });
  return [state.value === value ? state.typed : value, typed => setState({ value, typed })];
}
