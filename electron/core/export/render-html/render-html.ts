import { createHash } from 'node:crypto';
import type { Banner, ContentDocument, ContentPart } from '../../../../shared/document/content-document.ts';
import type { ExportResources } from '../export-resources.ts';
import type { ChartSetting } from '../layout/chart/chart-pen.ts';
import type { Themes } from '../layout/theme.ts';
import { mapDocument, numbered } from '../read-content/document-map.ts';
import { fetchImages } from '../read-content/fetch-images.ts';
import { sayIn } from '../read-content/say-on-page.ts';
import { element, escapeText, type Html, writeText } from './html.ts';
import { Anchors, type HtmlContext, StyleRules } from './html-context.ts';
import { renderNames, renderOriginals } from './render-back.ts';
import { renderBlocks } from './render-blocks.ts';
import { renderContents, renderFront, renderList } from './render-front.ts';
import { takeEndnotes } from './render-notes.ts';
import { writeStylesheet } from './stylesheet.ts';

/** How a page is written: `resources` gives the bytes of its pictures, `themes` the look it names. */
export interface RenderHtmlOptions {
  resources: ExportResources;
  themes: Themes;
}

/**
 * Writes a document as one HTML file that holds everything it shows: no script, no request, a content security policy
 * that allows none. UTF-8; the same document gives the same bytes.
 */
export async function renderHtml(document: ContentDocument, options: RenderHtmlOptions): Promise<Uint8Array> {
  const theme = options.themes.get(document.theme);
  const look = { language: document.language, theme, fonts: options.themes.fontsOf(theme) };
  const context = openContext(document, await fetchImages(document, options.resources), look);
  const body = renderBody(document, context);
  const style = `${writeStylesheet(document, theme)}\n${context.rules}\n`;
  const page = element('html', { lang: document.language }, renderHead(document, style), '\n', body);
  return new TextEncoder().encode(`<!DOCTYPE html>\n${page}\n`);
}

function openContext(
  document: ContentDocument,
  images: HtmlContext['images'],
  look: ChartSetting,
): HtmlContext {
  const map = mapDocument(document);
  return {
    map,
    images,
    look,
    say: sayIn(document.language),
    language: document.language,
    anchors: new Anchors(map.ids),
    rules: new StyleRules(),
    endnotes: [],
    sideNotes: [],
    heading: { level: 1 },
    names: new Map(),
    partTitle: document.title,
  };
}

/** Title, facts and policy. The style sheet is allowed by its hash, since it is the only one. */
function renderHead(document: ContentDocument, style: string): Html {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const meta = (name: string, content: string): Html => (content ? element('meta', { name, content }) : '');
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('title', {}, escapeText(document.title) || '–'),
    meta('viewport', 'width=device-width, initial-scale=1'),
    meta('referrer', 'no-referrer'),
    meta('author', document.author),
    meta('description', document.subject),
    meta('keywords', document.keywords.join(', ')),
    meta('dcterms.created', document.createdAt),
    `<style>${style}</style>`,
  );
}

function renderBody(document: ContentDocument, context: HtmlContext): Html {
  const skip = element('a', { class: 'skip', href: '#v-main' }, escapeText(context.say('page.html.skip')));
  const front = renderFront(document, context);
  const contents = renderContents(document, context);
  const main = document.parts.map(part => renderPart(part, context));
  const originals = renderOriginals(document, context);
  const names = renderNames(document, context);
  return element(
    'body',
    {},
    skip,
    renderBanner(document.banner, 'top', context),
    front,
    contents,
    renderList(document.lists.tables, context.map.tables, context),
    renderList(document.lists.figures, context.map.figures, context),
    '\n',
    element('main', { id: 'v-main' }, ...main, originals, names),
    renderFooter(document, context),
  );
}

function renderPart(part: ContentPart, context: HtmlContext): Html {
  context.heading.level = 2;
  context.partTitle = numbered(part.number, part.title);
  const heading = context.anchors.claim(part.id) ?? context.anchors.make('v-part');
  const number = part.number ? element('span', { class: 'number' }, `${escapeText(part.number)} `) : '';
  const title = element('h2', { id: heading }, number, writeText(part.title) || '–');
  const marking = part.marking ? element('p', { class: 'marking-line' }, escapeText(part.marking)) : '';
  const classes = ['part', part.layout, part.startOnNewPage ? 'new-page' : ''].filter(Boolean).join(' ');
  const blocks = renderBlocks(part.blocks, context);
  return `${element('section', { class: classes, 'aria-labelledby': heading }, title, marking, '\n', blocks, takeEndnotes(context, 3))}\n`;
}

function renderBanner(banner: Banner | null, place: 'top' | 'bottom', context: HtmlContext): Html {
  if (!banner) return '';
  const label = context.say('page.html.marking');
  const role = place === 'top' ? 'region' : 'note';
  const attributes = { class: `banner ${place}`, role, 'aria-label': label };
  return element('div', attributes, escapeText(banner.text));
}

function renderFooter(document: ContentDocument, context: HtmlContext): Html {
  const copy = document.copyLine ? element('p', { class: 'copy' }, escapeText(document.copyLine)) : '';
  const banner = renderBanner(document.banner, 'bottom', context);
  return copy || banner ? element('footer', {}, copy, banner) : '';
}
