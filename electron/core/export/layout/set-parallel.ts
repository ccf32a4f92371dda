import type { Block, ParallelBlock } from '../../../../shared/document/content.ts';
import { childNode, type Frame, languageAttribute, setBlocks } from './set-blocks.ts';
import { makeRow, type RowCell } from './table-row.ts';
import { FORBID, glue, type VerticalItem } from './vertical-list.ts';

const GUTTER = 20;

/** Sets two texts side by side, paragraph beside paragraph, each in its own language. */
export function setParallel(block: ParallelBlock, frame: Frame): VerticalItem[] {
  const items: VerticalItem[] = [];
  if (block.heads) {
    const heads = block.heads.map((text): Block[] => [
      { kind: 'paragraph', role: 'lead', inlines: [{ kind: 'text', text }], marking: null },
    ]) as [Block[], Block[]];
    items.push(setPair(heads, block, frame), FORBID);
  }
  for (const row of block.rows) {
    if (items.length) items.push(glue(frame.setting.theme.gaps.parallelRow));
    items.push(setPair(row, block, frame));
  }
  return items;
}

function setPair(pair: [Block[], Block[]], block: ParallelBlock, frame: Frame): VerticalItem {
  const width = (frame.width - GUTTER) / 2;
  const cells: RowCell[] = pair.map((blocks, side) => {
    const language = block.languages[side]!;
    const node = childNode(frame, 'Div', languageAttribute(frame, language));
    const column: Frame = {
      ...frame,
      x: 0,
      width,
      node,
      language,
      bodyStyle: { ...frame.setting.theme.styles.quote, align: 'start' },
    };
    return { x: frame.x + side * (width + GUTTER), items: setBlocks(blocks, column), node };
  });
  return makeRow(cells, { padding: 0, top: false, bottom: false, x: frame.x, width: frame.width });
}
