import { setText } from './set-inlines.ts';
import { fillTemplate, type Setting } from './setting.ts';
import type { TextStyle } from './text-style.ts';
import { type Box, heightOf, makeBox, packColumn, stackLines, type VerticalItem } from './vertical-list.ts';

/** A line that no reader speaks, `gap` points of white below it. */
export function makeSilentLine(
  text: string,
  style: TextStyle,
  setting: Setting,
  place: { x: number; width: number; gap: number },
): Box {
  const context = { setting, style, node: null, language: setting.language };
  const items = stackLines(setText(text, context, place.width), place.x, style.leading);
  const { box } = packColumn(items, 0, 0);
  box.height = heightOf(items) + place.gap;
  return box;
}

/** «Title (continuación)», in the dossier's words. */
export function continuedTitle(title: string, setting: Setting): string {
  return fillTemplate(setting.furniture.continued, { title });
}

/** Two boxes, one below the other, as one. */
export function stackBoxes(upper: Box, lower: Box): Box {
  const box = makeBox(upper.height + lower.height, []);
  box.ops.push({ kind: 'box', box: upper, x: 0, y: 0 }, { kind: 'box', box: lower, x: 0, y: upper.height });
  return box;
}

/**
 * Lets material say on every later page what it belongs to (`head`, above heads of its own), and at the foot of each page but
 * the last that it goes on.
 */
export function markContinued(items: VerticalItem[], head: Box, foot?: Box): void {
  let first = true;
  for (const item of items) {
    if (item.kind !== 'box') continue;
    if (foot) item.foot = foot;
    if (first) item.headWhenCut = item.repeatedHead ? stackBoxes(head, item.repeatedHead) : head;
    else item.repeatedHead = item.repeatedHead ? stackBoxes(head, item.repeatedHead) : head;
    first = false;
  }
}
