import { FilePlus2, FileText, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { Source } from '../../../shared/model/source.ts';
import { useCall, usePagedCall } from '../../api.ts';
import { type Command, useCommands } from '../../app/commands.tsx';
import { describeFailure, useMessages } from '../../app/i18n.tsx';
import { useKeptState } from '../../app/kept-state.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Select } from '../../components/select.tsx';
import { Splitter } from '../../components/splitter.tsx';
import { FileDrop } from './file-drop.tsx';
import { useImport } from './import-sources.tsx';
import { SourceDetails } from './source-details.tsx';
import { SourceTable } from './source-table.tsx';
import styles from './sources-screen.module.css';
import { useTrashSources } from './use-trash-sources.ts';

type Order = NonNullable<CallInput<'sources.list'>['order']>;

const ALL_TAGS = '';

/** All sources of the library, with the details of the one that is chosen. */
export function SourcesScreen() {
  const { t } = useMessages();
  const { importDropped, chooseAndImport } = useImport();
  const [order, setOrder] = useKeptState<Order>('sources.order', 'added');
  const [tag, setTag] = useKeptState('sources.tag', ALL_TAGS);
  const [selected, setSelected] = useKeptState<ReadonlySet<string>>('sources.selected', new Set());
  const list = usePagedCall('sources.list', tag ? { order, tag } : { order }, { keepPrevious: true });
  const sources = list.data?.pages.flatMap(page => page.items) ?? [];
  const chosen = sources.filter(source => selected.has(source.id));
  const trash = useTrash(chosen, () => setSelected(new Set()));

  const table = (
    <SourceTable
      sources={sources}
      selected={selected}
      onSelect={setSelected}
      onEnd={() => {
        if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
      }}
    />
  );
  return (
    <FileDrop label={t('library.dropToImport')} onFiles={importDropped}>
      <div className={styles.screen}>
        <SourcesHead
          order={order}
          onOrder={setOrder}
          tag={tag}
          onTag={setTag}
          selectedCount={chosen.length}
          onTrash={trash}
        />
        {list.error && (
          <p role="alert" className={styles.failure}>
            {describeFailure(list.error, t)}
          </p>
        )}
        {list.data && sources.length === 0 ? (
          <NoSources filtered={tag !== ALL_TAGS} onImport={chooseAndImport} onAll={() => setTag(ALL_TAGS)} />
        ) : (
          <div className={styles.body}>
            <WithDetails table={table} chosen={chosen} />
          </div>
        )}
      </div>
    </FileDrop>
  );
}

function WithDetails({ table, chosen }: { table: ReactNode; chosen: readonly Source[] }) {
  const { t } = useMessages();
  const source = chosen.length === 1 ? chosen[0] : undefined;
  // The list is a pane even when it is alone: put into another place it would lose focus and scroll.
  const list = { id: 'list', label: t('library.list'), size: 62, minSize: 35, content: table };
  if (!source) return <Splitter storageKey="sources" panes={[list]} />;
  return (
    <Splitter
      storageKey="sources"
      panes={[
        list,
        {
          id: 'details',
          label: t('library.details'),
          size: 38,
          minSize: 24,
          content: <SourceDetails key={source.id} source={source} />,
        },
      ]}
    />
  );
}

function useTrash(chosen: readonly Source[], onDone: () => void): () => void {
  const trashSources = useTrashSources();
  const run = () => {
    if (chosen.length === 0) return;
    trashSources(chosen);
    onDone();
  };
  const commands: Command[] = [
    {
      id: 'sources.trash',
      titleKey: 'library.trashSources',
      shortcut: 'Delete',
      run,
      enabled: chosen.length > 0,
    },
  ];
  useCommands(commands);
  return run;
}

interface HeadProps {
  order: Order;
  onOrder(order: Order): void;
  tag: string;
  onTag(tag: string): void;
  selectedCount: number;
  onTrash(): void;
}

function SourcesHead({ order, onOrder, tag, onTag, selectedCount, onTrash }: HeadProps) {
  const { t } = useMessages();
  const { chooseAndImport } = useImport();
  const status = useCall('library.status', {});
  const tags = useCall('tags.list', {});
  const total = status.data?.open?.counts.sources ?? 0;
  return (
    <ScreenTitle
      title={t('library.sources')}
      detail={
        selectedCount > 1 ? t('library.selected', { count: selectedCount }) : t('library.count', { total })
      }
    >
      {/* Keeps its place while nothing is chosen: rows that move under a double click open another source. */}
      <Button
        variant="danger"
        icon={Trash2}
        className={(selectedCount > 0 ? '' : styles.absent) ?? ''}
        onPress={onTrash}
      >
        {t('library.toTrash')}
      </Button>
      <Select
        label={t('library.filterTag')}
        isLabelHidden
        className={styles.filter}
        value={tag}
        onChange={onTag}
        options={[
          { id: ALL_TAGS, label: t('library.allTags') },
          ...(tags.data?.items ?? []).map(item => ({ id: item.name, label: item.name })),
        ]}
      />
      <Select
        label={t('library.order')}
        isLabelHidden
        className={styles.filter}
        value={order}
        onChange={onOrder}
        options={[
          { id: 'added', label: t('library.orderAdded') },
          { id: 'title', label: t('library.orderTitle') },
          { id: 'issued', label: t('library.orderIssued') },
        ]}
      />
      <Button variant="primary" icon={FilePlus2} onPress={chooseAndImport}>
        {t('library.import')}
      </Button>
    </ScreenTitle>
  );
}

function NoSources(props: { filtered: boolean; onImport(): void; onAll(): void }) {
  const { t } = useMessages();
  if (props.filtered) {
    return (
      <EmptyState
        icon={FileText}
        title={t('library.noneTagged')}
        text={t('library.noneTaggedText')}
        action={<Button onPress={props.onAll}>{t('library.showAll')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={FileText}
      title={t('library.empty')}
      text={t('library.emptyText')}
      action={
        <Button variant="primary" icon={FilePlus2} onPress={props.onImport}>
          {t('library.import')}
        </Button>
      }
    />
  );
}
