import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/model/common.ts';
import type { Meeting } from '../../../../shared/model/dossier.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { Select } from '../../../components/select.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { isDate, writeDate } from '../state/edtf-date.ts';
import { CitationStyleField } from './citation-style-field.tsx';
import styles from './details-panel.module.css';
import { KeptField, KeptLines } from './kept-field.tsx';
import { MarkingFields } from './marking-fields.tsx';
import { useDetails } from './use-details.ts';

/** What the dossier's cover states: title, ministry, meeting, marking; each field is saved when it is left. */
export function DetailsPanel() {
  const { t } = useMessages();
  return (
    <div className={styles.panel}>
      <Group title={t('dossier.details.document')}>
        <DocumentFields />
      </Group>
      <Group title={t('dossier.details.meeting')}>
        <MeetingFields />
      </Group>
      <Group title={t('dossier.details.marking')}>
        <MarkingFields />
      </Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

function DocumentFields() {
  const { t } = useMessages();
  const { dossier } = useDossierWork();
  const { change } = useDetails();
  return (
    <>
      <KeptField
        label={t('dossier.details.title')}
        value={dossier.title}
        onKeep={title => change({ title })}
        check={title => (title.trim() ? null : t('dossier.new.titleRequired'))}
      />
      <KeptField
        label={t('dossier.details.subtitle')}
        value={dossier.subtitle}
        onKeep={subtitle => change({ subtitle })}
      />
      <KeptField
        label={t('dossier.details.ministry')}
        value={dossier.ministry}
        onKeep={ministry => change({ ministry })}
      />
      <Select<Language>
        label={t('dossier.details.language')}
        options={[
          { id: 'es', label: t('dossier.language.es') },
          { id: 'en', label: t('dossier.language.en') },
        ]}
        value={dossier.language}
        onChange={language => change({ language })}
      />
      <Select
        label={t('dossier.details.paper')}
        options={[
          { id: 'a4', label: t('dossier.details.paper.a4') },
          { id: 'letter', label: t('dossier.details.paper.letter') },
        ]}
        value={dossier.paper}
        onChange={paper => change({ paper })}
      />
      <CitationStyleField />
    </>
  );
}

function MeetingFields() {
  const { t, locale } = useMessages();
  const { dossier } = useDossierWork();
  const { changeMeeting } = useDetails();
  const { meeting } = dossier;
  return (
    <>
      <KeptField
        label={t('dossier.details.mechanism')}
        value={meeting.mechanism}
        onKeep={mechanism => changeMeeting({ mechanism })}
      />
      <KeptField
        label={t('dossier.details.counterpart')}
        value={meeting.counterpart}
        onKeep={counterpart => changeMeeting({ counterpart })}
      />
      <KeptField
        label={t('dossier.details.level')}
        value={meeting.level}
        onKeep={level => changeMeeting({ level })}
      />
      <KeptField
        label={t('dossier.details.place')}
        value={meeting.place}
        onKeep={place => changeMeeting({ place })}
      />
      <KeptField
        label={t('dossier.details.date')}
        value={meeting.date}
        onKeep={date => changeMeeting({ date })}
        check={date => (isDate(date) ? null : t('dossier.details.dateWrong'))}
        describe={date => (isDate(date) && writeDate(date, locale)) || t('dossier.details.dateHelp')}
      />
      <MeetingLanguages meeting={meeting} onChange={languages => changeMeeting({ languages })} />
      <KeptLines
        label={t('dossier.details.axes')}
        description={t('dossier.details.axesHelp')}
        value={meeting.axes}
        onKeep={axes => changeMeeting({ axes })}
      />
    </>
  );
}

interface MeetingLanguagesProps {
  meeting: Meeting;
  onChange: (languages: Language[]) => void;
}

function MeetingLanguages({ meeting, onChange }: MeetingLanguagesProps) {
  const { t } = useMessages();
  const both: readonly Language[] = ['es', 'en'];
  const toggle = (language: Language, isOn: boolean) =>
    onChange(both.filter(other => (other === language ? isOn : meeting.languages.includes(other))));
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t('dossier.details.languages')}</legend>
      {both.map(language => (
        <Checkbox
          key={language}
          isSelected={meeting.languages.includes(language)}
          onChange={isOn => toggle(language, isOn)}
        >
          {t(`dossier.language.${language}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
