import { Building2, Plus, User, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Name } from '../../../shared/model/common.ts';
import { useMessages } from '../../app/i18n.tsx';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type AuthorDraft, draftOf, namesOf, turnAuthor } from './author-drafts.ts';
import styles from './authors-field.module.css';

/** The authors of a source: people by family and given name, or institutions; saved when a name is left. */
export function AuthorsField({ value, onCommit }: { value: readonly Name[]; onCommit(names: Name[]): void }) {
  const { t } = useMessages();
  const stored = JSON.stringify(value);
  const [drafts, setDrafts] = useState<readonly AuthorDraft[]>(() => value.map(draftOf));
  useEffect(() => setDrafts((JSON.parse(stored) as Name[]).map(draftOf)), [stored]);

  function commit(next: readonly AuthorDraft[]): void {
    const names = namesOf(next);
    if (JSON.stringify(names) !== stored) onCommit(names);
  }
  const commitLatest = useRef(() => {});
  commitLatest.current = () => commit(drafts);
  // A screen left by keyboard takes the fields away without leaving them.
  useEffect(() => () => commitLatest.current(), []);

  function change(index: number, draft: AuthorDraft): void {
    setDrafts(drafts.map((other, at) => (at === index ? draft : other)));
  }
  function remove(index: number): void {
    const next = drafts.filter((_, at) => at !== index);
    setDrafts(next);
    commit(next);
  }

  return (
    <fieldset className={styles.authors}>
      <legend className={styles.legend}>{t('library.field.authors')}</legend>
      {drafts.map((draft, index) => (
        <AuthorLine
          key={`author-${drafts.length}-${index}`}
          draft={draft}
          number={index + 1}
          onChange={next => change(index, next)}
          onLeave={() => commit(drafts)}
          onRemove={() => remove(index)}
        />
      ))}
      <div className={styles.add}>
        <Button
          variant="quiet"
          icon={Plus}
          onPress={() => setDrafts([...drafts, { kind: 'person', family: '', given: '', literal: '' }])}
        >
          {t('library.addAuthor')}
        </Button>
      </div>
    </fieldset>
  );
}

interface LineProps {
  draft: AuthorDraft;
  number: number;
  onChange(draft: AuthorDraft): void;
  onLeave(): void;
  onRemove(): void;
}

function AuthorLine({ draft, number, onChange, onLeave, onRemove }: LineProps) {
  const { t } = useMessages();
  const isPerson = draft.kind === 'person';
  return (
    <div className={styles.line}>
      <IconButton
        label={t(isPerson ? 'library.makeInstitution' : 'library.makePerson')}
        icon={isPerson ? User : Building2}
        onPress={() => onChange(turnAuthor(draft))}
      />
      {isPerson ? (
        <>
          <TextField
            label={t('library.family', { number })}
            isLabelHidden
            placeholder={t('library.familyShort')}
            value={draft.family}
            onChange={family => onChange({ ...draft, family })}
            onBlur={onLeave}
            className={styles.name}
          />
          <TextField
            label={t('library.given', { number })}
            isLabelHidden
            placeholder={t('library.givenShort')}
            value={draft.given}
            onChange={given => onChange({ ...draft, given })}
            onBlur={onLeave}
            className={styles.name}
          />
        </>
      ) : (
        <TextField
          label={t('library.institution', { number })}
          isLabelHidden
          placeholder={t('library.institutionShort')}
          value={draft.literal}
          onChange={literal => onChange({ ...draft, literal })}
          onBlur={onLeave}
          className={styles.name}
        />
      )}
      <IconButton label={t('library.removeAuthor', { number })} icon={X} onPress={onRemove} />
    </div>
  );
}
