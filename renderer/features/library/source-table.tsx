import { TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import {
  Cell,
  Collection,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
} from 'react-aria-components';
import type { Source } from '../../../shared/model/source.ts';
import { formatDay } from '../../app/format.ts';
import { useMessages } from '../../app/i18n.tsx';
import { useNavigation } from '../../app/navigation.tsx';
import { useSettings } from '../../app/settings.ts';
import { useWidthInRem } from '../../app/use-width.ts';
import { Tag } from '../../components/tag.tsx';
import { readingWarnings, titleOf, writeAuthors } from './describe-source.ts';
import styles from './source-table.module.css';

interface Props {
  sources: readonly Source[];
  selected: ReadonlySet<string>;
  onSelect(ids: ReadonlySet<string>): void;
  /** The end of what is loaded came in sight. */
  onEnd(): void;
}

interface SourceColumn {
  id: 'title' | 'issued' | 'pages' | 'excerpts' | 'tags' | 'added';
  /** Least width at 100 % text size, CSS pixels; the only one unless the column has a share of the rest. */
  width: number;
  share?: number;
  isNumber?: boolean;
}

const allColumns: SourceColumn[] = [
  { id: 'title', width: 240, share: 5 },
  { id: 'issued', width: 112 },
  { id: 'pages', width: 80, isNumber: true },
  { id: 'excerpts', width: 92, isNumber: true },
  { id: 'tags', width: 120, share: 1 },
  { id: 'added', width: 128 },
];
const shortColumns = allColumns.filter(column => ['title', 'issued', 'excerpts', 'tags'].includes(column.id));

/** Height of a row and of the head at 100 % text size, CSS pixels. */
const ROW_HEIGHT = 54;
const HEAD_HEIGHT = 34;

/** Rem of the window under which only the most needed columns are shown. */
const ROOM_FOR_ALL = 88;

/** The sources as a table that draws only the rows in sight; Enter or a double click reads one. */
export function SourceTable({ sources, selected, onSelect, onEnd }: Props) {
  const { t } = useMessages();
  const { navigate } = useNavigation();
  const scale = useSettings().settings.textScale / 100;
  // The window's width, not the table's own: details that open beside it must not begin the table anew,
  // which would lose focus and scroll.
  const page = useRef(document.body);
  // On its way back the keyboard comes to the chosen row.
  const isChosen = sources.some(source => selected.has(source.id));
  const isTagged = sources.some(source => source.tags.length > 0);
  const columns = chooseColumns(useWidthInRem(page), isTagged);
  const layoutKey = `${scale} ${columns.map(column => column.id)}`;
  return (
    <div className={styles.place}>
      {/* The layout keeps its columns: another text size or other columns begin anew. */}
      <Virtualizer
        key={layoutKey}
        layout={TableLayout}
        layoutOptions={{ rowHeight: ROW_HEIGHT * scale, headingHeight: HEAD_HEIGHT * scale }}
      >
        <Table
          aria-label={t('library.sources')}
          className={styles.table ?? ''}
          data-arrival={isChosen || undefined}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={keys =>
            onSelect(
              keys === 'all' ? new Set(sources.map(source => source.id)) : new Set([...keys].map(String)),
            )
          }
          onRowAction={key => navigate({ screen: 'source', sourceId: String(key) })}
        >
          <TableHeader columns={columns}>
            {column => (
              <Column
                id={column.id}
                isRowHeader={column.id === 'title'}
                width={column.share ? `${column.share}fr` : column.width * scale}
                minWidth={column.width * scale}
                className={styles.column ?? ''}
              >
                {t(`library.column.${column.id}`)}
              </Column>
            )}
          </TableHeader>
          <TableBody>
            <Collection items={sources} dependencies={[columns]}>
              {source => <SourceRow source={source} columns={columns} />}
            </Collection>
            <TableLoadMoreItem onLoadMore={onEnd} isLoading={false} />
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  );
}

/** What there is room for; no column stands empty. */
function chooseColumns(rem: number, isTagged: boolean): SourceColumn[] {
  const columns = rem < ROOM_FOR_ALL ? shortColumns : allColumns;
  return isTagged ? columns : columns.filter(column => column.id !== 'tags');
}

function SourceRow({ source, columns }: { source: Source; columns: SourceColumn[] }) {
  return (
    <Row id={source.id} textValue={titleOf(source)} columns={columns} className={styles.row ?? ''}>
      {column => (
        <Cell className={(column.isNumber ? styles.number : styles.cell) ?? ''}>
          <CellContent source={source} column={column.id} />
        </Cell>
      )}
    </Row>
  );
}

function CellContent({ source, column }: { source: Source; column: SourceColumn['id'] }) {
  const { locale } = useMessages();
  switch (column) {
    case 'title':
      return <TitleCell source={source} />;
    case 'issued':
      return source.issued;
    case 'pages':
      return source.pageCount;
    case 'excerpts':
      return source.excerptCount || '';
    case 'tags':
      return (
        <span className={styles.tags}>
          {source.tags.map(name => (
            <Tag key={name} name={name} />
          ))}
        </span>
      );
    case 'added':
      return formatDay(source.addedAt, locale);
  }
}

function TitleCell({ source }: { source: Source }) {
  const { t } = useMessages();
  return (
    <>
      <span className={styles.format}>{t(`library.format.${source.format}`)}</span>
      <span className={styles.words}>
        <span className={styles.title} title={titleOf(source)}>
          {titleOf(source)}
          {readingWarnings(source, t).length > 0 && (
            <TriangleAlert aria-label={t('library.hasWarnings')} className={styles.warning} />
          )}
        </span>
        <span className={styles.authors}>{writeAuthors(source) || source.fileName}</span>
      </span>
    </>
  );
}
