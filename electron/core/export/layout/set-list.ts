import type { Block, ListBlock } from '../../../../shared/document/content.ts';
import type { Line } from './line.ts';
import { childNode, type Frame, setBlocks } from './set-blocks.ts';
import { setText } from './set-inlines.ts';
import { openNode } from './structure.ts';
import type { TextStyle } from './text-style.ts';
import { BASELINE, firstBox, glue, makeBox, type VerticalItem } from './vertical-list.ts';

/** Indent of an item's text, in type sizes. */
const INDENT = 1.65;
/** A list whose text would be narrower than this steps back to where the list around it stands. */
const MIN_MEASURE = 90;
const MIN_WIDTH = 12;
const BULLETS = ['•', '–', '·'];

/** Sets a list; the label hangs in the indent, beside the first line of its item. */
export function setList(block: ListBlock, frame: Frame): VerticalItem[] {
  const node = childNode(frame, 'L', { numbering: block.ordered ? 'Decimal' : 'Disc' });
  const { gaps } = frame.setting.theme;
  const items: VerticalItem[] = [];
  block.items.forEach((blocks, index) => {
    if (index > 0) items.push(glue(isLarge(blocks) ? gaps.largeListItem : gaps.listItem));
    const label = block.ordered ? `${block.start + index}.` : BULLETS[Math.min(listDepth(frame), 2)]!;
    items.push(...setItem(blocks, label, stepBack({ ...frame, node })));
  });
  return items;
}

function isLarge([first]: Block[]): boolean {
  return first?.kind === 'paragraph' && first.role === 'large';
}

function setItem(blocks: Block[], label: string, frame: Frame): VerticalItem[] {
  const { styles } = frame.setting.theme;
  const style: TextStyle = isLarge(blocks) ? styles.large : (frame.bodyStyle ?? styles.body);
  const indent = Math.max(style.size * INDENT, label.length > 2 ? style.size * 0.62 * label.length : 0);
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
  const inner: Frame = {
    ...frame,
    node: body,
    x: frame.x + indent,
    width: Math.max(MIN_WIDTH, frame.width - indent),
  };
  const items = setBlocks(blocks, inner);
  if (line) hangLabel(items, line, frame.x + 2, style);
  return items;
}

/** Puts the label beside the item's first line; an item without text gets a line for its label alone. */
function hangLabel(items: VerticalItem[], line: Line, x: number, style: TextStyle): void {
  const box = firstBox(items);
  const op = box?.ops.find(each => each.kind === 'line');
  const baseline = op?.kind === 'line' ? op.baseline : style.leading * BASELINE;
  const label = { kind: 'line', line, x, baseline } as const;
  if (box) box.ops.unshift(label);
  else items.push(makeBox(style.leading, [label]));
}

function stepBack(frame: Frame): Frame {
  const step = frame.setting.theme.styles.body.size * INDENT;
  if (frame.width - step >= MIN_MEASURE || frame.x < step) return frame;
  return { ...frame, x: frame.x - step, width: frame.width + step };
}

function labelStyle(style: TextStyle): TextStyle {
  return { ...style, align: 'start', hyphenate: false, feature: 'tnum' };
}

function listDepth(frame: Frame): number {
  let depth = -1;
  for (let node = frame.node; node; node = node.parent) if (node.tag === 'L') depth++;
  return Math.max(0, depth + (frame.node?.tag === 'LBody' ? 1 : 0));
}
