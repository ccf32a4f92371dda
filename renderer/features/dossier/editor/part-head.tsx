import { useId, useState } from 'react';
import { disclosures, type Section } from '../../../../shared/model/dossier.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Select } from '../../../components/select.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import styles from './part-pane.module.css';

/** The head of a part: its title, to be changed in place, what belongs there, and its marking. */
export function PartHead({ part }: { part: Section }) {
  const { t, language } = useMessages();
  const { saving, template } = useDossierWork();
  const [title, setTitle] = useState({ stored: part.title, typed: part.title });
  const id = useId();
  if (title.stored !== part.title) setTitle({ stored: part.title, typed: part.title });
  const hint = template?.parts.find(candidate => candidate.kind === part.kind)?.hint[language];
  const keep = () => {
    const typed = title.typed.trim();
    if (typed && typed !== part.title) void saving.saver.change(part.id, { title: typed }, 'now');
    else setTitle({ stored: part.title, typed: part.title });
  };
  return (
    <div className={styles.head}>
      <div className={styles.headWords}>
        <input
          id={id}
          className={styles.title}
          aria-label={t('dossier.part.title')}
          value={title.typed}
          maxLength={500}
          onChange={event => setTitle({ ...title, typed: event.target.value })}
          onBlur={keep}
          onKeyDown={event => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
        {hint && <p className={styles.hint}>{hint}</p>}
      </div>
      <div className={styles.headFields}>
        <PartDisclosure part={part} />
        <PartMarking part={part} />
      </div>
    </div>
  );
}

/** How far the part may go: it decides in which outputs it is. */
function PartDisclosure({ part }: { part: Section }) {
  const { t } = useMessages();
  const { saving } = useDossierWork();
  return (
    <Select
      label={t('editor.part.disclosure')}
      className={styles.marking ?? ''}
      options={disclosures.map(id => ({ id, label: t(`editor.part.disclosure.${id}`) }))}
      value={part.disclosure}
      onChange={disclosure => void saving.saver.change(part.id, { disclosure }, 'now')}
    />
  );
}

/** The marking of the whole part, where the dossier has a scheme. */
function PartMarking({ part }: { part: Section }) {
  const { t, language } = useMessages();
  const { dossier, levels, saving } = useDossierWork();
  const scheme = dossier.marking?.scheme;
  if (!scheme || levels.length === 0) return null;
  const options = [
    { id: 'none', label: t('dossier.unmarked') },
    ...levels.map(level => ({ id: level.id, label: level.label[language] })),
  ];
  return (
    <Select
      label={t('dossier.part.marking')}
      className={styles.marking ?? ''}
      options={options}
      value={part.marking?.level ?? 'none'}
      onChange={level => {
        const marking = level === 'none' ? null : { scheme, level };
        void saving.saver.change(part.id, { marking }, 'now');
      }}
    />
  );
}
