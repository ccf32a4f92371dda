import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { useMessages } from '../../../app/i18n.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import type { Reader } from '../state/use-reader.ts';
import { pageByLabel, pageByNumber } from '../text/page-labels.ts';
import styles from './header.module.css';

/** Where one is, «p. iv · 4 de 12», both to be read and to be typed: the printed label and the physical number. */
export function PageFields({ reader, numberRef }: { reader: Reader; numberRef: Ref<HTMLInputElement> }) {
  const { t } = useMessages();
  const { page, pages, source } = reader;
  const loaded = [...pages.pages.values()];
  const hasLabels = loaded.some(({ label }) => label !== null);
  const go = (index: number | null) => {
    if (index === null) return false;
    reader.jump({ start: { page: index, offset: 0 }, end: { page: index, offset: 0 } }, { mark: false });
    return true;
  };
  return (
    <div className={styles.pages}>
      <IconButton
        label={t('reader.previousPage')}
        icon={ChevronUp}
        isDisabled={page <= 0}
        onPress={() => go(page - 1)}
      />
      <IconButton
        label={t('reader.nextPage')}
        icon={ChevronDown}
        isDisabled={page >= source.pageCount - 1}
        onPress={() => go(page + 1)}
      />
      {hasLabels && (
        <>
          <span aria-hidden>{t('reader.pageAbbreviation')}</span>
          <PageInput
            label={t('reader.goToLabel')}
            shown={pages.pages.get(page)?.label ?? '—'}
            onGo={input => go(pageByLabel(input, loaded, page))}
          />
          <span aria-hidden>·</span>
        </>
      )}
      <PageInput
        ref={numberRef}
        label={t('reader.goToNumber')}
        shown={String(page + 1)}
        onGo={input => go(pageByNumber(input, source.pageCount))}
      />
      <span>{t('reader.ofPages', { count: source.pageCount })}</span>
    </div>
  );
}

interface PageInputProps {
  ref?: Ref<HTMLInputElement>;
  label: string;
  shown: string;
  /** False when there is no such page. */
  onGo(input: string): boolean;
}

function PageInput({ ref, label, shown, onGo }: PageInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const leave = () => {
    setTyped(null);
    setWrong(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    if (event.key !== 'Enter' || typed === null) return;
    if (onGo(typed)) leave();
    else setWrong(true);
  };
  return (
    <input
      ref={ref}
      className={styles.pageInput}
      aria-label={label}
      title={label}
      aria-invalid={isWrong}
      value={typed ?? shown}
      onFocus={event => event.target.select()}
      onChange={event => {
        setTyped(event.target.value);
        setWrong(false);
      }}
      onBlur={leave}
      onKeyDown={onKeyDown}
    />
  );
}
