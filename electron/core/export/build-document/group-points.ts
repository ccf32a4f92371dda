import { Fragment, type Node } from 'prosemirror-model';
import { documentSchema } from '../../../../shared/document/schema.ts';
import { isBlankText } from './disclose.ts';
import { childrenOf } from './prune-text.ts';

const { talking_point } = documentSchema.nodes;

/**
 * A text as points to make. A heading right before a point becomes its title. A text without points of their own is divided by
 * its highest headings or, where it has none, by the items of its lists; what stands between them stays.
 */
export function groupPoints(text: Node): Node {
  const grouped = groupChildren(childrenOf(text));
  return rebuild(
    text,
    grouped.filter(child => !isPoint(child) || !isBlankText(child)),
  );
}

function groupChildren(children: Node[]): Node[] {
  if (children.some(isPoint)) return foldTitles(children);
  if (children.some(isHeading)) return groupByHeadings(children);
  return children.flatMap(child =>
    isList(child) ? childrenOf(child).flatMap(item => makePoint(childrenOf(item))) : [child],
  );
}

/** The points alone, with their titles. */
export function keepPoints(text: Node): Node {
  return rebuild(text, foldTitles(childrenOf(text)).filter(isPoint));
}

/** The points in short form: title, first paragraph or list, and the quotes they rest on. */
export function shortenPoints(text: Node): Node {
  return rebuild(
    text,
    childrenOf(text).map(child => (isPoint(child) ? shortenPoint(child) : child)),
  );
}

/** See {@link shortenPoints}; of a list the first paragraph of each item, and a paragraph that announces a list takes it along. */
export function shortenPoint(point: Node): Node {
  const children = childrenOf(point);
  const lead = children.find(child => child.type.name === 'paragraph' || isList(child));
  const next = lead && children[children.indexOf(lead) + 1];
  const list = lead && next && announces(lead) && isList(next) ? next : null;
  const kept = children.filter(
    child => isHeading(child) || child === lead || child === list || child.type.name === 'excerpt_quote',
  );
  return rebuild(
    point,
    kept.map(child => (isList(child) ? shortenList(child) : child)),
  );
}

/** «Le propongo:» */
function announces({ textContent }: Node): boolean {
  return /:\s*$/.test(textContent);
}

function shortenList(list: Node): Node {
  return rebuild(
    list,
    childrenOf(list).map(item => rebuild(item, childrenOf(item).slice(0, 1))),
  );
}

function foldTitles(children: Node[]): Node[] {
  const kept: Node[] = [];
  for (const child of children) {
    const titles: Node[] = [];
    while (isPoint(child) && kept.length && isHeading(kept.at(-1)!)) titles.unshift(kept.pop()!);
    kept.push(titles.length ? rebuild(child, [...titles, ...childrenOf(child)]) : child);
  }
  return kept;
}

function groupByHeadings(children: Node[]): Node[] {
  const top = Math.min(...children.filter(isHeading).map(child => Number(child.attrs.level)));
  const before: Node[] = [];
  const groups: Node[][] = [];
  for (const child of children) {
    if (isHeading(child) && child.attrs.level === top) groups.push([child]);
    else (groups.at(-1) ?? before).push(child);
  }
  return [...before, ...groups.flatMap(makePoint)];
}

/** What a point may hold, and the titles within it. */
const SPOKEN = new Set([
  'heading',
  'paragraph',
  'bullet_list',
  'ordered_list',
  'blockquote',
  'excerpt_quote',
]);

/** A topic; from its first table or picture on, it goes on as plain text. Breaks within it would only leave empty pages. */
function makePoint(children: Node[]): Node[] {
  const kept = children.filter(child => child.type.name !== 'page_break');
  const end = kept.findIndex(child => !SPOKEN.has(child.type.name));
  const spoken = end === -1 ? kept : kept.slice(0, end);
  return [talking_point.create(null, Fragment.from(spoken)), ...kept.slice(spoken.length)];
}

function rebuild(node: Node, children: Node[]): Node {
  return node.copy(Fragment.from(children));
}

/** Whether a node is a point to make. */
export function isPoint(node: Node): boolean {
  return node.type.name === 'talking_point';
}

function isHeading(node: Node): boolean {
  return node.type.name === 'heading';
}

function isList(node: Node): boolean {
  return node.type.name === 'bullet_list' || node.type.name === 'ordered_list';
}
