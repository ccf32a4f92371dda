import { type FormEvent, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Language } from '../../../../shared/model/common.ts';
import type { Template } from '../../../../shared/model/dossier.ts';
import { useAction, useCall } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { useNavigation } from '../../../app/navigation.tsx';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Select } from '../../../components/select.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { isDate, writeDate } from '../state/edtf-date.ts';
import styles from './list.module.css';

interface Facts {
  title: string;
  mechanism: string;
  counterpart: string;
  level: string;
  place: string;
  date: string;
}

const noFacts: Facts = { title: '', mechanism: '', counterpart: '', level: '', place: '', date: '' };

/** Makes a dossier from a template, with what is known of the meeting. */
export function NewDossierDialog({ onClose }: { onClose: () => void }) {
  const { t, language: windowLanguage } = useMessages();
  const { navigate } = useNavigation();
  const templates = useCall('dossiers.templates', {});
  const [templateId, setTemplateId] = useState<string | null>(null);
  const [language, setLanguage] = useState<Language>(windowLanguage);
  const [facts, setFacts] = useState<Facts>(noFacts);
  const [isTold, setTold] = useState(false);
  const create = useAction('dossiers.create', {
    onSuccess: dossier => {
      onClose();
      navigate({ screen: 'dossier', dossierId: dossier.id });
    },
  });
  const items = templates.data?.items ?? [];
  const chosen = templateId ?? items[0]?.id ?? null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTold(true);
    const { title, ...meeting } = facts;
    if (!chosen || !title.trim() || !isDate(meeting.date)) return;
    const details = { title: title.trim(), meeting: { ...meeting, languages: [], axes: [] } };
    create.mutate({ templateId: chosen, language, details });
  };
  return (
    <Dialog
      title={t('dossier.new.title')}
      isOpen
      onClose={onClose}
      size="large"
      isStrict
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" type="submit" form="dossier-new" isDisabled={create.isPending}>
            {t('dossier.new.create')}
          </Button>
        </>
      }
    >
      <form id="dossier-new" className={styles.newForm} onSubmit={submit} noValidate>
        <TemplateList templates={items} chosen={chosen} onChoose={setTemplateId} />
        <div className={styles.facts}>
          <FactFields facts={facts} isTold={isTold} onChange={setFacts} />
          <Select<Language>
            label={t('dossier.new.language')}
            options={[
              { id: 'es', label: t('dossier.language.es') },
              { id: 'en', label: t('dossier.language.en') },
            ]}
            value={language}
            onChange={setLanguage}
          />
          <p className={styles.note}>{t('dossier.new.factsHint')}</p>
        </div>
      </form>
    </Dialog>
  );
}

interface FactFieldsProps {
  facts: Facts;
  /** True once the user has tried: only then is a missing title called an error. */
  isTold: boolean;
  onChange: (facts: Facts) => void;
}

function FactFields({ facts, isTold, onChange }: FactFieldsProps) {
  const { t, locale } = useMessages();
  const set = (name: keyof Facts) => (value: string) => onChange({ ...facts, [name]: value });
  const needsTitle = isTold && !facts.title.trim();
  const isWrongDate = !isDate(facts.date);
  return (
    <>
      <TextField
        autoFocus
        label={t('dossier.details.title')}
        placeholder={t('dossier.new.titleExample')}
        maxLength={500}
        value={facts.title}
        onChange={set('title')}
        {...(needsTitle ? { errorMessage: t('dossier.new.titleRequired') } : {})}
      />
      <TextField
        label={t('dossier.details.counterpart')}
        value={facts.counterpart}
        onChange={set('counterpart')}
      />
      <TextField label={t('dossier.details.mechanism')} value={facts.mechanism} onChange={set('mechanism')} />
      <div className={styles.pair}>
        <TextField label={t('dossier.details.level')} value={facts.level} onChange={set('level')} />
        <TextField label={t('dossier.details.place')} value={facts.place} onChange={set('place')} />
      </div>
      <TextField
        label={t('dossier.details.date')}
        value={facts.date}
        onChange={set('date')}
        description={(!isWrongDate && writeDate(facts.date, locale)) || t('dossier.details.dateHelp')}
        {...(isWrongDate ? { errorMessage: t('dossier.details.dateWrong') } : {})}
      />
    </>
  );
}

interface TemplateListProps {
  templates: readonly Template[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

function TemplateList({ templates, chosen, onChoose }: TemplateListProps) {
  const { t, language } = useMessages();
  return (
    <div className={styles.templates}>
      <h3 className={styles.legend}>{t('dossier.new.template')}</h3>
      <ListBox
        aria-label={t('dossier.new.template')}
        className={styles.templateList ?? ''}
        items={templates}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={keys => {
          const [id] = [...keys];
          if (typeof id === 'string') onChoose(id);
        }}
      >
        {template => (
          <ListBoxItem id={template.id} textValue={template.name[language]} className={styles.template ?? ''}>
            <span className={styles.templateName}>{template.name[language]}</span>{' '}
            <span className={styles.subtitle}>
              {t('dossier.new.parts', { count: template.parts.length })}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}
