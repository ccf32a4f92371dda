import type { Block, Inline } from '../../../../shared/document/content.ts';
import { buildPages, type LaidPage } from './build-pages.ts';
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

/** A line of the contents: a part (level 1) or a heading below it. */
export interface ContentsEntry {
  id: string;
  level: number;
  number: string | null;
  title: string;
}

const INDENT = 16;
const NUMBER_ROOM = 30;
const LEADER_GAP = 5;

/** Text of inlines without notes and citations, for contents and bookmarks. */
export function plainText(inlines: Inline[]): string {
  return inlines
    .map(inline => (inline.kind === 'text' ? inline.text : inline.kind === 'lineBreak' ? ' ' : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What stands above the lines of the contents. */
export interface ContentsHead {
  title: string;
  id?: string;
  blocks?: Block[];
}

/** Lays out the contents pages: titles, dotted leaders and page numbers, each line a link to its place. */
export function layoutContents(
  head: ContentsHead,
  entries: ContentsEntry[],
  pageOf: (id: string) => number,
  setting: Setting,
): LaidPage[] {
  const sect = openNode('Sect', null);
  const { title } = setting.theme.styles;
  const context = { setting, style: title, node: openNode('H1', sect), language: setting.language };
  const items = stackLines(setText(head.title, context, setting.geometry.frameWidth), 0, title.leading);
  const first = firstBox(items);
  if (first) first.partTitle = head.title;
  if (first && head.id) first.anchors.push({ id: head.id, y: 0 });
  items.push(FORBID, glue(12));
  if (head.blocks?.length) {
    const { language } = setting;
    const width = setting.geometry.frameWidth;
    items.push(...setBlocks(head.blocks, { setting, x: 0, width, node: sect, language }), glue(12));
  }
  const toc = openNode('TOC', sect);
  entries.forEach((entry, index) => {
    if (index > 0 && entry.level === 1) items.push(glue(5));
    items.push(...setEntry(entry, pageOf(entry.id), toc, setting));
  });
  return buildPages(items, setting.geometry.frameHeight);
}

function setEntry(entry: ContentsEntry, page: number, toc: StructNode, setting: Setting): VerticalItem[] {
  const { styles } = setting.theme;
  const style = entry.level === 1 ? styles.contents1 : styles.contents2;
  const text = entry.number ? `${entry.number}\u2002${entry.title}` : entry.title;
  const alt = fillTemplate(setting.furniture.goToPage, { title: entry.title, page });
  const reference = openNode('Reference', openNode('TOCI', toc));
  const node = openNode('Link', reference, { link: { target: { kind: 'anchor', id: entry.id }, alt } });
  const context = { setting, style, node, language: setting.language };
  const x = (entry.level - 1) * INDENT;
  const width = setting.geometry.frameWidth - x - NUMBER_ROOM;
  const lines = setText(text, context, width);
  const last = lines.at(-1);
  if (last) last.endsInSpace = true;
  const items = stackLines(lines, x, style.leading);
  const box = items.at(-1);
  if (box?.kind === 'box' && last) box.ops.push(...pageNumber(page, x + last.width, context));
  return items.map(item => (item.kind === 'penalty' ? FORBID : item)).concat(glue(0));
}

function pageNumber(page: number, textEnd: number, context: Parameters<typeof setText>[1]): PaintOp[] {
  const { frameWidth } = context.setting.geometry;
  const { style } = context;
  const [line] = setText(page > 0 ? String(page) : '0', context, NUMBER_ROOM, 'start');
  const x = frameWidth - line!.width;
  const baseline = style.leading * BASELINE;
  const ops: PaintOp[] = [{ kind: 'line', line: line!, x, baseline }];
  const x1 = textEnd + LEADER_GAP;
  const x2 = x - LEADER_GAP;
  if (x2 - x1 > 8) {
    ops.push({
      kind: 'rule',
      x1,
      y1: baseline,
      x2,
      y2: baseline,
      width: 0.7,
      color: context.setting.theme.colors.bar,
      dotted: true,
    });
  }
  return ops;
}
