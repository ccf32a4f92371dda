import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useMessages } from '../../../app/i18n.tsx';
import { passedText, spokenPassage } from '../selection/speak-move.ts';
import { rangeOf } from '../selection/text-selection.ts';
import { useCaretKeys } from '../selection/use-caret-keys.ts';
import { useMouseSelection } from '../selection/use-mouse-selection.ts';
import type { Reader } from '../state/use-reader.ts';
import { Caret } from './caret.tsx';
import { MarksContext } from './marks-context.ts';
import { NoteHint } from './note-hint.tsx';
import styles from './reading-surface.module.css';
import { SourceView } from './source-view.tsx';
import { excerptUnder, useHint } from './use-hint.ts';

/** The pane with the document's text: selecting by mouse and keyboard, marks, notes; `tools` is shown at the selection. */
export function ReadingSurface({ reader, tools }: { reader: Reader; tools: ReactNode }) {
  const { t } = useMessages();
  const [isDragging, setDragging] = useState(false);
  const { hint, marks, onMouseMove, onMouseLeave } = useHint(reader);
  const { announcement, onKeyDown } = useKeys(reader);
  const { view, scroller, texts, selection, range, isCaretOn } = reader;
  const onMouseDown = useMouseSelection({
    ...{ view, scroller, texts, selection },
    onSelect(next) {
      setDragging(true);
      reader.select(next);
    },
    onEnd: () => setDragging(false),
    onClick(place, x, y) {
      setDragging(false);
      const under = excerptUnder(reader, x, y);
      reader.select(isCaretOn ? { anchor: place, focus: place } : null);
      if (under) reader.choose(under.id);
    },
  });
  const hinted = hint && !isDragging ? reader.excerpts.byId.get(hint.id) : undefined;
  const frame = scroller.current?.getBoundingClientRect();
  const surface = {
    // With the caret on, screen readers must hand the arrow keys to us; without it, they read the text their own way.
    role: isCaretOn ? 'application' : 'region',
    'aria-label': t('reader.textOf', { title: reader.source.title }),
    // What scrolls must be reachable by keyboard (WCAG 2.1.1).
    tabIndex: 0,
    'data-arrival': '',
    'data-flow': reader.isPaged ? undefined : '',
    ...{ onMouseDown, onMouseMove, onMouseLeave, onKeyDown },
  };
  return (
    <MarksContext value={marks}>
      <div className={styles.frame}>
        <div ref={scroller} className={styles.scroller} {...surface}>
          {range && !isDragging && !reader.draft && tools}
          <SourceView reader={reader} />
          {isCaretOn && <Caret reader={reader} />}
        </div>
        {hint && hinted && frame && <NoteHint excerpt={hinted} box={hint.box} frame={frame} />}
        <div className="visuallyHidden" aria-live="polite">
          {announcement}
        </div>
      </div>
    </MarksContext>
  );
}

/** Keys on the text, and what is spoken of them. */
function useKeys(reader: Reader) {
  const { t } = useMessages();
  const [announcement, setAnnouncement] = useState('');
  const { view, texts, selection, isCaretOn, page } = reader;
  const caretText = useMemo(() => t(isCaretOn ? 'reader.caretIsOn' : 'reader.caretIsOff'), [t, isCaretOn]);
  const [wasOn, setWasOn] = useState(isCaretOn);
  useEffect(() => {
    if (wasOn === isCaretOn) return;
    setWasOn(isCaretOn);
    setAnnouncement(caretText);
  }, [wasOn, isCaretOn, caretText]);
  const onKeyDown = useCaretKeys({
    ...{ view, texts, selection, isCaretOn },
    startPlace: () => ({ page, offset: 0 }),
    onMove(next, from) {
      reader.select(next);
      const range = rangeOf(next);
      setAnnouncement(
        range
          ? t('reader.selectedWords', { words: spokenPassage(texts, range) })
          : passedText(texts, from, next.focus),
      );
    },
    onEscape() {
      if (rangeOf(selection)) reader.select(null);
      else if (isCaretOn) reader.setCaretOn(false);
    },
  });
  return { announcement, onKeyDown };
}
