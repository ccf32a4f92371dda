import { hideStyles, readStyle } from './pasted-styles.ts';
import { convertWordFootnotes } from './word-footnotes.ts';
import { convertWordLists } from './word-lists.ts';

/**
 * Prepares HTML from outside (Word, a browser, a mail) for the schema: Word's make-believe lists become lists, its
 * footnotes footnotes, styled spans bold and italic, headings their levels; scripts, styles, images and comments go.
 * HTML that this editor itself put on the clipboard passes untouched.
 */
export function cleanPastedHtml(html: string): string {
  if (/\bdata-pm-slice=/.test(html)) return html;
  const page = new DOMParser().parseFromString(hideStyles(html), 'text/html');
  const body = page.body;
  removeComments(body);
  convertWordFootnotes(body);
  for (const unwanted of body.querySelectorAll(UNWANTED)) unwanted.remove();
  convertWordLists(body);
  for (const span of body.querySelectorAll<HTMLElement>('span[data-style], p[data-style]'))
    readInlineStyle(span);
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) shiftHeading(heading);
  for (const caption of body.querySelectorAll('table > caption')) keepCaption(caption);
  removeLayoutBold(body);
  // Word writes a language on every run, whether it is another one or not.
  for (const run of body.querySelectorAll('[lang]')) run.removeAttribute('lang');
  return body.innerHTML;
}

const UNWANTED = 'script, style, meta, link, title, xml, object, iframe, img, svg, video, audio, template';

function removeComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, 0x80 /* comments */);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) (comment as ChildNode).remove();
}

/** The schema's level 1 is `h2`, since the part's title stands above it; deeper than three is three. */
function shiftHeading(heading: Element): void {
  const level = Math.min(Number(heading.tagName.slice(1)) + 1, 4);
  replaceTag(heading, `h${level}`);
}

function keepCaption(caption: Element): void {
  caption.closest('table')?.setAttribute('data-caption', (caption.textContent ?? '').trim());
  caption.remove();
}

function readInlineStyle(element: Element): void {
  const style = readStyle(element);
  if (/^(bold|[6-9]00)/.test(style.fontWeight)) wrapContent(element, 'strong');
  if (style.fontStyle === 'italic') wrapContent(element, 'em');
  if (/underline/.test(style.textDecoration || style.textDecorationLine)) wrapContent(element, 'u');
  if (style.fontVariant === 'small-caps' || style.fontVariantCaps === 'small-caps') {
    wrapContent(element, 'span').setAttribute('data-small-caps', 'true');
  }
}

/** Google Docs wraps everything in `<b style="font-weight:normal">`, which is not bold. */
function removeLayoutBold(body: HTMLElement): void {
  for (const bold of body.querySelectorAll<HTMLElement>('b[data-style], strong[data-style]')) {
    if (/^(normal|400)$/.test(readStyle(bold).fontWeight)) bold.replaceWith(...bold.childNodes);
  }
}

function wrapContent(element: Element, tag: string): Element {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
  return wrapper;
}

function replaceTag(element: Element, tag: string): void {
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
}
