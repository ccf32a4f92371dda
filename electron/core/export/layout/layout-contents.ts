import type { Block } from '../../../../shared/document/content.ts';
import { buildPages, type LaidPage } from './build-pages.ts';
import type { ContentsEntry } from './list-entries.ts';
import { setBlocks } from './set-blocks.ts';
import { setText } from './set-inlines.ts';
import { fillTemplate, type Setting } from './setting.ts';
import { openNode, type StructNode } from './structure.ts';
import {
  BASELINE,
  FORBID,
  firstBox,
  glue,
  type PaintOp,
  stackLines,
  type VerticalItem,
} from './vertical-list.ts';

/** A list of places in the document under its title: the contents, or the list of tables or figures. */
export interface ContentsList {
  title: string;
  id?: string;
  /** A text between the title and the lines. */
  blocks?: Block[];
  entries: ContentsEntry[];
}

const INDENT = 16;
const LEADER_GAP = 5;
/** Space of a page number and its leader, in type sizes. */
const NUMBER_ROOM = 3;

/** Lays out lists one after the other: titles, dotted leaders and page numbers, each line a link to its place. */
export function layoutContents(
  lists: ContentsList[],
  pageOf: (id: string) => number | null,
  setting: Setting,
): LaidPage[] {
  const items = lists.flatMap((list, index) => [
    ...(index > 0 ? [glue(setting.theme.gaps.part)] : []),
    ...setContentsList(list, pageOf, setting),
  ]);
  return buildPages(items, setting.geometry.frameHeight);
}

function setContentsList(
  list: ContentsList,
  pageOf: (id: string) => number | null,
  setting: Setting,
): VerticalItem[] {
  const sect = openNode('Sect', null);
  const { geometry, language } = setting;
  const items = setListTitle(list, setting, sect);
  if (list.blocks?.length) {
    const frame = { setting, x: 0, width: geometry.frameWidth, node: sect, language };
    items.push(...setBlocks(list.blocks, frame), glue(12));
  }
  const toc = openNode('TOC', sect);
  list.entries.forEach((entry, index) => {
    if (index > 0) items.push(glue(entry.level === 1 ? 5 : 0));
    if (index === 1) items.push(FORBID);
    items.push(...setEntry(entry, pageOf(entry.id), toc, setting));
  });
  return items;
}

/** A title of the first level with its space below, kept with what follows. */
export function setListTitle(
  { title, id }: Pick<ContentsList, 'title' | 'id'>,
  setting: Setting,
  sect: StructNode,
): VerticalItem[] {
  const style = setting.theme.styles.title;
  const context = { setting, style, node: openNode('H1', sect), language: setting.language };
  const items = stackLines(setText(title, context, setting.geometry.frameWidth), 0, style.leading);
  const first = firstBox(items);
  if (first) first.partTitle = title;
  if (first && id) first.anchors.push({ id, y: 0 });
  return [...items.flatMap(item => (item.kind === 'box' ? [item, FORBID] : [])), glue(12), FORBID];
}

function setEntry(
  entry: ContentsEntry,
  page: number | null,
  toc: StructNode,
  setting: Setting,
): VerticalItem[] {
  const { styles } = setting.theme;
  const style = entry.level === 1 ? styles.contents1 : styles.contents2;
  const text = entry.number ? `${entry.number}\u2002${entry.title}` : entry.title;
  const alt = fillTemplate(setting.furniture.goToPage, { title: text, page: page ?? '' });
  const reference = openNode('Reference', openNode('TOCI', toc));
  const node = openNode('Link', reference, { link: { target: { kind: 'anchor', id: entry.id }, alt } });
  const context = { setting, style, node, language: setting.language };
  const x = Math.max(0, entry.level - 1) * INDENT;
  const width = setting.geometry.frameWidth - x - style.size * NUMBER_ROOM;
  const lines = setText(text, context, width);
  const last = lines.at(-1);
  if (last) last.endsInSpace = true;
  const items = stackLines(lines, x, style.leading);
  const box = items.at(-1);
  if (box?.kind === 'box' && last && page !== null)
    box.ops.push(...pageNumber(page, x + last.width, context));
  return items.map(item => (item.kind === 'penalty' ? FORBID : item));
}

function pageNumber(page: number, textEnd: number, context: Parameters<typeof setText>[1]): PaintOp[] {
  const { frameWidth } = context.setting.geometry;
  const { style } = context;
  const [line] = setText(String(page), context, style.size * NUMBER_ROOM, 'start');
  const x = frameWidth - line!.width;
  const y = style.leading * BASELINE;
  const ops: PaintOp[] = [{ kind: 'line', line: line!, x, baseline: y }];
  const x1 = textEnd + LEADER_GAP;
  const x2 = x - LEADER_GAP;
  const { color, width } = { color: context.setting.theme.colors.bar, width: 0.7 };
  if (x2 - x1 > 8) ops.push({ kind: 'rule', x1, y1: y, x2, y2: y, width, color, dotted: true });
  return ops;
}
