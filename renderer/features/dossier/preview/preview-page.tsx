import { useLayoutEffect, useRef } from 'react';
import { useMessages } from '../../../app/i18n.tsx';
import { drawPage, type PageDrawing } from '../../reader/pdf/draw-page.ts';
import styles from './preview.module.css';
import type { Preview } from './use-preview.ts';

/** See {@link PreviewPage}. */
export interface PreviewPageProps {
  preview: Preview;
  /** 0-based. */
  page: number;
  /** False for one that is only made ready: it waits until those in sight are drawn. */
  isInSight: boolean;
  top: number;
  left: number;
  width: number;
  height: number;
  /** A double click goes to the part that the page belongs to. */
  onOpen: () => void;
}

/** The picture of one page; the old one stays until the new one is drawn, so that nothing flickers while somebody types. */
export function PreviewPage({
  preview,
  page,
  isInSight,
  top,
  left,
  width,
  height,
  onOpen,
}: PreviewPageProps) {
  const { t } = useMessages();
  const holder = useRef<HTMLDivElement>(null);
  const drawn = useRef({ version: -1, width: 0 });
  const inSight = useRef(isInSight);
  inSight.current = isInSight;
  // Before the next frame, not after it: whoever types waits for the picture.
  useLayoutEffect(() => {
    const { version, painted } = preview;
    // What is drawn already stays as it is; what is not painted yet waits for the preview that paints it.
    if (drawn.current.version === version && drawn.current.width === width) return;
    if (page + 1 < painted.from || page + 1 > painted.to) return;
    const drawing = drawSoon(preview, page, width, inSight.current);
    drawing.done.then(
      canvas => {
        canvas.className = styles.picture ?? '';
        holder.current?.replaceChildren(canvas);
        drawn.current = { version, width };
        if (inSight.current) performance.mark('dossier.preview.drawn');
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

/** Milliseconds that pages out of sight leave to those in sight. */
const HEAD_START = 120;

function drawSoon(
  { pdf, width: points }: Preview,
  page: number,
  width: number,
  isInSight: boolean,
): PageDrawing {
  if (!pdf) throw new Error('an output with nothing to print has no pages to draw');
  const draw = () => drawPage(pdf, page, width / points, window.devicePixelRatio || 1, 'print');
  if (isInSight) return draw();
  let drawing: PageDrawing | null = null;
  let timer: ReturnType<typeof setTimeout>;
  const done = new Promise<HTMLCanvasElement>((resolve, reject) => {
    timer = setTimeout(() => {
      drawing = draw();
      drawing.done.then(resolve, reject);
    }, HEAD_START);
  });
  return {
    done,
    cancel() {
      clearTimeout(timer);
      drawing?.cancel();
    },
  };
}
