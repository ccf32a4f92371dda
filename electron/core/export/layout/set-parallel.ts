import type { Block, ParallelBlock } from '../../../../shared/document/content.ts';
import { stackBoxes } from './continue-heads.ts';
import { childNode, type Frame, languageAttribute, setBlocks } from './set-blocks.ts';
import { makeRow, type RowCell } from './table-row.ts';
import { type Box, FORBID, firstBox, glue, makeBox, type VerticalItem } from './vertical-list.ts';

/** White between the columns, and the least width of one, in points. */
const GUTTER = 20;
const NARROWEST = 40;
/** A pair goes on on the next page where so many lines have room: neither text waits for a whole page. */
const LEAST_LINES = 3;

/**
 * Sets two texts side by side, paragraph beside paragraph, each in its own language. A pair that does not fit goes on in both
 * columns of the next page, below the columns' heads.
 */
export function setParallel(block: ParallelBlock, frame: Frame): VerticalItem[] {
  const items: VerticalItem[] = [];
  const heads = block.heads && setHeads(block.heads, block, frame);
  if (heads) items.push(heads, FORBID);
  const repeated = block.heads && setRepeatedHeads(block.heads, block, frame);
  for (const row of block.rows) {
    const pair = setPair(row, block, frame);
    if (!pair) continue;
    if (items.length) items.push(glue(frame.setting.theme.gaps.parallelRow));
    if (repeated) pair.repeatedHead = repeated;
    items.push(pair);
  }
  return items;
}

function setHeads(heads: [string, string], block: ParallelBlock, frame: Frame): Box | null {
  const pair = heads.map((text): Block[] => [
    { kind: 'paragraph', role: 'lead', inlines: [{ kind: 'text', text }], marking: null },
  ]) as [Block[], Block[]];
  return setPair(pair, block, frame);
}

function setRepeatedHeads(heads: [string, string], block: ParallelBlock, frame: Frame): Box | null {
  const box = setHeads(heads, block, { ...frame, node: null });
  return box && stackBoxes(box, makeBox(frame.setting.theme.gaps.parallelRow, []));
}

/** Two cells beside each other; null where neither has anything to print. */
function setPair(pair: [Block[], Block[]], block: ParallelBlock, frame: Frame): Box | null {
  const { quote } = frame.setting.theme.styles;
  const width = Math.max(NARROWEST, (frame.width - GUTTER) / 2);
  const cells = pair.map((blocks, side): RowCell => {
    const language = block.languages[side]!;
    const node = childNode(frame, 'Div', languageAttribute(frame, language));
    const column: Frame = {
      ...frame,
      x: 0,
      width,
      node,
      language,
      bodyStyle: { ...quote, align: 'start' },
      direct: false,
    };
    const items = setBlocks(blocks, column);
    // An element without content says nothing, so an empty cell has none.
    return { x: frame.x + side * (width + GUTTER), items, node: firstBox(items) ? node : null };
  });
  if (cells.every(cell => !firstBox(cell.items))) return null;
  const box = makeRow(cells, { padding: 0, top: false, bottom: false, x: frame.x, width: frame.width });
  box.divideFrom = quote.leading * LEAST_LINES;
  return box;
}
