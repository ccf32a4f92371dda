import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import type { Excerpt, Place } from '../../../../shared/model/excerpt.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { type PdfState, usePdf } from '../pdf/use-pdf.ts';
import { type QuotedPassage, quotePassage } from '../selection/quote-passage.ts';
import { rangeOf, type TextSelection } from '../selection/text-selection.ts';
import type { PageTexts } from '../text/movement.ts';
import type { PlaceRange } from '../text/places.ts';
import { type PagesOfSource, usePages } from '../text/use-pages.ts';
import type { PlaceView } from '../view/place-view.ts';
import type { Zoom } from '../view/zoom.ts';
import { type Find, useFind } from './use-find.ts';
import { useJump } from './use-jump.ts';
import { type SourceExcerpts, useSourceExcerpts } from './use-source-excerpts.ts';

/** The state of the reader of one source, and what can be done with it. */
export interface Reader {
  source: Source;
  isPaged: boolean;
  pages: PagesOfSource;
  texts: PageTexts;
  pdf: PdfState;
  excerpts: SourceExcerpts;
  find: Find;
  view: RefObject<PlaceView | null>;
  scroller: RefObject<HTMLDivElement | null>;
  zoom: Zoom;
  setZoom(zoom: Zoom): void;
  /** The zoom in per cent, also when it is fitted. */
  percent: number;
  setPercent(percent: number): void;
  page: number;
  setPage(page: number): void;
  selection: TextSelection | null;
  range: PlaceRange | null;
  /** The selected words as they would be kept; null without any. */
  passage: QuotedPassage | null;
  select(selection: TextSelection | null): void;
  isCaretOn: boolean;
  setCaretOn(on: boolean): void;
  flash: PlaceRange | null;
  jump(range: PlaceRange, options?: { mark?: boolean }): void;
  jumpToExcerpt(excerpt: Excerpt): void;
  chosenId: string | null;
  choose(id: string | null): void;
  /** What is being kept as a new excerpt, in the form beside the text. */
  draft: QuotedPassage | null;
  setDraft(draft: QuotedPassage | null): void;
}

/** Holds the state of the reader of one source. */
export function useReader(source: Source): Reader {
  const pages = usePages(source);
  const pdf = usePdf(source);
  const excerpts = useSourceExcerpts(source.id, source.sha256);
  const view = useRef<PlaceView>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>({ mode: 'fit' });
  const [percent, setPercent] = useState(100);
  const [page, setPage] = useState(0);
  const [selection, select] = useState<TextSelection | null>(null);
  const [isCaretOn, setCaretOn] = useState(false);
  const [chosenId, choose] = useState<string | null>(null);
  const [draft, setDraft] = useState<QuotedPassage | null>(null);
  const latest = useRef({ page, selection });
  latest.current = { page, selection };
  const here = useCallback((): Place => {
    const now = latest.current;
    return rangeOf(now.selection)?.start ?? { page: now.page, offset: 0 };
  }, []);
  const find = useFind(pages, here);
  const { flash, jump } = useJump(view, pages);
  const range = useMemo(() => rangeOf(selection), [selection]);
  const passage = useMemo(() => range && quotePassage(pages.pages, range), [pages, range]);
  const texts = useMemo(
    () => ({
      count: source.pageCount,
      textOf: (index: number) => pages.pages.get(index)?.text,
    }),
    [pages, source.pageCount],
  );
  const jumpToExcerpt = useCallback((excerpt: Excerpt) => jump(rangeOfExcerpt(excerpt)), [jump]);
  const isPaged = source.format === 'pdf';
  return {
    ...{ source, isPaged, pages, texts, pdf, excerpts, find, view, scroller, zoom, setZoom },
    ...{ percent, setPercent, page, setPage, selection, range, passage, select, isCaretOn, setCaretOn },
    ...{ flash, jump, jumpToExcerpt, chosenId, choose, draft, setDraft },
  };
}

/** Where an excerpt stands, from its first segment to its last. */
export function rangeOfExcerpt({ segments }: Pick<Excerpt, 'segments'>): PlaceRange {
  const first = segments[0]!;
  const last = segments.at(-1)!;
  return {
    start: { page: first.page, offset: first.start },
    end: { page: last.page, offset: last.end },
  };
}
