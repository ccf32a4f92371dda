import type { HexColor, LanguageTag } from '../../../../shared/document/content.ts';
import type { Furniture } from '../../../../shared/document/content-document.ts';
import type { FontSet } from './font-set.ts';
import type { Geometry } from './geometry.ts';
import type { PrintedPages } from './printed-pages.ts';
import type { Theme } from './theme.ts';

/** What every routine of the layout needs to know; `missing` collects characters that no face shows. */
export interface Setting {
  theme: Theme;
  fonts: FontSet;
  /** Of upright right-hand pages; all frames of upright pages are alike. */
  geometry: Geometry;
  /** Of pages turned to landscape. */
  turnedGeometry: Geometry;
  /** Whether the outer margin holds notes. */
  sideNotes: boolean;
  language: LanguageTag;
  furniture: Furniture;
  /** Colour of portion markings: the banner's. */
  markingColor: HexColor;
  missing: Set<string>;
  /** Pages that references print, as far as they are known. */
  pages: PrintedPages;
}

/** Fills the braces of a furniture string: «Página {page} de {total}». */
export function fillTemplate(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
