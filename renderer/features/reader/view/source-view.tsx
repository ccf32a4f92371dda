import { useEffect, useMemo } from 'react';
import { useMessages } from '../../../app/i18n.tsx';
import { FlowView } from '../flow/flow-view.tsx';
import type { Reader } from '../state/use-reader.ts';
import { partsOfRange } from '../text/range-parts.ts';
import type { Shown } from './decorations.ts';
import { FixedView } from './fixed-view.tsx';
import { writePageName } from './page-name.ts';
import { useBoxSize } from './use-box-size.ts';
import { PAGE_GAP, usePageSizes } from './use-page-column.ts';
import { fitPercent, NATURAL_SCALE } from './zoom.ts';

/** The text of the source, as pages or as flowing text, with everything that is shown on it. */
export function SourceView({ reader }: { reader: Reader }) {
  const { t } = useMessages();
  const { source, pages, isPaged, view, scroller, zoom, percent, setPercent, setPage } = reader;
  const box = useBoxSize(scroller);
  const sizes = usePageSizes(pages.pages, isPaged ? source.pageCount : 0);
  const widest = useMemo(() => sizes.reduce((most, size) => Math.max(most, size.width), 0), [sizes]);
  const fitted = isPaged ? fitPercent(box.width - 2 * PAGE_GAP, widest) : 100;
  const wanted = zoom.mode === 'fit' ? fitted : zoom.percent;
  useEffect(() => setPercent(wanted), [setPercent, wanted]);
  const shown = useShown(reader);

  if (box.width === 0) return null;
  if (!isPaged) {
    return (
      <FlowView
        ref={view}
        scroller={scroller}
        pages={pages}
        percent={percent}
        shown={shown}
        language={source.language}
        onPage={setPage}
      />
    );
  }
  return (
    <FixedView
      ref={view}
      scroller={scroller}
      boxWidth={box.width}
      boxHeight={box.height}
      sizes={sizes}
      pages={pages}
      pdf={reader.pdf.state === 'open' ? reader.pdf.document : null}
      scale={(percent / 100) * NATURAL_SCALE}
      shown={shown}
      nameOf={index => writePageName(t, index, pages.pages.get(index)?.label ?? null, source.pageCount)}
      onPage={setPage}
    />
  );
}

function useShown(reader: Reader): Shown {
  const { excerpts, find, range, flash, chosenId, pages } = reader;
  const { byPage, current } = find;
  const loaded = pages.pages;
  const selection = useMemo(() => range && partsOfRange(loaded, range), [loaded, range]);
  const flashed = useMemo(() => flash && partsOfRange(loaded, flash), [loaded, flash]);
  return useMemo(
    () => ({ excerpts: excerpts.ranges, found: byPage, current, selection, flash: flashed, chosenId }),
    [excerpts.ranges, byPage, current, selection, flashed, chosenId],
  );
}
