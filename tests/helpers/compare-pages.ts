import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { decode, encode } from 'fast-png';
import pixelmatch from 'pixelmatch';
import { encodePng } from '../../electron/core/images/encode-png.ts';
import type { GreyPage } from './pdf-raster.ts';

const root = resolve(import.meta.dirname, '../..');
const kept = join(root, 'tests', 'fixtures', 'pages');
const output = join(root, 'output', 'pages');

/** So many pixels may differ by rounding. */
const MOST_DIFFERENT = 12;

/**
 * Says how a page differs from its kept picture, null when it does not. What differs is written to `output/pages`: the
 * page as it is now, and the difference in red. With `UPDATE_PAGES=1` the page is kept as it is.
 */
export function comparePage(name: string, page: GreyPage): string | null {
  const png = encodePng({ ...page, channels: 1 }, null);
  if (process.env.UPDATE_PAGES === '1') {
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, `${name}.png`), png);
    return null;
  }
  const difference = findDifference(name, page);
  if (!difference) return null;
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, `${name}.png`), png);
  const { what, picture } = difference;
  if (picture) writeFileSync(join(output, `${name}.difference.png`), picture);
  return `${name}: ${what}. Look at ${relative(root, output)}; UPDATE_PAGES=1 npx vitest run tests/core/export/page-images.test.ts keeps the pages as they are.`;
}

/** What differs in words, and a picture of it where both pages are of one size. */
export interface Difference {
  what: string;
  picture: Uint8Array | null;
}

/** How a page differs from the kept picture of that name; null where it does not. */
export function findDifference(name: string, page: GreyPage): Difference | null {
  const path = join(kept, `${name}.png`);
  if (!existsSync(path)) return { what: 'no picture is kept', picture: null };
  const { width, height, data } = decode(readFileSync(path));
  if (width !== page.width || height !== page.height)
    return { what: `${page.width} × ${page.height} pixels, not ${width} × ${height}`, picture: null };
  const drawn = new Uint8Array(width * height * 4);
  const different = pixelmatch(toRgba(Uint8Array.from(data)), toRgba(page.data), drawn, width, height, {
    threshold: 0.1,
    includeAA: true,
  });
  if (different <= MOST_DIFFERENT) return null;
  const picture = encode({ width, height, data: drawn, channels: 4, depth: 8 });
  return { what: `${different} pixels differ`, picture };
}

function toRgba(grey: Uint8Array): Uint8Array {
  const rgba = new Uint8Array(grey.length * 4);
  grey.forEach((value, i) => {
    rgba.fill(value, i * 4, i * 4 + 3);
    rgba[i * 4 + 3] = 255;
  });
  return rgba;
}
