import type { LinkTarget } from '../../../../shared/document/content.ts';

/** The standard structure types used (ISO 32000-1, 14.8.4). */
export type StructTag =
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'BlockQuote'
  | 'Note'
  | 'Reference'
  | 'BibEntry'
  | 'Link'
  | 'Span'
  | 'Table'
  | 'Caption'
  | 'Figure'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Index';

/** What a structure element says beyond its type. */
export interface StructAttributes {
  language?: string;
  /** Unique through the document; required of notes by PDF/UA-1 (7.9). */
  id?: string;
  scope?: 'Column' | 'Row';
  colspan?: number;
  rowspan?: number;
  numbering?: 'Decimal' | 'Disc';
  /** What is read out in place of a Figure. */
  alt?: string;
  /** Where a Link leads, and what a reader that speaks says of it. */
  link?: { target: LinkTarget; alt: string };
}

/**
 * One element of the structure tree. Children are not listed here: painting meets the elements in reading order,
 * and each is attached to its parent when it is first met.
 */
export interface StructNode {
  tag: StructTag;
  /** null: directly under Document. */
  parent: StructNode | null;
  attributes: StructAttributes;
}

/** Makes an element under `parent` (null: under Document). */
export function openNode(
  tag: StructTag,
  parent: StructNode | null,
  attributes: StructAttributes = {},
): StructNode {
  return { tag, parent, attributes };
}

/** Whether two tags name one language whatever the country («es», «es-PE»): a voice need not change. */
export function sameLanguage(a: string, b: string): boolean {
  return a.split('-')[0]!.toLowerCase() === b.split('-')[0]!.toLowerCase();
}
