import { IngestError } from '../ingest/ingest-error.ts';

/** Pictures of more pixels are not read: 200 million. */
export const MOST_PIXELS = 200_000_000;

/** What paper takes at 300 dpi: 170 mm, wider than a page's text, and 245 mm, its height. */
const MOST_WIDTH = 2000;
const MOST_HEIGHT = 2900;

/** Throws IngestError `tooLarge` (`megapixels`, `limitMegapixels`) for a picture of too many pixels. */
export function checkPixels(width: number, height: number): void {
  const pixels = width * height;
  if (pixels <= MOST_PIXELS) return;
  const megapixels = Math.ceil(pixels / 1e6);
  throw new IngestError('tooLarge', { megapixels, limitMegapixels: MOST_PIXELS / 1e6, picture: 'yes' });
}

/** The size at which a picture of these upright pixels is printed; at most its own. */
export function printSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, MOST_WIDTH / width, MOST_HEIGHT / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
