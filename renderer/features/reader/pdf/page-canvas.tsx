import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef } from 'react';
import { drawPage } from './draw-page.ts';
import styles from './page-canvas.module.css';

/** Drawing waits this long (ms) after a change, so that zooming and fast scrolling do not draw what nobody sees. */
const REST = 60;

/** The picture of one page; while a new size is drawn the old picture stays, stretched. */
export function PageCanvas({ pdf, index, scale }: { pdf: PDFDocumentProxy; index: number; scale: number }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let cancel = () => {};
    const timer = setTimeout(() => {
      const drawing = drawPage(pdf, index, scale, window.devicePixelRatio || 1);
      cancel = drawing.cancel;
      drawing.done.then(
        canvas => {
          canvas.className = styles.canvas ?? '';
          holder.current?.replaceChildren(canvas);
        },
        // A cancelled or failed picture leaves the paper empty; the text above it can still be read.
        () => {},
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      cancel();
    };
  }, [pdf, index, scale]);
  return <div ref={holder} className={styles.holder} aria-hidden />;
}
