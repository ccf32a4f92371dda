import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useMessages } from '../../../app/i18n.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { MOST_FOUND } from '../state/use-find.ts';
import type { Reader } from '../state/use-reader.ts';
import styles from './header.module.css';

/** Finding in the document: words, count, next and previous. */
export function FindBar({ reader }: { reader: Reader }) {
  const { t } = useMessages();
  const { find, jump } = reader;
  const { current } = find;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  useEffect(() => {
    if (!current) return;
    const { page, start, end } = current;
    jump({ start: { page, offset: start }, end: { page, offset: end } }, { mark: false });
  }, [jump, current]);
  const { close, onKeyDown } = useFindKeys(reader);
  const none = find.words.trim() !== '' && find.found.length === 0;
  return (
    <search className={styles.find} onKeyDownCapture={onKeyDown}>
      <SearchField
        label={t('reader.findLabel')}
        inputRef={field}
        value={find.words}
        onChange={find.setWords}
        className={styles.findField ?? ''}
      />
      <span className={styles.findCount} data-none={none || undefined} aria-live="polite">
        <FindCount reader={reader} isNone={none} />
      </span>
      <IconButton
        label={t('reader.findPrevious')}
        shortcut="Shift+Enter"
        icon={ChevronUp}
        isDisabled={!current}
        onPress={() => find.go(-1)}
      />
      <IconButton
        label={t('reader.findNext')}
        shortcut="Enter"
        icon={ChevronDown}
        isDisabled={!current}
        onPress={() => find.go(1)}
      />
      <IconButton label={t('reader.findClose')} shortcut="Escape" icon={X} onPress={close} />
    </search>
  );
}

function useFindKeys(reader: Reader) {
  const { find } = reader;
  const close = () => {
    find.close();
    reader.scroller.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      find.go(event.shiftKey ? -1 : 1);
    }
  };
  return { close, onKeyDown };
}

function FindCount({ reader, isNone }: { reader: Reader; isNone: boolean }) {
  const { t } = useMessages();
  const { found, at } = reader.find;
  const isWhole = reader.pages.complete;
  if (isNone) return isWhole ? t('reader.findNone') : t('reader.findSearching');
  if (found.length === 0) return null;
  const isMore = found.length >= MOST_FOUND || !isWhole;
  return t(isMore ? 'reader.findCountMore' : 'reader.findCount', { at: at + 1, count: found.length });
}
