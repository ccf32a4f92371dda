import type { Inline, TalkingPointBlock } from '../../../../shared/document/content.ts';
import { continuedTitle, makeSilentLine, markContinued } from './continue-heads.ts';
import { plainText } from './list-entries.ts';
import { childNode, type Frame, setBlocks } from './set-blocks.ts';
import { setInlines, setText } from './set-inlines.ts';
import type { StructNode } from './structure.ts';
import type { TextStyle } from './text-style.ts';
import { BASELINE, FORBID, firstBox, glue, makeBox, stackLines, type VerticalItem } from './vertical-list.ts';

/** Indent of a point's text, in type sizes of its lead line; more for a longer number. */
const INDENT = 2;
const DIGIT_WIDTH = 0.62;
/** White between a point's head on a speaking page and its rule, and between rule and text, in type sizes. */
const HEAD_GAP = { above: 0.35, below: 1 };

/**
 * Sets a point to make: its number beside the line that says to whom and how long, its text, and at its foot what it rests on. On
 * speaking pages the text takes the whole measure, and says on each page after the first which point it is.
 */
export function setTalkingPoint(block: TalkingPointBlock, frame: Frame): VerticalItem[] {
  const node = childNode(frame, 'Div');
  const inner: Frame = { ...frame, node };
  const items = frame.layout === 'speaking' ? setSpoken(block, inner) : setHung(block, inner);
  firstBox(items)?.anchors.push({ id: block.id, y: 0 });
  return items;
}

function setSpoken(block: TalkingPointBlock, frame: Frame): VerticalItem[] {
  const { theme, furniture } = frame.setting;
  const style = theme.styles.lead;
  const title = titleOf(block);
  const items: VerticalItem[] = [];
  if (title) {
    items.push(...setTitle(title, style, frame), FORBID, ruleBelow(frame, style), FORBID);
    items.push(glue(style.size * HEAD_GAP.below));
  }
  items.push(...setBlocks(block.blocks, frame), ...setEvidence(block.evidence, frame));
  const place = { x: frame.x, width: frame.width, gap: style.size * HEAD_GAP.below };
  const head = makeSilentLine(
    continuedTitle(topicOf(block) || frame.partTitle || '', frame.setting),
    style,
    frame.setting,
    place,
  );
  const footStyle: TextStyle = { ...theme.styles.citation, align: 'end' };
  const foot = makeSilentLine(furniture.turnPage, footStyle, frame.setting, { ...place, gap: 0 });
  markContinued(items, head, foot);
  return items;
}

function titleOf({ number, lead }: TalkingPointBlock): string {
  return [number, lead].filter(Boolean).join('\u2002');
}

/** What a point that goes on is called: by its own title where it has one. */
function topicOf(block: TalkingPointBlock): string {
  const [first] = block.blocks;
  if (first?.kind !== 'heading') return titleOf(block);
  return [block.number ?? first.number, plainText(first.inlines)].filter(Boolean).join('\u2002');
}

function setTitle(title: string, style: TextStyle, frame: Frame): VerticalItem[] {
  const node = childNode(frame, 'P');
  const context = { setting: frame.setting, style, node, language: frame.setting.language };
  return stackLines(setText(title, context, frame.width), frame.x, style.leading).map(item =>
    item.kind === 'penalty' ? FORBID : item,
  );
}

function ruleBelow(frame: Frame, style: TextStyle): VerticalItem {
  const y = style.size * HEAD_GAP.above;
  const color = frame.setting.theme.colors.hairline;
  const ends = { x1: frame.x, x2: frame.x + frame.width, y1: y, y2: y };
  return makeBox(y, [{ kind: 'rule', ...ends, width: 0.8, color }]);
}

function setHung(block: TalkingPointBlock, frame: Frame): VerticalItem[] {
  const style = frame.setting.theme.styles.lead;
  const indent = block.number ? style.size * Math.max(INDENT, DIGIT_WIDTH * (block.number.length + 1)) : 0;
  const inner: Frame = { ...frame, x: frame.x + indent, width: frame.width - indent };
  const numberNode = block.number ? childNode(frame, 'P') : null;
  const items: VerticalItem[] = block.lead
    ? [...setTitle(block.lead, style, inner), FORBID, glue(frame.setting.theme.gaps.citation)]
    : [];
  items.push(...setBlocks(block.blocks, inner), ...setEvidence(block.evidence, inner));
  if (block.number) hangNumber(block.number, items, numberNode, frame);
  return items;
}

/** Puts the number beside the point's first line; a point without text gets a line for its number alone. */
function hangNumber(number: string, items: VerticalItem[], node: StructNode | null, frame: Frame): void {
  const box = firstBox(items);
  const op = box?.ops.find(each => each.kind === 'line');
  const { lead } = frame.setting.theme.styles;
  const size = (op?.kind === 'line' && op.line.segments[0]?.piece.size) || lead.size;
  const style: TextStyle = { ...lead, size, feature: 'tnum' };
  const context = { setting: frame.setting, style, node, language: frame.setting.language };
  const [line] = setText(number, context, frame.width, 'start');
  if (!line) return;
  const baseline = op?.kind === 'line' ? op.baseline : style.leading * BASELINE;
  const label = { kind: 'line', line, x: frame.x, baseline } as const;
  if (box) box.ops.unshift(label);
  else items.push(makeBox(style.leading, [label]));
}

/** What a point rests on, a line each, never parted from the end of its text. */
function setEvidence(evidence: TalkingPointBlock['evidence'], frame: Frame): VerticalItem[] {
  if (!evidence.length) return [];
  const { gaps, styles } = frame.setting.theme;
  const style = styles.citation;
  const inlines = evidence.flatMap((reference, i): Inline[] =>
    i > 0 ? [{ kind: 'lineBreak' }, reference] : [reference],
  );
  const node = childNode(frame, 'P');
  const context = { setting: frame.setting, style, node, language: frame.setting.language };
  const items = stackLines(setInlines(inlines, context, frame.width), frame.x, style.leading);
  return items.length ? [FORBID, glue(gaps.citation * 2), ...items] : [];
}
