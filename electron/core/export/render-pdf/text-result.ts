import type { HexColor } from '../../../../shared/document/content.ts';
import type { StructNode } from '../layout/structure.ts';
import type { UsedFonts } from './font-table.ts';

/**
 * Something met while painting, in reading order: an element, and the content or link it received (null: neither). `box` is where a
 * figure stands on the page.
 */
export interface StructEvent {
  node: StructNode;
  content: { mcid: number; box?: Rect } | { link: number } | null;
}

/** Left, bottom, right, top in PDF coordinates. */
export type Rect = [number, number, number, number];

/** A link on a page: one rectangle for each line it runs over. */
export interface PaintedLink {
  node: StructNode;
  rects: Rect[];
}

/** An underline in PDF coordinates. */
export interface Underline {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  width: number;
  color: HexColor;
}

/** The text of a page as one text object, and what its structure, links and fonts need. */
export interface TextResult {
  operators: string;
  events: StructEvent[];
  /** The elements of the page's marked-content sequences, in the order of their numbers. */
  owners: StructNode[];
  links: PaintedLink[];
  underlines: Underline[];
  fonts: UsedFonts;
}
