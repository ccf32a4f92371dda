import { MessageSquareQuote, Ungroup } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../../app/i18n.tsx';
import { IconButton } from '../../../../components/icon-button.tsx';
import { useDossierWork } from '../../state/dossier-work.tsx';
import type { DrawnNode } from '../node-view-store.ts';
import styles from './blocks.module.css';
import { changeBlockAt, dissolveBlockAt } from './page-block-commands.ts';

/** The head of a point to make: to whom it is made, and in how many minutes. */
export function TalkingPointHead({ drawn }: { drawn: DrawnNode }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const { addressee, minutes } = drawn.node.attrs as { addressee: string; minutes: number };
  const at = (act: (position: number) => void) => {
    const position = drawn.getPosition();
    if (position !== undefined) act(position);
  };
  const change = (changes: Record<string, unknown>) =>
    at(position => {
      const { state } = drawn.view;
      changeBlockAt(position, changes)(state, drawn.view.dispatch.bind(drawn.view));
    });
  return (
    <div className={styles.pointHead}>
      <span className={styles.pointName}>
        <MessageSquareQuote aria-hidden />
        {t('editor.point')}
      </span>
      <HeadField
        label={t('editor.point.addressee')}
        placeholder={t('editor.point.addresseeExample')}
        value={addressee}
        onKeep={value => change({ addressee: value.slice(0, 200) })}
        onLeave={() => editor.focus()}
      />
      <HeadField
        isShort
        label={t('editor.point.minutes')}
        placeholder="–"
        value={minutes ? String(minutes) : ''}
        onKeep={value => change({ minutes: readMinutes(value) })}
        onLeave={() => editor.focus()}
      />
      <span className={styles.unit} aria-hidden>
        {t('editor.point.min')}
      </span>
      <IconButton
        label={t('editor.point.dissolve')}
        icon={Ungroup}
        onPress={() => at(position => editor.run(dissolveBlockAt(position), 'part'))}
      />
    </div>
  );
}

/** Whole minutes, 0 (not said) to 999. */
function readMinutes(typed: string): number {
  const minutes = Number.parseInt(typed, 10);
  return Number.isFinite(minutes) ? Math.min(999, Math.max(0, minutes)) : 0;
}

interface HeadFieldProps {
  label: string;
  placeholder: string;
  value: string;
  isShort?: boolean;
  onKeep: (value: string) => void;
  /** Enter and Escape go back to the text. */
  onLeave: () => void;
}

function HeadField({ label, placeholder, value, isShort = false, onKeep, onLeave }: HeadFieldProps) {
  const [state, setState] = useState({ value, typed: value });
  if (state.value !== value) setState({ value, typed: value });
  const keep = () => {
    const typed = state.typed.trim();
    if (typed !== value) onKeep(typed);
    setState({ value, typed: value });
  };
  return (
    <input
      className={styles.headField}
      data-short={isShort || undefined}
      aria-label={label}
      title={label}
      placeholder={placeholder}
      inputMode={isShort ? 'numeric' : 'text'}
      maxLength={isShort ? 3 : 200}
      value={state.typed}
      onChange={event => setState({ value, typed: event.target.value })}
      onBlur={keep}
      onKeyDown={event => {
        if (event.key === 'Escape') setState({ value, typed: value });
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          onLeave();
        }
      }}
    />
  );
}
