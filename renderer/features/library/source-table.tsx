import { TriangleAlert } from 'lucide-react';
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
import { Tag } from '../../components/tag.tsx';
import { titleOf, writeAuthors } from './describe-source.ts';
import styles from './source-table.module.css';

interface Props {
  sources: readonly Source[];
  selected: ReadonlySet<string>;
  onSelect(ids: ReadonlySet<string>): void;
  /** The end of what is loaded came in sight. */
  onEnd(): void;
}

/** Height of a row and of the head at 100 % text size, CSS pixels. */
const ROW_HEIGHT = 54;
const HEAD_HEIGHT = 34;

/** The sources as a table that draws only the rows in sight; Enter or a double click reads one. */
export function SourceTable({ sources, selected, onSelect, onEnd }: Props) {
  const { t } = useMessages();
  const { navigate } = useNavigation();
  const scale = useSettings().settings.textScale / 100;
  return (
    <Virtualizer
      layout={TableLayout}
      layoutOptions={{ rowHeight: ROW_HEIGHT * scale, headingHeight: HEAD_HEIGHT * scale }}
    >
      <Table
        aria-label={t('library.sources')}
        className={styles.table ?? ''}
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
        <TableHeader>
          <Column isRowHeader id="title" width="4fr" minWidth={220 * scale} className={styles.column ?? ''}>
            {t('library.column.title')}
          </Column>
          <Column id="issued" width={104 * scale} className={styles.column ?? ''}>
            {t('library.column.issued')}
          </Column>
          <Column id="pages" width={84 * scale} className={styles.column ?? ''}>
            {t('library.column.pages')}
          </Column>
          <Column id="excerpts" width={92 * scale} className={styles.column ?? ''}>
            {t('library.column.excerpts')}
          </Column>
          <Column id="tags" width="2fr" minWidth={110 * scale} className={styles.column ?? ''}>
            {t('library.column.tags')}
          </Column>
          <Column id="added" width={124 * scale} className={styles.column ?? ''}>
            {t('library.column.added')}
          </Column>
        </TableHeader>
        <TableBody>
          <Collection items={sources}>{source => <SourceRow source={source} />}</Collection>
          <TableLoadMoreItem onLoadMore={onEnd} isLoading={false} />
        </TableBody>
      </Table>
    </Virtualizer>
  );
}

function SourceRow({ source }: { source: Source }) {
  const { t, locale } = useMessages();
  const authors = writeAuthors(source);
  return (
    <Row id={source.id} textValue={titleOf(source)} className={styles.row ?? ''}>
      <Cell className={styles.cell ?? ''}>
        <span className={styles.format}>{t(`library.format.${source.format}`)}</span>
        <span className={styles.words}>
          <span className={styles.title}>
            {titleOf(source)}
            {source.warnings.length > 0 && (
              <TriangleAlert aria-label={t('library.hasWarnings')} className={styles.warning} />
            )}
          </span>
          <span className={styles.authors}>{authors || source.fileName}</span>
        </span>
      </Cell>
      <Cell className={styles.cell ?? ''}>{source.issued}</Cell>
      <Cell className={styles.number ?? ''}>{source.pageCount}</Cell>
      <Cell className={styles.number ?? ''}>{source.excerptCount || ''}</Cell>
      <Cell className={styles.cell ?? ''}>
        <span className={styles.tags}>
          {source.tags.map(name => (
            <Tag key={name} name={name} />
          ))}
        </span>
      </Cell>
      <Cell className={styles.cell ?? ''}>{formatDay(source.addedAt, locale)}</Cell>
    </Row>
  );
}
