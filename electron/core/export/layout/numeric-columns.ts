import type { TableCell } from '../../../../shared/document/content.ts';
import { plainText } from './list-entries.ts';
import type { Grid, GridCell } from './measure-columns.ts';

/** A figure with its sign, currency and unit, or what stands for one that is missing. */
const FIGURE =
  /^(?:[(+−–-]?\s?(?:US\$|USD|EUR|PEN|S\/|€|\$|£)?\s?[+−–-]?\d[\d\s.,'’/]*\s?(?:%|‰|°|M|MM|mil|k|pp)?\)?|[—–-]|…|\.{3}|n\.\s?d\.|s\/d)$/u;

/** The columns whose cells are all figures, so that they are aligned at their right edge, units below units. */
export function findNumericColumns(body: Grid): Set<number> {
  const numeric = new Set<number>();
  const refused = new Set<number>();
  for (const placed of body.cells) {
    const verdict = judgeCell(placed);
    if (verdict === 'figure') numeric.add(placed.column);
    if (verdict === 'text') for (let c = 0; c < placed.colspan; c++) refused.add(placed.column + c);
  }
  return new Set([...numeric].filter(column => !refused.has(column)));
}

function judgeCell({ cell, colspan }: GridCell): 'figure' | 'text' | 'nothing' {
  const text = textOfCell(cell);
  if (text === '' || colspan > 1) return 'nothing';
  return text !== null && !cell.header && FIGURE.test(text) ? 'figure' : 'text';
}

/** The text of a cell of one paragraph, null for any other. */
function textOfCell({ blocks }: TableCell): string | null {
  if (!blocks.length) return '';
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === 'paragraph' ? plainText(only.inlines) : null;
}
