import { ArrowUp, File, Folder } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { GrantedFile } from '../../shared/contract/shell-calls.ts';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import styles from './file-browser.module.css';
import { formatBytes, formatMoment } from './format.ts';
import { useMessages } from './i18n.tsx';

interface Props {
  listing: CallOutput<'shell.browse'>;
  multiple: boolean;
  /** False when a file is to be written: files are then only shown. */
  canChoose: boolean;
  onFolder(token: string): void;
  onChoose(files: GrantedFile[]): void;
  /** A file was double-clicked or entered. */
  onOpen(file: GrantedFile): void;
}

/** The folders and files of one folder, with shortcuts to the usual places. */
export function FileBrowserList({ listing, multiple, canChoose, onFolder, onChoose, onOpen }: Props) {
  const { t, locale } = useMessages();
  const { entries, parent } = listing;
  const list = useRef<HTMLDivElement>(null);
  useListFocus(list, listing.folder, canChoose);
  const browser = useRef<HTMLDivElement>(null);
  useBackspace(browser, () => parent && onFolder(parent));

  function open(token: string): void {
    const entry = entries.find(candidate => candidate.file === token);
    if (entry?.kind === 'folder') onFolder(token);
    else if (entry) onOpen({ file: entry.file, name: entry.name, size: entry.size });
  }

  function choose(tokens: 'all' | Set<unknown>): void {
    const files = entries.filter(
      entry => entry.kind === 'file' && (tokens === 'all' || tokens.has(entry.file)),
    );
    onChoose(files.map(({ file, name, size }) => ({ file, name, size })));
  }

  return (
    <div ref={browser} className={styles.browser}>
      <nav className={styles.shortcuts} aria-label={t('app.files.shortcuts')}>
        {listing.shortcuts.map(place => (
          <Button key={place.folder} variant="quiet" onPress={() => onFolder(place.folder)}>
            {place.kind === 'drive' ? place.name : t(`app.files.${place.kind}`)}
          </Button>
        ))}
      </nav>
      <div className={styles.main}>
        <div className={styles.location}>
          <IconButton
            label={t('app.files.up')}
            icon={ArrowUp}
            isDisabled={!parent}
            onPress={() => parent && onFolder(parent)}
          />
          <span className={styles.path}>{listing.location}</span>
        </div>
        <GridList
          key={listing.folder}
          ref={list}
          aria-label={t('app.files.list')}
          className={styles.list ?? ''}
          selectionMode={canChoose ? (multiple ? 'multiple' : 'single') : 'none'}
          selectionBehavior="replace"
          onSelectionChange={choose}
          onAction={key => open(String(key))}
          renderEmptyState={() => <p className={styles.nothing}>{t('app.files.emptyFolder')}</p>}
        >
          {entries.map(entry => (
            <GridListItem
              key={entry.file}
              id={entry.file}
              textValue={entry.name}
              className={styles.entry ?? ''}
              {...(canChoose ? {} : { onAction: () => open(entry.file) })}
            >
              {entry.kind === 'folder' ? <Folder aria-hidden /> : <File aria-hidden />}
              <span className={styles.name}>{entry.name}</span>
              <span className={styles.fact}>{entry.kind === 'file' && formatBytes(entry.size, locale)}</span>
              <span className={styles.fact}>{formatMoment(entry.modifiedAt, locale)}</span>
            </GridListItem>
          ))}
        </GridList>
      </div>
    </div>
  );
}

/** Hears Backspace anywhere in the dialog around an element, but where one types. */
function useBackspace(place: RefObject<HTMLElement | null>, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const element = place.current?.closest<HTMLElement>('[role="dialog"]');
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Backspace' || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      latest.current();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [place]);
}

/** Brings the keyboard into each folder that is entered; into the first only to read, since to write the name comes first. */
function useListFocus(list: RefObject<HTMLElement | null>, folder: string, isFirstToo: boolean): void {
  const entered = useRef<string | null>(null);
  useEffect(() => {
    const isFirst = entered.current === null;
    if (entered.current === folder) return;
    entered.current = folder;
    if (isFirst && !isFirstToo) return;
    // The rows are there only after the list has counted them.
    const frame = requestAnimationFrame(() => {
      const row = list.current?.querySelector<HTMLElement>('[role="row"]');
      (row ?? list.current)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [list, folder, isFirstToo]);
}
