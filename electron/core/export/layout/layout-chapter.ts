import type { ContentPart } from '../../../../shared/document/content-document.ts';
import { buildPages, type LaidPage, type PlacedNote } from './build-pages.ts';
import { continuedTitle, makeSilentLine, markContinued } from './continue-heads.ts';
import { fitOnOnePage, type OverlongPart } from './fit-on-one-page.ts';
import type { KeptBlocks } from './kept-blocks.ts';
import { themeForPart } from './part-theme.ts';
import type { PageAnswer } from './printed-pages.ts';
import { setBlock, setBlocks } from './set-blocks.ts';
import { setText } from './set-inlines.ts';
import type { Setting } from './setting.ts';
import { openNode } from './structure.ts';
import { FORBID, firstBox, glue, makeBox, stackLines, type VerticalItem } from './vertical-list.ts';

/** Where something with an id lies in a chapter: page counted from 0 within it, `y` points below the frame's top. */
export interface PlacedAnchor {
  id: string;
  page: number;
  y: number;
  /** A name for the index, which stands there; `id` is empty. */
  indexEntry?: string;
}

/** A chapter laid out: parts that share pages, from one page start to the next. Pure data, fit to be cached. */
export interface LaidChapter {
  pages: LaidPage[];
  anchors: PlacedAnchor[];
  /** Characters that no shipped face has. */
  missing: string[];
  /** Parts that should fit one page and do not. */
  overlong: OverlongPart[];
  /** The pages that its references print, by target. */
  printed: { pages: Map<string, PageAnswer>; padded: boolean };
}

/** What a preview kept of a chapter, and all that the look of its blocks depends on besides. */
export interface KeptChapter {
  blocks: KeptBlocks;
  facts: string;
}

/** Lays out the parts of one chapter, one after the other. */
export function layoutChapter(
  parts: ContentPart[],
  setting: Setting,
  kept: KeptChapter | null = null,
): LaidChapter {
  const own: Setting = { ...setting, missing: new Set(), pages: { ...setting.pages, asked: new Map() } };
  own.theme = themeForPart(setting.theme, parts[0]!.layout);
  // Parts of other layouts are set in several sizes, or marked afterwards.
  const keeps = parts.every(({ layout }) => layout === 'flow' || layout === 'speaking');
  const { pages, overlong } = fitOnOnePage(parts, own, scaled =>
    layoutParts(parts, scaled, keeps ? kept : null),
  );
  const printed = { pages: own.pages.asked, padded: own.pages.padded };
  return { pages, anchors: collectAnchors(pages), missing: [...own.missing], overlong, printed };
}

function layoutParts(parts: ContentPart[], setting: Setting, kept: KeptChapter | null): LaidPage[] {
  kept?.blocks.begin();
  const items: VerticalItem[] = [];
  for (const part of parts) {
    if (items.length) items.push(glue(setting.theme.gaps.part));
    for (const item of setPart(part, setting, kept)) items.push(item);
  }
  return buildPages(items, setting.geometry.frameHeight);
}

/** Lists the anchors of pages in reading order. */
export function collectAnchors(pages: LaidPage[]): PlacedAnchor[] {
  return pages.flatMap((page, index) => [
    ...page.boxes.flatMap(({ box, y }) =>
      box.anchors.map(anchor => ({ ...anchor, page: index, y: y + anchor.y })),
    ),
    ...[...page.notes, ...page.marginNotes].flatMap(placed => noteAnchors(placed, index)),
  ]);
}

function noteAnchors({ note, from, to, y }: PlacedNote, page: number): PlacedAnchor[] {
  const own = note.id && from === 0 ? [{ id: note.id, page, y }] : [];
  const names = note.lines
    .slice(from, to)
    .flatMap((line, i) =>
      (line.indexEntries ?? []).map(indexEntry => ({ id: '', page, y: y + i * note.leading, indexEntry })),
    );
  return [...own, ...names];
}

function setPart(part: ContentPart, setting: Setting, kept: KeptChapter | null): VerticalItem[] {
  const { layout, title } = part;
  const facts = kept && JSON.stringify([layout, title]) + kept.facts;
  const { language } = setting;
  const node = openNode('Sect', null);
  const width = setting.geometry.frameWidth;
  const items = setTitle(part, setting, node);
  items.push(
    glue(setting.theme.gaps.afterTitle),
    ...setBlocks(
      part.blocks,
      { setting, x: 0, width, node, language, layout, partTitle: title, direct: layout === 'flow' },
      facts === null ? setBlock : kept?.blocks.setWith(setBlock, facts),
    ),
  );
  if (layout === 'card') {
    const style = setting.theme.styles.lead;
    const place = { x: 0, width, gap: setting.theme.gaps.afterTitle };
    markContinued(items, makeSilentLine(continuedTitle(title, setting), style, setting, place));
  }
  return items;
}

function setTitle(part: ContentPart, setting: Setting, node: ReturnType<typeof openNode>): VerticalItem[] {
  const { language } = setting;
  const { styles } = setting.theme;
  const title = part.number ? `${part.number}\u2002${part.title}` : part.title;
  const heading = { setting, style: styles.title, node: openNode('H1', node), language };
  const width = setting.geometry.frameWidth;
  const items = stackLines(setText(title, heading, width), 0, styles.title.leading);
  if (part.marking) {
    const style = { ...styles.marking, color: setting.markingColor };
    const context = { setting, style, node: openNode('P', node), language };
    items.push(...stackLines(setText(part.marking, context, width), 0, style.leading + 2));
  }
  const first = firstBox(items) ?? makeBox(0, []);
  if (!items.length) items.push(first);
  first.anchors.push({ id: part.id, y: 0 });
  first.partTitle = part.title;
  return items.flatMap(item => (item.kind === 'box' ? [item, FORBID] : []));
}
