import type { ContentPart } from '../../../../shared/document/content-document.ts';
import type { LaidPage } from './build-pages.ts';
import { SMALLEST_TYPE, scaleTheme } from './part-theme.ts';
import type { Setting } from './setting.ts';

/** A part that should fit one page and takes more, however small it is set. */
export interface OverlongPart {
  partId: string;
  pages: number;
}

/** A text is never set smaller than this share of the theme's sizes, so that a theme keeps its look. */
const SMALLEST_SCALE = 0.78;
const STEP = 0.03;

/**
 * Lays out parts; one that asks for one page (or a card) is set smaller step by step until it fits. Where it never does it
 * keeps the smallest setting, and is named.
 */
export function fitOnOnePage(
  parts: ContentPart[],
  setting: Setting,
  layout: (setting: Setting) => LaidPage[],
): { pages: LaidPage[]; overlong: OverlongPart[] } {
  const [part] = parts;
  let pages = layout(setting);
  if (!part || (part.layout !== 'onePage' && part.layout !== 'card')) return { pages, overlong: [] };
  const smallest = Math.min(1, Math.max(SMALLEST_SCALE, SMALLEST_TYPE / setting.theme.styles.body.size));
  for (let scale = 1; pages.length > 1 && scale > smallest; ) {
    scale = Math.max(smallest, scale - STEP);
    pages = layout({ ...setting, theme: scaleTheme(setting.theme, scale) });
  }
  const isOverlong = part.layout === 'onePage' && pages.length > 1;
  return { pages, overlong: isOverlong ? [{ partId: part.id, pages: pages.length }] : [] };
}
