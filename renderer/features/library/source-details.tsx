import { BookOpen } from 'lucide-react';
import type { Source, SourceMetadata } from '../../../shared/model/source.ts';
import { sourceTypes } from '../../../shared/model/source-types.ts';
import { call, reportFailure } from '../../api.ts';
import { formatBytes, formatMoment } from '../../app/format.ts';
import { useMessages } from '../../app/i18n.tsx';
import { useNavigation } from '../../app/navigation.tsx';
import { useToasts } from '../../app/toasts.tsx';
import { Button } from '../../components/button.tsx';
import { MarkingSelect } from '../../components/marking-select.tsx';
import { Select } from '../../components/select.tsx';
import { TagInput } from '../../components/tag-input.tsx';
import { AuthorsField } from './authors-field.tsx';
import { CommitArea, CommitField } from './commit-field.tsx';
import { isDateFromFile, readingWarnings, titleOf } from './describe-source.ts';
import { IssuedField } from './issued-field.tsx';
import styles from './source-details.module.css';

type Save = (changes: Partial<SourceMetadata>) => void;

/** The record of one source; what is changed is saved when the field is left, and can be undone. */
export function SourceDetails({ source }: { source: Source }) {
  const { t } = useMessages();
  const { navigate } = useNavigation();
  const save = useSaveSource(source);
  return (
    <section className={styles.details} aria-label={t('library.details')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{titleOf(source)}</h2>
        <Button
          variant="primary"
          icon={BookOpen}
          onPress={() => navigate({ screen: 'source', sourceId: source.id })}
        >
          {t('library.read')}
        </Button>
      </header>
      <Warnings source={source} />
      <div className={styles.fields}>
        <MainFields source={source} save={save} />
        <PublicationFields source={source} save={save} />
        <OfficeFields source={source} save={save} />
      </div>
      <FileFacts source={source} />
    </section>
  );
}

function useSaveSource(source: Source): Save {
  const { t } = useMessages();
  const toasts = useToasts();
  return changes => {
    const before = Object.fromEntries(
      Object.keys(changes).map(key => [key, source[key as keyof SourceMetadata]]),
    ) as Partial<SourceMetadata>;
    const undo = () => void call('sources.update', { id: source.id, changes: before }).catch(reportFailure);
    call('sources.update', { id: source.id, changes }).then(
      () =>
        toasts.show({
          text: t('library.saved'),
          tone: 'good',
          action: { label: t('app.undo'), run: undo, isUndo: true },
        }),
      reportFailure,
    );
  };
}

interface FieldsProps {
  source: Source;
  save: Save;
}

function MainFields({ source, save }: FieldsProps) {
  const { t } = useMessages();
  return (
    <>
      <CommitArea
        label={t('library.field.title')}
        value={source.title}
        rows={2}
        onCommit={title => save({ title })}
      />
      <Select
        label={t('library.field.type')}
        value={source.type}
        onChange={type => save({ type })}
        options={sourceTypes.map(id => ({ id, label: t(`library.type.${id}`) }))}
      />
      <AuthorsField value={source.authors} onCommit={authors => save({ authors })} />
      <IssuedField
        value={source.issued}
        isFromFile={isDateFromFile(source)}
        onCommit={issued => save({ issued })}
      />
    </>
  );
}

function PublicationFields({ source, save }: FieldsProps) {
  const { t } = useMessages();
  return (
    <>
      <CommitField
        label={t('library.field.publisher')}
        value={source.publisher}
        onCommit={publisher => save({ publisher })}
      />
      <CommitField
        label={t('library.field.containerTitle')}
        value={source.containerTitle}
        onCommit={containerTitle => save({ containerTitle })}
      />
      <CommitField label={t('library.field.url')} value={source.url} onCommit={url => save({ url })} />
      <Select
        label={t('library.field.language')}
        value={source.language ?? 'none'}
        onChange={language => save({ language: language === 'none' ? null : language })}
        options={[
          { id: 'none', label: t('library.languageUnknown') },
          { id: 'es', label: t('app.language.es') },
          { id: 'en', label: t('app.language.en') },
        ]}
      />
    </>
  );
}

function OfficeFields({ source, save }: FieldsProps) {
  const { t } = useMessages();
  return (
    <>
      <MarkingSelect
        label={t('library.field.marking')}
        value={source.marking}
        onChange={marking => save({ marking })}
      />
      <TagInput label={t('library.field.tags')} value={source.tags} onChange={tags => save({ tags })} />
      <CommitArea
        label={t('library.field.note')}
        value={source.note}
        rows={3}
        onCommit={note => save({ note })}
      />
    </>
  );
}

function Warnings({ source }: { source: Source }) {
  const { t } = useMessages();
  const warnings = readingWarnings(source, t);
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.warnings}>
      {warnings.map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function FileFacts({ source }: { source: Source }) {
  const { t, locale } = useMessages();
  const facts: [string, string][] = [
    [t('library.fact.file'), source.fileName],
    [t('library.fact.size'), formatBytes(source.fileSize, locale)],
    [t('library.fact.pages'), String(source.pageCount)],
    [t('library.fact.added'), formatMoment(source.addedAt, locale)],
    [t('library.fact.hash'), source.sha256],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
