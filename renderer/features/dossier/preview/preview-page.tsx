import { useEffect, useRef } from 'react';
import { useMessages } from '../../../app/i18n.tsx';
import { drawPage } from '../../reader/pdf/draw-page.ts';
import styles from './preview.module.css';
import type { Preview } from './use-preview.ts';

/** See {@link PreviewPage}. */
export interface PreviewPageProps {
  preview: Preview;
  /** 0-based. */
  page: number;
  top: number;
  left: number;
  width: number;
  height: number;
  /** A double click goes to the part that the page belongs to. */
  onOpen: () => void;
}

/** The picture of one page; the old one stays until the new one is drawn, so that nothing flickers while somebody types. */
export function PreviewPage({ preview, page, top, left, width, height, onOpen }: PreviewPageProps) {
  const { t } = useMessages();
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scale = width / preview.width;
    const drawing = drawPage(preview.pdf, page, scale, window.devicePixelRatio || 1);
    drawing.done.then(
      canvas => {
        canvas.className = styles.picture ?? '';
        holder.current?.replaceChildren(canvas);
        performance.mark('dossier.preview.drawn');
      },
      // Cancelled because a newer preview is there: the old picture stays until that one is drawn.
      () => {},
    );
    return () => drawing.cancel();
  }, [preview, page, width]);
  const label = t('dossier.preview.page', { page: page + 1, total: preview.pageCount });
  return (
    <div
      ref={holder}
      role="img"
      aria-label={label}
      className={styles.page}
      style={{ top, left, width, height }}
      onDoubleClick={onOpen}
    />
  );
}
