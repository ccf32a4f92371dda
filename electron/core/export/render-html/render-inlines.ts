import type {
  FootnoteInline,
  Inline,
  LanguageTag,
  LinkTarget,
  TextInline,
  TextMarks,
} from '../../../../shared/document/content.ts';
import { isSafeLink } from '../../../../shared/document/marks.ts';
import { withoutPage } from '../read-content/without-page.ts';
import { isRightToLeft } from '../text-direction.ts';
import { element, escapeText, type Html, writeText } from './html.ts';
import { type HtmlContext, languageAttributes } from './html-context.ts';

/** Writes runs of text, their links, calls of notes and names. */
export function renderInlines(inlines: Inline[], context: HtmlContext): Html {
  return inlines.map(inline => renderInline(inline, context)).join('');
}

function renderInline(inline: Inline, context: HtmlContext): Html {
  switch (inline.kind) {
    case 'text':
      return renderText(inline, context);
    case 'lineBreak':
      return element('br', {});
    case 'citation':
      return linkTo(inline.targetId, writeText(inline.text), context);
    case 'reference': {
      const words = withoutPage(inline.text) || inline.pageless || inline.alt;
      const label = inline.alt && inline.alt !== words ? inline.alt : null;
      return linkTo(inline.targetId, applyMarks(writeText(words), inline.marks), context, label);
    }
    case 'footnote':
      return renderCall(inline, context);
  }
}

function renderText(inline: TextInline, context: HtmlContext): Html {
  const turned = isRightToLeft(inline.language ?? context.language);
  const words = turned ? escapeText(inline.text) : writeText(inline.text);
  let html = applyMarks(words, inline.marks);
  const language = languageAttributes(inline.language, context.language);
  const anchor = inline.indexEntry === undefined ? null : noteName(inline.indexEntry, context);
  if (language.lang || anchor) html = element('span', { id: anchor, ...language }, html);
  return inline.link ? renderLink(inline.link, html, context) : html;
}

function applyMarks(html: Html, marks: TextMarks = {}): Html {
  let marked = html;
  if (marks.smallCaps) marked = element('span', { class: 'small-caps' }, marked);
  if (marks.superscript) marked = element('sup', {}, marked);
  if (marks.underline) marked = element('u', {}, marked);
  if (marks.em) marked = element('em', {}, marked);
  return marks.strong ? element('strong', {}, marked) : marked;
}

/** Only web and mail addresses lead outside; anything else stays text. */
function renderLink(link: LinkTarget, html: Html, context: HtmlContext): Html {
  if (link.kind === 'anchor') return linkTo(link.id, html, context);
  return isSafeLink(link.href) ? element('a', { href: link.href, rel: 'noreferrer' }, html) : html;
}

function linkTo(id: string | null, html: Html, context: HtmlContext, label: string | null = null): Html {
  const anchor = id === null ? null : context.anchors.find(id);
  if (anchor === null || !html) return html;
  return element('a', { href: `#${anchor}`, title: label }, html);
}

/** Remembers where a name stands, once a part, for the index of names. */
function noteName(entry: string, context: HtmlContext): string | null {
  const places = context.names.get(entry) ?? [];
  if (places.some(place => place.part === context.partTitle)) return null;
  const anchor = context.anchors.make(`v-name-${context.names.size + 1}-${places.length + 1}`);
  context.names.set(entry, [...places, { anchor, part: context.partTitle }]);
  return anchor;
}

function renderCall(note: FootnoteInline, context: HtmlContext): Html {
  const anchor = context.anchors.claim(note.id) ?? context.anchors.make(`v-note-${note.number}`);
  const callAnchor = context.anchors.make(`v-call-${note.number}`);
  const waiting = { anchor, callAnchor, number: note.number, html: '' };
  (note.place === 'side' ? context.sideNotes : context.endnotes).push(waiting);
  waiting.html = renderInlines(note.content, context);
  const label = context.say('page.goToNote', { number: String(note.number) });
  const attributes = { id: callAnchor, href: `#${anchor}`, role: 'doc-noteref', 'aria-label': label };
  return element('sup', { class: 'call' }, element('a', attributes, String(note.number)));
}

/** Runs in a language of their own: the writer inside knows it as the language around. */
export function inLanguage(context: HtmlContext, language: LanguageTag | undefined): HtmlContext {
  return language === undefined ? context : { ...context, language };
}
