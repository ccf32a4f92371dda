import type { Block } from '../../../../shared/document/content.ts';
import { placeCells } from '../layout/measure-columns.ts';

/** Columns that still stand upright on a sheet where nobody said which way the table goes. */
const MOST_UPRIGHT = 8;

/** Whether a block goes on a turned sheet: a table that says so, or that has too many columns and says nothing. */
export function isTurned(block: Block): boolean {
  if (block.kind !== 'table' || block.orientation === 'portrait') return false;
  if (block.orientation === 'landscape') return true;
  return Math.max(placeCells(block.head).columns, placeCells(block.rows).columns) > MOST_UPRIGHT;
}
