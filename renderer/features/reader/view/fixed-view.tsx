import type { PDFDocumentProxy } from 'pdfjs-dist';
import {
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { pageAtOffset, pagesBetween } from '../fixed/page-offsets.ts';
import type { PagesOfSource } from '../text/use-pages.ts';
import { decorationsOfPage, type Shown } from './decorations.ts';
import { FixedPage } from './fixed-page.tsx';
import { createFixedPlaceView, type FixedState } from './fixed-place-view.ts';
import type { PlaceView } from './place-view.ts';
import { leftOf, type PageColumn, usePageColumn } from './use-page-column.ts';

/** See {@link FixedView}. */
export interface FixedViewProps {
  ref: Ref<PlaceView>;
  scroller: RefObject<HTMLElement | null>;
  boxWidth: number;
  boxHeight: number;
  sizes: readonly { width: number; height: number }[];
  pages: PagesOfSource;
  pdf: PDFDocumentProxy | null;
  /** CSS pixels per point. */
  scale: number;
  shown: Shown;
  nameOf(page: number): string;
  onPage(page: number): void;
}

/** Pages drawn beyond the window's edge, above and below. */
const OVERSCAN = 1;

/** A paged document: only the pages in and near the window are drawn. */
export function FixedView(props: FixedViewProps) {
  const { ref, scroller, boxWidth, boxHeight, sizes, pages, pdf, scale, shown, nameOf, onPage } = props;
  const column = usePageColumn(sizes, scale, boxWidth);
  const state = useRef<FixedState>({ scroller: null, column, pages: pages.pages });
  state.current = { scroller: scroller.current, column, pages: pages.pages };
  useImperativeHandle(
    ref,
    () => createFixedPlaceView(() => ({ ...state.current, scroller: scroller.current })),
    [scroller],
  );
  const [first, last] = useWindow(scroller, column, boxHeight, onPage);
  const { want } = pages;
  useEffect(() => want(first), [want, first]);

  const drawn = [];
  const from = Math.max(0, first - OVERSCAN);
  const to = Math.min(sizes.length - 1, last + OVERSCAN);
  for (let index = from; index <= to; index++) {
    const page = pages.pages.get(index);
    drawn.push(
      <FixedPage
        key={index}
        index={index}
        page={page}
        pdf={pdf}
        name={nameOf(index)}
        left={leftOf(column, index)}
        top={column.offsets[index]!}
        width={Math.round(sizes[index]!.width * scale)}
        height={Math.round(sizes[index]!.height * scale)}
        scale={scale}
        decorations={decorationsOfPage(shown, index)}
        chosenId={shown.chosenId}
      />,
    );
  }
  return <div style={{ position: 'relative', width: column.width, height: column.height }}>{drawn}</div>;
}

/** Follows the scrolling: the first and last page in the window; keeps the place when sizes change. */
function useWindow(
  scroller: RefObject<HTMLElement | null>,
  column: PageColumn,
  boxHeight: number,
  onPage: (page: number) => void,
): [number, number] {
  const [range, setRange] = useState<[number, number]>([0, 1]);
  const anchor = useRef({ page: 0, share: 0 });
  const read = useMemo(
    () => () => {
      const box = scroller.current;
      if (!box) return;
      anchor.current = describeAnchor(column, box.scrollTop);
      const next = pagesBetween(column.offsets, box.scrollTop, box.scrollTop + boxHeight);
      setRange(before => (before[0] === next[0] && before[1] === next[1] ? before : next));
      onPage(pageAtOffset(column.offsets, box.scrollTop + boxHeight * 0.4));
    },
    [scroller, column, boxHeight, onPage],
  );
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const { page, share } = anchor.current;
    const height = (column.sizes[page]?.height ?? 0) * column.scale;
    const top = page === 0 && share <= 0 ? 0 : (column.offsets[page] ?? 0) + share * height;
    if (Math.abs(box.scrollTop - top) > 1) box.scrollTop = top;
    read();
    box.addEventListener('scroll', read, { passive: true });
    return () => box.removeEventListener('scroll', read);
  }, [scroller, column, read]);
  return range;
}

function describeAnchor(column: PageColumn, top: number): { page: number; share: number } {
  const page = pageAtOffset(column.offsets, top);
  const height = (column.sizes[page]?.height ?? 1) * column.scale;
  return { page, share: (top - (column.offsets[page] ?? 0)) / height };
}
