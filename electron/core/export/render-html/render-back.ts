import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import { annexTitle } from '../read-content/document-map.ts';
import { element, escapeText, type Html, writeText } from './html.ts';
import { type HtmlContext, languageAttributes } from './html-context.ts';
import { renderBlocks } from './render-blocks.ts';
import { takeEndnotes } from './render-notes.ts';

/** The originals that the PDF carries, each with the text of its cover sheet; '' where there are none. */
export function renderOriginals(document: ContentDocument, context: HtmlContext): Html {
  const { annexes, attachments } = document;
  if (!annexes.length && !attachments.length) return '';
  const heading = context.anchors.make('v-originals');
  const sheets = annexes.map(annex => {
    context.heading.level = 3;
    const title = element(
      'h3',
      { id: context.anchors.claim(annex.id), ...languageAttributes(annex.language, context.language) },
      writeText(annexTitle(annex)),
    );
    const banner = annex.banner ? element('p', { class: 'marking-line' }, escapeText(annex.banner.text)) : '';
    return element('div', { class: 'annex' }, title, banner, renderBlocks(annex.blocks, context));
  });
  const files = attachments.map(({ fileName, description }) =>
    element('li', {}, escapeText([fileName, description].filter(Boolean).join(': '))),
  );
  return element(
    'section',
    { class: 'part new-page', 'aria-labelledby': heading },
    element('h2', { id: heading }, escapeText(context.say('page.originals.title'))),
    element('p', { class: 'note' }, escapeText(context.say('page.originals.note'))),
    ...sheets,
    files.length ? element('ul', {}, ...files) : '',
    takeEndnotes(context, 3),
  );
}

/** The index of names, in the alphabet of the document's language, each name with the parts it stands in. */
export function renderNames(document: ContentDocument, context: HtmlContext): Html {
  const title = document.lists.names;
  if (title === null || !context.names.size) return '';
  const heading = context.anchors.make('v-names');
  const collator = new Intl.Collator(document.language, { sensitivity: 'base', numeric: true });
  const entries = [...context.names].sort(([a], [b]) => collator.compare(a, b) || (a < b ? -1 : 1));
  const items = entries.map(([name, places]) => {
    const links = places.map(({ anchor, part }) => element('a', { href: `#${anchor}` }, writeText(part)));
    return element('li', {}, writeText(name), ': ', links.join(' · '));
  });
  return element(
    'section',
    { class: 'part names', 'aria-labelledby': heading },
    element('h2', { id: heading }, escapeText(title)),
    element('ul', {}, ...items),
  );
}
