import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import type { ListEntry } from '../read-content/document-map.ts';
import { element, escapeText, type Html, writeText } from './html.ts';
import type { HtmlContext } from './html-context.ts';
import { renderBlocks } from './render-blocks.ts';
import { takeEndnotes } from './render-notes.ts';

/** The head of the page: title and, where there is a cover, everything it says. */
export function renderFront(document: ContentDocument, context: HtmlContext): Html {
  const { cover } = document;
  const title = element(
    'h1',
    { id: context.anchors.claim(cover?.id) },
    writeText(cover?.title ?? document.title),
  );
  const subtitle = cover ? cover.subtitle : document.subtitle;
  const blocks = cover?.blocks?.length ? renderBlocks(cover.blocks, context) : '';
  return element(
    'header',
    { class: 'cover' },
    line('ministry', cover?.ministry),
    title,
    line('subtitle', subtitle),
    line('marking-line', cover?.markingLine),
    cover?.facts.length ? renderFacts(cover.facts) : '',
    ...(cover?.controlLines ?? []).map(each => line('control', each)),
    blocks,
    takeEndnotes(context, 2),
  );
}

function line(name: string, text: string | null | undefined): Html {
  return text ? element('p', { class: name }, writeText(text)) : '';
}

function renderFacts(facts: [string, string][]): Html {
  const pairs = facts.map(([label, value]) => {
    const lines = value.split('\n').map(escapeText);
    return element(
      'div',
      {},
      element('dt', {}, writeText(label)),
      element('dd', {}, lines.join(element('br', {}))),
    );
  });
  return element('dl', {}, ...pairs);
}

/** The contents, as a list of links nested like the headings; '' where the document has none. */
export function renderContents(document: ContentDocument, context: HtmlContext): Html {
  if (document.contentsTitle === null) return '';
  const heading = context.anchors.claim(document.contentsId) ?? context.anchors.make('v-contents');
  const nested = nest(context.map.contents.filter(entry => entry.level <= 3));
  return element(
    'nav',
    { class: 'contents', 'aria-labelledby': heading },
    element('h2', { id: heading }, escapeText(document.contentsTitle)),
    renderBlocks(document.contentsBlocks ?? [], context),
    takeEndnotes(context, 3),
    renderEntries(nested, context),
  );
}

interface NestedEntry {
  entry: ListEntry;
  children: NestedEntry[];
}

function nest(entries: ListEntry[]): NestedEntry[] {
  const top: NestedEntry[] = [];
  const open: NestedEntry[] = [];
  for (const entry of entries) {
    const nested = { entry, children: [] };
    while (open.length && open.at(-1)!.entry.level >= entry.level) open.pop();
    (open.at(-1)?.children ?? top).push(nested);
    open.push(nested);
  }
  return top;
}

function renderEntries(entries: NestedEntry[], context: HtmlContext): Html {
  if (!entries.length) return '';
  const items = entries.map(({ entry, children }) => {
    const anchor = context.anchors.find(entry.id);
    const words = writeText(entry.text);
    const link = anchor && words ? element('a', { href: `#${anchor}` }, words) : words;
    return element('li', {}, link, renderEntries(children, context));
  });
  return element('ol', {}, ...items);
}

/** A list of tables or of figures under its title; '' where it has no title or nothing to list. */
export function renderList(title: string | null, entries: ListEntry[], context: HtmlContext): Html {
  if (title === null || !entries.length) return '';
  const heading = context.anchors.make('v-list');
  return element(
    'nav',
    { class: 'contents', 'aria-labelledby': heading },
    element('h2', { id: heading }, escapeText(title)),
    renderEntries(nest(entries), context),
  );
}
