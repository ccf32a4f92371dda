import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useMessages } from '../../../app/i18n.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import type { PageRange } from './page-range.ts';
import { partOfPage } from './part-of-page.ts';
import styles from './preview.module.css';
import { PreviewPage } from './preview-page.tsx';
import type { Preview } from './use-preview.ts';
import { currentPage, isInSight, type PageColumn, pageTop, visiblePages } from './visible-pages.ts';

/** Space between two pages, and around them, in CSS pixels. */
const GAP = 12;

/** A region that scrolls must be within reach of the keyboard, though it is no control. */
const reachable = { tabIndex: 0 };

/** See {@link PreviewPages}. */
export interface PreviewPagesProps {
  preview: Preview;
  /** 1 fits the width of the pane. */
  zoom: number;
  /** The 0-based page to show; a new object shows it again. */
  target: { page: number } | null;
  /** Tells the 0-based page on show. */
  onPage: (page: number) => void;
  /** Tells the pages that are to be painted. */
  onSight: (sight: PageRange) => void;
}

/** The pages of a preview in a column; only those in sight are drawn. */
export function PreviewPages({ preview, zoom, target, onPage, onSight }: PreviewPagesProps) {
  const { t } = useMessages();
  const { selectPart } = useDossierWork();
  const box = useRef<HTMLElement>(null);
  const size = useBoxSize(box);
  const [scrollTop, setScrollTop] = useState(0);
  const width = Math.max(120, (size.width - 2 * GAP) * zoom);
  const column: PageColumn = {
    count: preview.pageCount,
    pageHeight: Math.round((width * preview.height) / preview.width),
    gap: GAP,
  };
  const shown = currentPage(column, scrollTop, size.height);
  useEffect(() => onPage(shown), [shown, onPage]);
  const mounted = size.height > 0 ? visiblePages(column, scrollTop, size.height) : [];
  useSight(mounted, onSight);
  useKeepPlace(box, column);

  const latest = useRef(column);
  latest.current = column;
  const isMeasured = size.width > 0;
  useEffect(() => {
    if (target && isMeasured) box.current?.scrollTo({ top: pageTop(latest.current, target.page) });
  }, [target, isMeasured]);

  return (
    <section
      ref={box}
      className={styles.pages}
      aria-label={t('dossier.preview.label')}
      {...reachable}
      onScroll={event => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div
        className={styles.column}
        style={{ width: width + 2 * GAP, height: pageTop(column, preview.pageCount) + GAP }}
      >
        {mounted.map(page => (
          <PreviewPage
            key={page}
            preview={preview}
            page={page}
            isInSight={isInSight(column, page, scrollTop, size.height)}
            top={pageTop(column, page) + GAP}
            left={GAP}
            width={width}
            height={column.pageHeight}
            onOpen={() => {
              const part = partOfPage(preview.sectionPages, page + 1);
              if (part) selectPart(part);
            }}
          />
        ))}
      </div>
    </section>
  );
}

function useSight(pages: readonly number[], onSight: (sight: PageRange) => void): void {
  const [first = -1, last = -1] = [pages[0], pages.at(-1)];
  useEffect(() => {
    if (first >= 0) onSight({ from: first + 1, to: last + 1 });
  }, [first, last, onSight]);
}

function useBoxSize(box: { current: HTMLElement | null }): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return size;
}

/** Keeps the same words in sight when the pages become larger or smaller. */
function useKeepPlace(box: { current: HTMLElement | null }, { pageHeight }: PageColumn): void {
  const before = useRef(pageHeight);
  useLayoutEffect(() => {
    const element = box.current;
    if (element && before.current > 0 && before.current !== pageHeight) {
      element.scrollTop *= pageHeight / before.current;
    }
    before.current = pageHeight;
  }, [box, pageHeight]);
}
