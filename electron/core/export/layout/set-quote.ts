import type { HexColor, Inline, QuoteBlock } from '../../../../shared/document/content.ts';
import { childNode, type Frame, languageAttribute, markingStyle } from './set-blocks.ts';
import { setInlines } from './set-inlines.ts';
import { openNode, type StructNode } from './structure.ts';
import type { TextStyle } from './text-style.ts';
import { type Box, FORBID, firstBox, stackLines, type VerticalItem } from './vertical-list.ts';

const INDENT = 15;
const BAR = { x: 2.5, width: 1.6 };

const SEPARATOR = ' · ';

/**
 * Sets a verbatim excerpt: a bar at its left, its translation and its citation line beneath, never parted from the
 * excerpt's last two lines. A state other than exact is said in words, in the warning colour.
 */
export function setQuote(block: QuoteBlock, frame: Frame): VerticalItem[] {
  const { colors, gaps } = frame.setting.theme;
  const quote = childNode(frame, 'BlockQuote', languageAttribute(frame, block.language));
  const inner: Frame = {
    ...frame,
    x: frame.x + INDENT,
    width: frame.width - INDENT,
    node: quote,
    language: block.language,
  };
  const items = setPassage(block.inlines, inner, block.language, quoteStyle(frame), block.marking);
  firstBox(items)?.anchors.push({ id: block.id, y: 0 });
  if (block.translation) pushBelow(items, setTranslation(block.translation, inner), gaps.translation);
  pushBelow(items, setCitation(block, inner, frame), gaps.citation);
  for (const item of items)
    if (item.kind === 'box') addBar(item, frame.x, block.state === 'exact' ? colors.bar : colors.warning);
  return items;
}

function quoteStyle(frame: Frame): TextStyle {
  const { quote } = frame.setting.theme.styles;
  return frame.bodyStyle && frame.bodyStyle.size < quote.size ? frame.bodyStyle : quote;
}

function setPassage(
  inlines: Inline[],
  frame: Frame,
  language: string,
  style: TextStyle,
  marking: string | null,
): VerticalItem[] {
  const node = childNode(frame, 'P', languageAttribute(frame, language));
  const prefix = marking ? { text: marking, style: markingStyle(frame, style) } : null;
  const context = { setting: frame.setting, style, node, language };
  return stackLines(setInlines(inlines, context, frame.width, { prefix }), frame.x, style.leading);
}

function setTranslation(translation: NonNullable<QuoteBlock['translation']>, frame: Frame): VerticalItem[] {
  const label: Inline = { kind: 'text', text: `${translation.label} `, marks: { em: true } };
  const style = frame.setting.theme.styles.translation;
  return setPassage([label, ...translation.inlines], frame, translation.language, style, null);
}

function setCitation(block: QuoteBlock, frame: Frame, outer: Frame): VerticalItem[] {
  const node: StructNode | null =
    frame.node && openNode('P', frame.node, languageAttribute(frame, outer.language));
  const { colors, styles } = frame.setting.theme;
  const style = styles.citation;
  const context = { setting: frame.setting, style, node, language: outer.language };
  const items = stackLines(setInlines(withReferences(block), context, frame.width), frame.x, style.leading);
  if (block.state !== 'exact' && block.verificationLabel) {
    const warning: TextStyle = { ...style, face: 'displayBold', color: colors.warning };
    const label: Inline[] = [{ kind: 'text', text: block.verificationLabel }];
    const warningNode = frame.node && openNode('P', frame.node, languageAttribute(frame, outer.language));
    const lines = setInlines(label, { ...context, style: warning, node: warningNode }, frame.width);
    items.push(...stackLines(lines, frame.x, style.leading));
  }
  return items.flatMap(item => (item.kind === 'box' ? [FORBID, item] : []));
}

/** The citation, and where else the excerpt stands. */
function withReferences({ citation, seeAlso }: QuoteBlock): Inline[] {
  const references = (seeAlso ?? []).flatMap((reference): Inline[] => [
    { kind: 'text', text: SEPARATOR },
    reference,
  ]);
  return citation.length ? [...citation, ...references] : references.slice(1);
}

/** Adds a column below with `gap` points inside its first box, so that the bar runs through the gap. */
function pushBelow(items: VerticalItem[], below: VerticalItem[], gap: number): void {
  const first = firstBox(below);
  if (!first) return;
  first.height += gap;
  for (const op of first.ops) if (op.kind === 'line') op.baseline += gap;
  if (items.length && below[0]?.kind === 'box') items.push(FORBID);
  items.push(...below);
}

function addBar(box: Box, x: number, color: HexColor): void {
  box.ops.push({ kind: 'fill', x: x + BAR.x, y: 0, width: BAR.width, height: box.height, color });
}
