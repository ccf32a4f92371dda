import type { Marking } from '../../../shared/model/common.ts';

/** The two columns of a marking; both null when unmarked. */
export interface MarkingColumns {
  marking_scheme: string | null;
  marking_level: string | null;
}

/** A marking from its columns. */
export function readMarking(row: MarkingColumns): Marking {
  return row.marking_scheme === null || row.marking_level === null
    ? null
    : { scheme: row.marking_scheme, level: row.marking_level };
}

/** Lower case without accents: what titles are sorted by. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The year of an EDTF date, or null. */
export function readYear(issued: string): number | null {
  const year = /^-?\d{4}/.exec(issued)?.[0];
  return year === undefined ? null : Number(year);
}
