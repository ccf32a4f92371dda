import { MoreVertical, RefreshCw, TriangleAlert } from 'lucide-react';
import type { Name } from '../../../../shared/model/common.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Menu } from '../../../components/menu.tsx';
import type { Reader } from '../state/use-reader.ts';
import styles from './header.module.css';
import { writeWarning } from './write-warning.ts';

/** Title, metadata and warnings of the source. */
export function ReaderHeader({ reader, onReplace }: { reader: Reader; onReplace(): void }) {
  const { t } = useMessages();
  const { source } = reader;
  const warnings = source.warnings.flatMap(warning => writeWarning(t, warning) ?? []);
  return (
    <header className={styles.header}>
      <div className={styles.names}>
        <h1 className={styles.title} lang={source.language ?? undefined} title={source.title}>
          {source.title || source.fileName}
        </h1>
        <MetadataLine source={source} />
      </div>
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label={t('reader.warnings')}>
          {warnings.map(text => (
            <li key={text}>
              <TriangleAlert aria-hidden />
              {text}
            </li>
          ))}
        </ul>
      )}
      <Menu
        label={t('reader.sourceMenu')}
        items={[{ id: 'replace', label: t('reader.replace'), icon: RefreshCw, run: onReplace }]}
      >
        <IconButton label={t('reader.sourceMenu')} icon={MoreVertical} />
      </Menu>
    </header>
  );
}

function MetadataLine({ source }: { source: Source }) {
  const { t, locale } = useMessages();
  const authors = new Intl.ListFormat(locale, { type: 'conjunction' }).format(source.authors.map(writeName));
  const parts = [
    authors,
    source.issued,
    source.containerTitle,
    source.publisher === authors ? '' : source.publisher,
    t(`reader.format.${source.format}`),
    source.format === 'pdf' ? t('reader.pageCount', { count: source.pageCount }) : '',
  ];
  return <p className={styles.metadata}>{parts.filter(Boolean).join(' · ')}</p>;
}

function writeName(name: Name): string {
  if ('literal' in name) return name.literal;
  return name.given ? `${name.given} ${name.family}` : name.family;
}
