import type { HexColor } from '../../../../shared/document/content.ts';
import type { FontSet } from './font-set.ts';
import type { TextStyle } from './text-style.ts';

/** Every style of the page, by what it is for; `coverTitleLong` is a cover's title of many letters. */
export const styleNames = [
  'body',
  'note',
  'large',
  'lead',
  'title',
  'heading2',
  'heading3',
  'heading4',
  'quote',
  'translation',
  'citation',
  'footnote',
  'cell',
  'cellHead',
  'caption',
  'bibliography',
  'marking',
  'furniture',
  'banner',
  'contents1',
  'contents2',
  'coverMinistry',
  'coverTitle',
  'coverTitleLong',
  'coverSubtitle',
  'coverMarking',
  'coverLabel',
  'coverValue',
] as const;

/** See {@link styleNames}. */
export type StyleName = (typeof styleNames)[number];

/** The colours of a theme; those of text reach 4.5:1 on white. */
export const colorNames = [
  'ink',
  'heading',
  'muted',
  'link',
  'hairline',
  'bar',
  'headFill',
  'warning',
] as const;

/** See {@link colorNames}. */
export type ColorName = (typeof colorNames)[number];

/**
 * White space in points. Above a block of the kind named; `afterTable` below a table, `afterTitle` below a part's title, `part` above
 * a part that begins on a page begun, `cellBlock` between blocks of a small style, `cellX` and `cellY` around a cell's text.
 */
export const gapNames = [
  'block',
  'part',
  'afterTitle',
  'heading2',
  'heading3',
  'heading4',
  'table',
  'afterTable',
  'quote',
  'translation',
  'citation',
  'large',
  'bibliographyEntry',
  'listItem',
  'largeListItem',
  'parallelRow',
  'caption',
  'cellBlock',
  'cellX',
  'cellY',
] as const;

/** See {@link gapNames}. */
export type GapName = (typeof gapNames)[number];

/** Faces of one family, as paths of font files. */
export interface FontFamily {
  regular: string;
  italic: string;
  bold: string;
  boldItalic: string;
}

/** A typographic theme: everything about the look of a page but its size. */
export interface Theme {
  id: string;
  name: { es: string; en: string };
  /** `text` for what is read, `display` for headings, tables and furniture; `fallback`, in order, for characters both lack. */
  fonts: { text: FontFamily; display: FontFamily; fallback: FontFamily[] };
  colors: Record<ColorName, HexColor>;
  gaps: Record<GapName, number>;
  styles: Record<StyleName, TextStyle>;
}

/** The themes there are, with their fonts, each read when first used. */
export interface Themes {
  /** Ids, in order. */
  list(): string[];
  /** Throws ExportError `themeUnknown`, or `themeUnreadable` with the file and what is wrong in it. */
  get(id: string): Theme;
  /** The fonts of a theme, the same at every call: every export shares their shaping caches. */
  fontsOf(theme: Theme): FontSet;
}
