import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Canvases larger than this (device pixels) cost more memory than their sharpness is worth. */
const MOST_PIXELS = 24_000_000;

/** One page being drawn; `cancel` stops it and leaves `done` pending or rejected. */
export interface PageDrawing {
  done: Promise<HTMLCanvasElement>;
  cancel(): void;
}

/**
 * How a page is drawn. `print` draws it in one go, where `display` leaves frames to others between its pieces; it shows the
 * annotations that are printed instead of those on the screen.
 */
export type DrawingIntent = 'display' | 'print';

/** Draws one page on a new canvas, sharp on the device: `scale` is CSS pixels per point. */
export function drawPage(
  pdf: PDFDocumentProxy,
  index: number,
  scale: number,
  density: number,
  intent: DrawingIntent = 'display',
): PageDrawing {
  let cancelled = false;
  let stop = () => {};
  const draw = async () => {
    const page = await pdf.getPage(index + 1);
    if (cancelled) throw new Error('cancelled');
    const size = page.getViewport({ scale });
    const most = Math.sqrt(MOST_PIXELS / (size.width * size.height));
    const viewport = page.getViewport({ scale: scale * Math.min(density, most) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    const task = page.render({ canvas, viewport, annotationMode: 1, intent });
    stop = () => task.cancel();
    await task.promise;
    return canvas;
  };
  return {
    done: draw(),
    cancel() {
      cancelled = true;
      stop();
    },
  };
}
