import type { PDFDocumentProxy } from 'pdfjs-dist';
import { memo, useMemo } from 'react';
import type { Page } from '../../../../shared/model/page.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { PageCanvas } from '../pdf/page-canvas.tsx';
import type { Decoration } from '../text/split-text.ts';
import { sameDecorations } from './decorations.ts';
import styles from './fixed-page.module.css';
import { PageMarks } from './page-marks.tsx';
import { TextLayer } from './text-layer.tsx';

/** See {@link FixedPage}; sizes in CSS pixels, `scale` CSS pixels per point. */
export interface FixedPageProps {
  index: number;
  page: Page | undefined;
  pdf: PDFDocumentProxy | null;
  name: string;
  left: number;
  top: number;
  width: number;
  height: number;
  scale: number;
  decorations: readonly Decoration[];
  chosenId: string | null;
}

/** One page of a paged document: its picture, its text and the marks on it. */
export const FixedPage = memo(function FixedPage(props: FixedPageProps) {
  const { index, page, pdf, name, left, top, width, height, scale, decorations, chosenId } = props;
  const { t } = useMessages();
  const text = useMemo(
    () => (page?.layout.kind === 'fixed' ? { text: page.text, runs: page.layout.runs } : null),
    [page],
  );
  return (
    <section className={styles.page} aria-label={name} style={{ left, top, width, height }}>
      {pdf && <PageCanvas pdf={pdf} index={index} scale={scale} />}
      {page && text && (
        <>
          <TextLayer page={page} scale={scale} />
          <PageMarks page={text} scale={scale} decorations={decorations} chosenId={chosenId} />
        </>
      )}
      {page && page.text === '' && <p className={styles.noText}>{t('reader.pageWithoutText')}</p>}
    </section>
  );
}, sameProps);

function sameProps(before: FixedPageProps, after: FixedPageProps): boolean {
  const names = Object.keys(after) as (keyof FixedPageProps)[];
  return names.every(name =>
    name === 'decorations'
      ? sameDecorations(before.decorations, after.decorations)
      : before[name] === after[name],
  );
}
