import { IngestError } from '../ingest-error.ts';

/** What a page of HTML may have at most: beyond it every DOM library hangs or exhausts the stack. */
export interface HtmlBounds {
  characters: number;
  tags: number;
  depth: number;
}

/** Ten times what the longest treaty collections have. */
export const HTML_BOUNDS: HtmlBounds = { characters: 40_000_000, tags: 600_000, depth: 400 };

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements that end by themselves when a sibling begins. */
const SELF_ENDING = new Set('p li td th tr dt dd option thead tbody tfoot colgroup caption'.split(' '));

/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style']);

/** Counts tags and depth by a scan without a DOM. Throws IngestError 'outOfMemory' when a bound is exceeded. */
export function checkHtmlBounds(html: string, bounds: HtmlBounds = HTML_BOUNDS): void {
  if (html.length > bounds.characters) throw new IngestError('outOfMemory', { characters: html.length });
  let tags = 0;
  let depth = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (html.startsWith('<!--', at)) at = skipTo(html, '-->', at);
    const closing = html[at + 1] === '/';
    const name = readTagName(html, closing ? at + 2 : at + 1);
    if (name === '') continue;
    if (++tags > bounds.tags) throw new IngestError('outOfMemory', { tags });
    if (VOID.has(name) || SELF_ENDING.has(name)) continue;
    if (!closing && RAW.has(name)) {
      at = skipTo(html, `</${name}`, at);
      continue;
    }
    if (closing && RAW.has(name)) continue;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    if (depth > bounds.depth) throw new IngestError('outOfMemory', { depth });
  }
}

/** The offset of `end` after `from`; the last character of the text when it never comes. */
function skipTo(html: string, end: string, from: number): number {
  const found = html.indexOf(end, from);
  return found < 0 ? html.length - 1 : found;
}

function readTagName(html: string, from: number): string {
  let to = from;
  while (to < html.length && to - from < 32 && /[a-zA-Z0-9:-]/.test(html[to]!)) to++;
  const name = html.slice(from, to).toLowerCase();
  return /^[a-z]/.test(name) ? name : '';
}
