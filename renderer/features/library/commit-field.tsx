import { type ReactNode, useEffect, useRef, useState } from 'react';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';

/** See {@link CommitField}. */
export interface CommitFieldProps {
  label: string;
  value: string;
  description?: ReactNode;
  errorMessage?: string;
  placeholder?: string;
  /** Called when the field is left (or Enter is pressed) with other words than it had. */
  onCommit(value: string): void;
  /** Called on every keystroke, for live checks. */
  onDraft?(value: string): void;
}

/** A line of text that is saved when it is left; Escape takes back what was typed. */
export function CommitField({ value, onCommit, onDraft, ...props }: CommitFieldProps) {
  const draft = useDraft(value, onCommit, onDraft);
  return (
    <TextField
      {...props}
      value={draft.text}
      onChange={draft.change}
      onBlur={draft.commit}
      onKeyDown={event => {
        if (event.key === 'Enter') draft.commit();
        if (event.key === 'Escape') draft.reset();
      }}
    />
  );
}

/** Several lines of text that are saved when they are left; Escape takes back what was typed. */
export function CommitArea({
  value,
  onCommit,
  onDraft,
  rows,
  ...props
}: CommitFieldProps & { rows: number }) {
  const draft = useDraft(value, onCommit, onDraft);
  return (
    <TextArea
      {...props}
      rows={rows}
      value={draft.text}
      onChange={draft.change}
      onBlur={draft.commit}
      onKeyDown={event => {
        if (event.key === 'Escape') draft.reset();
      }}
    />
  );
}

function useDraft(value: string, onCommit: (value: string) => void, onDraft?: (value: string) => void) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const latest = useRef({ text, value, onCommit });
  latest.current = { text, value, onCommit };
  // A screen left by keyboard takes the field away without leaving it.
  useEffect(
    () => () => {
      const last = latest.current;
      if (last.text !== last.value) last.onCommit(last.text);
    },
    [],
  );
  const change = (next: string) => {
    setText(next);
    onDraft?.(next);
  };
  return {
    text,
    change,
    commit: () => {
      if (text !== value) onCommit(text);
    },
    reset: () => change(value),
  };
}
