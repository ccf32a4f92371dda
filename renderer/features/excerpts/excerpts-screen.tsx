import { Quote } from 'lucide-react';
import { useState } from 'react';
import { useCall, usePagedCall } from '../../api.ts';
import { describeFailure, useMessages } from '../../app/i18n.tsx';
import { useKeptState } from '../../app/kept-state.tsx';
import { useNavigation } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Select } from '../../components/select.tsx';
import { titleOf } from '../library/describe-source.ts';
import { AddToDossier } from './add-to-dossier.tsx';
import { ExcerptList } from './excerpt-list.tsx';
import styles from './excerpts-screen.module.css';

const ANY = '';

/** All excerpts of the library, by tag and source, to read, copy and put into dossiers. */
export function ExcerptsScreen() {
  const { t } = useMessages();
  const { navigate } = useNavigation();
  const [tag, setTag] = useKeptState('excerpts.tag', ANY);
  const [sourceId, setSourceId] = useKeptState('excerpts.source', ANY);
  const [adding, setAdding] = useState<string | null>(null);
  const list = usePagedCall(
    'excerpts.list',
    { ...(tag ? { tag } : {}), ...(sourceId ? { sourceId } : {}) },
    { keepPrevious: true },
  );
  const excerpts = list.data?.pages.flatMap(page => page.items) ?? [];
  const isFiltered = tag !== ANY || sourceId !== ANY;
  return (
    <div className={styles.screen}>
      <ExcerptsHead tag={tag} onTag={setTag} sourceId={sourceId} onSource={setSourceId} />
      {list.error && <p role="alert">{describeFailure(list.error, t)}</p>}
      {list.data && excerpts.length === 0 ? (
        <EmptyState
          icon={Quote}
          title={t(isFiltered ? 'library.noExcerptsFiltered' : 'library.noExcerpts')}
          text={t(isFiltered ? 'library.noExcerptsFilteredText' : 'library.noExcerptsText')}
          action={
            !isFiltered && (
              <Button variant="primary" onPress={() => navigate({ screen: 'sources' })}>
                {t('library.goToSources')}
              </Button>
            )
          }
        />
      ) : (
        <ExcerptList
          excerpts={excerpts}
          onAdd={setAdding}
          onEnd={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
        />
      )}
      {adding && <AddToDossier excerptIds={[adding]} onClose={() => setAdding(null)} />}
    </div>
  );
}

interface HeadProps {
  tag: string;
  onTag(tag: string): void;
  sourceId: string;
  onSource(id: string): void;
}

function ExcerptsHead({ tag, onTag, sourceId, onSource }: HeadProps) {
  const { t } = useMessages();
  const tags = useCall('tags.list', {}).data?.items ?? [];
  const sources = useCall('sources.list', { order: 'title', limit: 1000 }).data?.items ?? [];
  const total = useCall('library.status', {}).data?.open?.counts.excerpts ?? 0;
  const quoted = sources.filter(source => source.excerptCount > 0);
  return (
    <ScreenTitle title={t('library.excerpts')} detail={t('library.excerptCount', { total })}>
      <Select
        label={t('library.filterTag')}
        isLabelHidden
        className={styles.filter}
        value={tag}
        onChange={onTag}
        options={[
          { id: ANY, label: t('library.allTags') },
          ...tags.map(item => ({ id: item.name, label: item.name })),
        ]}
      />
      <Select
        label={t('library.filterSource')}
        isLabelHidden
        className={styles.filter}
        value={sourceId}
        onChange={onSource}
        options={[
          { id: ANY, label: t('library.allSources') },
          ...quoted.map(source => ({ id: source.id, label: titleOf(source) })),
        ]}
      />
    </ScreenTitle>
  );
}
