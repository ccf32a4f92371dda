import type { ListBlock } from '../../../../shared/document/content.ts';
import { childNode, type Frame, setBlocks } from './set-blocks.ts';
import { setText } from './set-inlines.ts';
import { openNode } from './structure.ts';
import { STYLES, type TextStyle } from './text-style.ts';
import { firstBox, glue, type VerticalItem } from './vertical-list.ts';

const ITEM_GAP = 3.5;
const BULLETS = ['•', '–', '·'];

/** Sets a list; the label hangs in the indent, beside the first line of its item. */
export function setList(block: ListBlock, frame: Frame): VerticalItem[] {
  const node = childNode(frame, 'L', { numbering: block.ordered ? 'Decimal' : 'Disc' });
  const items: VerticalItem[] = [];
  block.items.forEach((blocks, index) => {
    if (index > 0) items.push(glue(ITEM_GAP));
    const label = block.ordered ? `${block.start + index}.` : BULLETS[Math.min(listDepth(frame), 2)]!;
    items.push(...setItem(blocks, label, { ...frame, node }));
  });
  return items;
}

function setItem(blocks: ListBlock['items'][number], label: string, frame: Frame): VerticalItem[] {
  const first = blocks[0];
  const large = first?.kind === 'paragraph' && first.role === 'large';
  const style: TextStyle = large ? STYLES.large : (frame.bodyStyle ?? STYLES.body);
  const indent = Math.max(style.size * 1.65, label.length > 2 ? style.size * 0.62 * label.length : 0);
  const item = childNode(frame, 'LI');
  const labelNode = item && openNode('Lbl', item);
  const labelContext = {
    setting: frame.setting,
    style: labelStyle(style),
    node: labelNode,
    language: frame.language,
  };
  const [line] = setText(label, labelContext, indent, 'start');
  const body = item && openNode('LBody', item);
  const inner: Frame = { ...frame, node: body, x: frame.x + indent, width: frame.width - indent };
  const items = setBlocks(blocks, inner);
  const box = firstBox(items);
  const op = box?.ops.find(each => each.kind === 'line');
  const baseline = op?.kind === 'line' ? op.baseline : style.leading * 0.76;
  if (box && line) box.ops.unshift({ kind: 'line', line, x: frame.x + (frame.width > 0 ? 2 : 0), baseline });
  return items;
}

function labelStyle(style: TextStyle): TextStyle {
  return { ...style, align: 'start', hyphenate: false, feature: 'tnum' };
}

function listDepth(frame: Frame): number {
  let depth = -1;
  for (let node = frame.node; node; node = node.parent) if (node.tag === 'L') depth++;
  return Math.max(0, depth + (frame.node?.tag === 'LBody' ? 1 : 0));
}
