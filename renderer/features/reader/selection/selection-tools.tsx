import { BookmarkPlus, Copy, Quote, X } from 'lucide-react';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Toolbar } from '../../../components/toolbar.tsx';
import type { Reader } from '../state/use-reader.ts';
import { useScrollRest } from '../view/use-scroll-rest.ts';
import styles from './selection-tools.module.css';

/** See {@link SelectionTools}. */
export interface SelectionToolsProps {
  reader: Reader;
  onKeep(): void;
  onCopy(): void;
  onCopyCited(): void;
}

/** The small toolbar at the end of the selection. */
export function SelectionTools({ reader, onKeep, onCopy, onCopyCited }: SelectionToolsProps) {
  const { t } = useMessages();
  const place = useToolsPlace(reader, reader.scroller);
  if (!place) return null;
  return (
    <Toolbar label={t('reader.selectionTools')} className={styles.tools ?? ''} style={place}>
      <Button
        variant="primary"
        icon={BookmarkPlus}
        className={styles.keep ?? ''}
        isDisabled={!reader.passage}
        onPress={onKeep}
      >
        {t('reader.keep')}
        <kbd className={styles.keys}>E</kbd>
      </Button>
      <IconButton label={t('reader.copy')} shortcut="Mod+C" icon={Copy} onPress={onCopy} />
      <IconButton
        label={t('reader.copyCited')}
        shortcut="Mod+Shift+C"
        icon={Quote}
        isDisabled={!reader.passage}
        onPress={onCopyCited}
      />
      <IconButton
        label={t('reader.clearSelection')}
        shortcut="Escape"
        icon={X}
        onPress={() => reader.select(null)}
      />
    </Toolbar>
  );
}

/** Room (CSS pixels) that the toolbar needs. */
const WIDTH = 300;
const HEIGHT = 46;

/** Where the toolbar stands in the scrolled content: after the selection's end, or before it when it was made upwards. */
function useToolsPlace(reader: Reader, scroller: RefObject<HTMLElement | null>) {
  const { view, selection, range, percent } = reader;
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  const rests = useScrollRest(scroller);
  useLayoutEffect(() => {
    const box = scroller.current?.getBoundingClientRect();
    const caret =
      selection && range && percent > 0 && rests >= 0 ? view.current?.caretBox(selection.focus) : null;
    if (!box || !caret || !scroller.current || !selection || !range) return setPlace(null);
    const isUpward = selection.focus === range.start;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller.current;
    const below = caret.top + caret.height - box.top;
    const goesUp = (isUpward && caret.top - box.top > HEIGHT + 8) || below + HEIGHT + 8 > clientHeight;
    const top = goesUp ? caret.top - box.top - HEIGHT - 6 : below + 6;
    const left = Math.max(8, Math.min(caret.left - box.left - WIDTH / 2, clientWidth - WIDTH - 8));
    setPlace({ left: left + scrollLeft, top: top + scrollTop });
  }, [view, scroller, selection, range, percent, rests]);
  return place;
}
