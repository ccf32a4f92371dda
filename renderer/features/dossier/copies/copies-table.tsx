import { useState } from 'react';
import type { IssuedCopy } from '../../../../shared/model/output.ts';
import { useAction } from '../../../api.ts';
import { formatDay, formatMoment } from '../../../app/format.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import styles from './issue-log.module.css';

interface CopiesTableProps {
  copies: readonly IssuedCopy[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** The copies, the last number first; each with its recipient, its state and a note. */
export function CopiesTable({ copies, chosen, onChoose }: CopiesTableProps) {
  const { t } = useMessages();
  const isAll = copies.every(copy => chosen.has(copy.id));
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  return (
    <table className={styles.copies} aria-label={t('copies.title')}>
      <thead>
        <tr>
          <td>
            <Checkbox
              aria-label={t('copies.chooseAll')}
              isSelected={isAll}
              isIndeterminate={!isAll && chosen.size > 0}
              onChange={isOn => onChoose(new Set(isOn ? copies.map(copy => copy.id) : []))}
            />
          </td>
          {(['number', 'recipient', 'output', 'issued', 'state', 'note'] as const).map(column => (
            <th key={column} scope="col">
              {t(`copies.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {copies.map(copy => (
          <CopyRow
            key={copy.id}
            copy={copy}
            isChosen={chosen.has(copy.id)}
            onChoose={isOn => toggle(copy.id, isOn)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface CopyRowProps {
  copy: IssuedCopy;
  isChosen: boolean;
  onChoose: (isOn: boolean) => void;
}

function CopyRow({ copy, isChosen, onChoose }: CopyRowProps) {
  const { t, locale } = useMessages();
  const { recipient } = copy;
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={t('copies.choose', { number: copy.number, name: recipient.name })}
          isSelected={isChosen}
          onChange={onChoose}
        />
      </td>
      <th scope="row" className={styles.number}>
        {copy.number}
      </th>
      <td>
        <span className={styles.name}>{recipient.name}</span>
        {recipient.office && <span className={styles.office}>{recipient.office}</span>}
      </td>
      <td title={`${copy.fileName} · SHA-256 ${copy.sha256}`}>
        <span>{t(`export.output.${copy.kind}`)}</span>
        <span className={styles.office}>{t('outputs.pages', { count: copy.pageCount })}</span>
      </td>
      <td className={styles.day} title={formatMoment(copy.issuedAt, locale)}>
        {formatDay(copy.issuedAt, locale)}
      </td>
      <td>
        <span className={styles.state} data-state={copy.state}>
          {t(`export.copyState.${copy.state}`)}
        </span>
        {copy.state !== 'out' && (
          <span className={styles.office} title={formatMoment(copy.stateAt, locale)}>
            {formatDay(copy.stateAt, locale)}
          </span>
        )}
      </td>
      <td>
        <NoteField copy={copy} />
      </td>
    </tr>
  );
}

/** A note on a copy, kept when it is left. */
function NoteField({ copy }: { copy: IssuedCopy }) {
  const { t } = useMessages();
  const update = useAction('copies.update');
  const [state, setState] = useState({ value: copy.note, typed: copy.note });
  if (state.value !== copy.note) setState({ value: copy.note, typed: copy.note });
  const keep = () => {
    const note = state.typed.trim();
    if (note !== copy.note) update.mutate({ ids: [copy.id], changes: { note } });
  };
  return (
    <input
      className={styles.note}
      aria-label={t('copies.noteOf', { number: copy.number })}
      maxLength={1000}
      value={state.typed}
      onChange={event => setState({ value: copy.note, typed: event.target.value })}
      onBlur={keep}
      onKeyDown={event => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
