import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, type RefObject, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { intersectRanges } from '../text/places.ts';
import type { Decoration } from '../text/split-text.ts';
import type { PagesOfSource } from '../text/use-pages.ts';
import { decorationsOfPage, type Shown } from '../view/decorations.ts';
import type { PlaceView } from '../view/place-view.ts';
import { FlowBlock } from './flow-block.tsx';
import { type FlowItem, listFlowItems } from './flow-items.ts';
import { createFlowPlaceView, type FlowState } from './flow-place-view.ts';
import styles from './flow-view.module.css';

/** See {@link FlowView}. */
export interface FlowViewProps {
  ref: Ref<PlaceView>;
  scroller: RefObject<HTMLElement | null>;
  pages: PagesOfSource;
  /** Size of the type in per cent. */
  percent: number;
  shown: Shown;
  language: string | null;
  onPage(page: number): void;
}

/** Letters in a line and height of a line (CSS pixels) at 100 %, to guess the height of what is not drawn yet. */
const LETTERS = 75;
const LINE = 27;

/** A flowing document as well-set text; only the blocks in and near the window are drawn. */
export function FlowView({ ref, scroller, pages, percent, shown, language, onPage }: FlowViewProps) {
  const items = useMemo(() => listFlowItems(sortedPages(pages)), [pages]);
  const column = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => estimateHeight(items[index]!, percent),
    getItemKey: index => `${items[index]!.page} ${items[index]!.start}`,
    overscan: 6,
    paddingStart: 40,
    paddingEnd: 120,
  });
  useEffect(() => {
    if (percent > 0) virtualizer.measure();
  }, [virtualizer, percent]);
  usePlaceView(ref, { scroller, column, items, virtualizer });
  const rows = virtualizer.getVirtualItems();
  const page = items[rows[0]?.index ?? 0]?.page ?? 0;
  useEffect(() => onPage(page), [onPage, page]);
  const decorations = useDecorations(shown);

  return (
    <div
      ref={column}
      className={styles.column}
      lang={language ?? undefined}
      style={{ height: virtualizer.getTotalSize(), fontSize: `${(percent / 100) * 1.0625}rem` }}
    >
      {rows.map(row => {
        const item = items[row.index]!;
        return (
          <div
            key={row.key}
            ref={virtualizer.measureElement}
            data-index={row.index}
            data-item={row.index}
            className={styles.row}
            style={{ top: row.start }}
          >
            <FlowBlock
              item={item}
              decorations={within(decorations(item.page), item)}
              chosenId={shown.chosenId}
            />
          </div>
        );
      })}
    </div>
  );
}

interface PlaceViewParts extends Pick<FlowState, 'items' | 'virtualizer'> {
  scroller: RefObject<HTMLElement | null>;
  column: RefObject<HTMLElement | null>;
}

/** Offers the view to whoever selects, finds and jumps; it reads what is drawn when it is asked. */
function usePlaceView(ref: Ref<PlaceView>, parts: PlaceViewParts): void {
  const latest = useRef(parts);
  latest.current = parts;
  useImperativeHandle(
    ref,
    () =>
      createFlowPlaceView(() => {
        const { scroller, column, items, virtualizer } = latest.current;
        return { scroller: scroller.current, column: column.current, items, virtualizer };
      }),
    [],
  );
}

/** The decorations of each page, computed once for all its blocks. */
function useDecorations(shown: Shown): (page: number) => readonly Decoration[] {
  return useMemo(() => {
    const known = new Map<number, readonly Decoration[]>();
    return page => {
      const list = known.get(page) ?? decorationsOfPage(shown, page);
      known.set(page, list);
      return list;
    };
  }, [shown]);
}

/** What of a page's decorations touches a block, cut to it, so that a change elsewhere does not draw it again. */
function within(decorations: readonly Decoration[], item: FlowItem): Decoration[] {
  return decorations.flatMap(decoration => {
    const part = intersectRanges(decoration, item);
    return part ? [{ ...decoration, ...part }] : [];
  });
}

function sortedPages({ pages }: PagesOfSource) {
  return [...pages.values()].sort((a, b) => a.index - b.index);
}

function estimateHeight(item: FlowItem, percent: number): number {
  const size = percent / 100;
  const lines = Math.ceil((item.end - item.start) / LETTERS);
  return (lines * LINE + (item.kind === 'heading' ? 26 : 12)) * size;
}
