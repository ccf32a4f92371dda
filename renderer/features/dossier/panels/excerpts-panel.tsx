import { BookOpen, ExternalLink, Highlighter, TextQuote } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useCall } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { useKeptState } from '../../../app/kept-state.tsx';
import { useNavigation } from '../../../app/navigation.tsx';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { Select } from '../../../components/select.tsx';
import { insertExcerptQuote } from '../editor/excerpt-commands.ts';
import { useDossierWork } from '../state/dossier-work.tsx';
import { useShowInSource } from '../use-show-in-source.ts';
import { ExcerptList } from './excerpt-list.tsx';
import styles from './excerpts-panel.module.css';
import { useExcerpts } from './use-excerpts.ts';

const ALL_TAGS = '*';

/** The library's excerpts, to be dragged into the text or inserted at the cursor. */
export function ExcerptsPanel() {
  const { t } = useMessages();
  const { editor, part } = useDossierWork();
  const [text, setText] = useState('');
  const [tag, setTag] = useState(ALL_TAGS);
  const [chosen, setChosen] = useKeptState<string | null>('dossier.excerpt', null);
  const { excerpts, isLoading, loadMore } = useExcerpts(
    useDeferredValue(text),
    tag === ALL_TAGS ? null : tag,
  );
  const showInSource = useShowInSource();
  const shown = excerpts.find(excerpt => excerpt.id === chosen);
  const isFiltered = text.trim() !== '' || tag !== ALL_TAGS;

  const insert = (id: string) => void editor.run(insertExcerptQuote(id), 'part');
  const isEmpty = !isLoading && excerpts.length === 0;
  if (isEmpty && !isFiltered) return <NoExcerpts />;
  return (
    <div className={styles.panel}>
      <div className={styles.filters}>
        <SearchField label={t('dossier.excerpts.search')} value={text} onChange={setText} />
        <TagSelect tag={tag} onChange={setTag} />
      </div>
      {isEmpty && <p className={styles.none}>{t('dossier.excerpts.none')}</p>}
      {!isEmpty && (
        <ExcerptList
          excerpts={excerpts}
          chosen={chosen}
          onChoose={setChosen}
          onInsert={insert}
          onNearEnd={loadMore}
        />
      )}
      <div className={styles.foot}>
        <p className={styles.hint}>{t('dossier.excerpts.insertHint')}</p>
        <IconButton
          label={t('dossier.quote.show')}
          icon={ExternalLink}
          isDisabled={!shown}
          onPress={() => shown && showInSource(shown, false)}
        />
        <Button
          variant="primary"
          icon={TextQuote}
          isDisabled={!chosen || !part}
          onPress={() => chosen && insert(chosen)}
        >
          {t('dossier.excerpts.insert')}
        </Button>
      </div>
    </div>
  );
}

function TagSelect({ tag, onChange }: { tag: string; onChange: (tag: string) => void }) {
  const { t } = useMessages();
  const tags = useCall('tags.list', {});
  const options = [
    { id: ALL_TAGS, label: t('dossier.excerpts.allTags') },
    ...(tags.data?.items ?? []).map(item => ({ id: item.name, label: `${item.name} (${item.count})` })),
  ];
  return (
    <Select
      label={t('dossier.excerpts.tag')}
      isLabelHidden
      className={styles.tags ?? ''}
      options={options}
      value={tag}
      onChange={onChange}
    />
  );
}

function NoExcerpts() {
  const { t } = useMessages();
  const { navigate } = useNavigation();
  return (
    <EmptyState
      icon={Highlighter}
      title={t('dossier.excerpts.empty.title')}
      text={t('dossier.excerpts.empty.text')}
      action={
        <Button icon={BookOpen} onPress={() => navigate({ screen: 'sources' })}>
          {t('dossier.excerpts.toSources')}
        </Button>
      }
    />
  );
}
