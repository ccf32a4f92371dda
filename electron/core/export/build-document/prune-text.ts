import { Fragment, type Node } from 'prosemirror-model';
import { pruneTable } from './prune-table.ts';

/** Counts the blocks that were left out. */
export interface HeldBack {
  count: number;
}

/**
 * A text without the blocks that are not to be disclosed (null: nothing is left), and without what only they gave a reason
 * for: an item goes with its first paragraph, a heading takes what stands under it, a row of a parallel text goes in both
 * languages, and lists, rows and headings that are left with nothing go too.
 */
export function pruneText(text: Node, held: HeldBack): Node | null {
  const before = held.count;
  const kept = pruneUnderHeadings(childrenOf(text), held);
  const tidy = held.count === before ? kept : tidyBreaks(kept);
  return tidy.length ? text.copy(Fragment.from(tidy)) : null;
}

/** A block as far as it may be shown; null where nothing of it may. */
export function pruneBlock(node: Node, held: HeldBack): Node | null {
  if (isInternal(node)) {
    held.count += 1;
    return null;
  }
  switch (node.type.name) {
    case 'table':
      return pruneTable(node, held);
    case 'parallel':
      return keepChildren(node, childrenOf(node), row => pruneParallelRow(row, held));
    case 'bullet_list':
    case 'ordered_list':
      return keepChildren(node, childrenOf(node), item => pruneItem(item, held));
    case 'blockquote':
    case 'talking_point':
      return keepChildren(node, childrenOf(node), child => pruneBlock(child, held));
    default:
      return node;
  }
}

/** The children of a node. */
export function childrenOf(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index));
}

function isInternal(node: Node): boolean {
  return node.attrs.disclosure === 'internal';
}

function keepChildren(node: Node, children: Node[], prune: (child: Node) => Node | null): Node | null {
  const kept = children.map(prune).filter(child => child !== null);
  return kept.length || !children.length ? node.copy(Fragment.from(kept)) : null;
}

function pruneItem(item: Node, held: HeldBack): Node | null {
  const [lead, ...rest] = childrenOf(item);
  if (!lead || isInternal(lead)) {
    held.count += 1;
    return null;
  }
  const kept = rest.map(child => pruneBlock(child, held)).filter(child => child !== null);
  return item.copy(Fragment.from([lead, ...kept]));
}

/** The other language of a paragraph says the same. */
function pruneParallelRow(row: Node, held: HeldBack): Node | null {
  const inside: HeldBack = { count: 0 };
  for (const cell of childrenOf(row)) {
    for (const block of childrenOf(cell)) pruneBlock(block, inside);
  }
  held.count += inside.count;
  return inside.count ? null : row;
}

interface Place {
  node: Node;
  kept: Node | null;
}

function pruneUnderHeadings(children: Node[], held: HeldBack): Node[] {
  const places: Place[] = [];
  let hiddenLevel: number | null = null;
  for (const node of children) {
    const level = levelOf(node);
    if (hiddenLevel !== null && level !== null && level <= hiddenLevel) hiddenLevel = null;
    if (hiddenLevel === null && level !== null && isInternal(node)) hiddenLevel = level;
    if (hiddenLevel !== null) held.count += 1;
    places.push({ node, kept: hiddenLevel === null ? pruneBlock(node, held) : null });
  }
  dropBareHeadings(places);
  return places.map(place => place.kept).filter(kept => kept !== null);
}

function levelOf(node: Node): number | null {
  return node.type.name === 'heading' ? Number(node.attrs.level) : null;
}

/** A heading that stood above something, and now above nothing, would tell of it; inner headings first. */
function dropBareHeadings(places: Place[]): void {
  for (let i = places.length - 1; i >= 0; i--) {
    const level = levelOf(places[i]!.node);
    if (level === null || !places[i]!.kept) continue;
    const end = places.findIndex((place, j) => j > i && (levelOf(place.node) ?? Infinity) <= level);
    const under = places.slice(i + 1, end === -1 ? undefined : end);
    if (under.length && under.every(place => !place.kept || isBlank(place.kept))) {
      if (under.some(place => !place.kept)) places[i]!.kept = null;
    }
  }
}

function isBlank(node: Node): boolean {
  return isBreak(node) || (node.type.name === 'paragraph' && node.content.size === 0);
}

function isBreak(node: Node | undefined): boolean {
  return node?.type.name === 'page_break' || node?.type.name === 'horizontal_rule';
}

/** Breaks and rules that have nothing between them any more, or nothing before or after them. */
function tidyBreaks(nodes: Node[]): Node[] {
  const kept = nodes.filter((node, i) => !isBreak(node) || (i > 0 && !isBreak(nodes[i - 1])));
  while (isBreak(kept.at(-1))) kept.pop();
  return kept;
}
