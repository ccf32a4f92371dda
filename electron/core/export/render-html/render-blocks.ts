import type {
  BibliographyEntryBlock,
  Block,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  ParallelBlock,
  QuoteBlock,
  TalkingPointBlock,
} from '../../../../shared/document/content.ts';
import { isSafeLink } from '../../../../shared/document/marks.ts';
import { element, escapeText, type Html, writeText } from './html.ts';
import { type HtmlContext, languageAttributes } from './html-context.ts';
import { renderChart, renderFigure } from './render-figure.ts';
import { inLanguage, renderInlines } from './render-inlines.ts';
import { takeSideNotes } from './render-notes.ts';
import { renderTable } from './render-table.ts';

/** Writes blocks one after another, each with the notes that stand beside it. */
export function renderBlocks(blocks: Block[], context: HtmlContext): Html {
  return blocks.map(block => renderBlock(block, context) + takeSideNotes(context)).join('\n');
}

function renderBlock(block: Block, context: HtmlContext): Html {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block, context);
    case 'paragraph':
      return renderParagraph(block, context);
    case 'list':
      return renderList(block, context);
    case 'quote':
      return renderQuote(block, context);
    case 'blockquote': {
      const inner = inLanguage(context, block.language);
      const attributes = languageAttributes(block.language, context.language);
      return element('blockquote', attributes, renderBlocks(block.blocks, inner));
    }
    case 'table':
      return renderTable(block, context, renderBlocks);
    case 'figure':
      return renderFigure(block, context);
    case 'chart':
      return renderChart(block, context);
    case 'talkingPoint':
      return renderTalkingPoint(block, context);
    case 'parallel':
      return renderParallel(block, context);
    case 'bibliographyEntry':
      return renderEntry(block, context);
    case 'pageBreak':
      return element('div', { class: 'page-break' });
    case 'rule':
      return element('hr', {});
  }
}

/** A heading of the content is one level lower than in its part, since the page's own title is the first. */
function renderHeading(block: HeadingBlock, context: HtmlContext): Html {
  const level = Math.min(block.level + 1, context.heading.level + 1, 6);
  const number = block.number ? element('span', { class: 'number' }, `${escapeText(block.number)} `) : '';
  const words = renderInlines(block.inlines, inLanguage(context, block.language));
  if (number || words) context.heading.level = level;
  const attributes = {
    id: context.anchors.claim(block.id),
    ...languageAttributes(block.language, context.language),
  };
  return element(number || words ? `h${level}` : 'div', attributes, number, words);
}

function renderParagraph(block: ParagraphBlock, context: HtmlContext): Html {
  const inner = inLanguage(context, block.language);
  const classes = [block.role === 'body' ? '' : block.role, block.align ? `align-${block.align}` : ''];
  const attributes = {
    id: context.anchors.claim(block.id),
    class: classes.filter(Boolean).join(' ') || null,
    ...languageAttributes(block.language, context.language),
  };
  return element('p', attributes, portionMark(block.marking), renderInlines(block.inlines, inner));
}

/** A passage's own marking, before its first word. */
export function portionMark(marking: string | null): Html {
  return marking ? `${element('span', { class: 'portion' }, escapeText(marking))} ` : '';
}

function renderList(block: ListBlock, context: HtmlContext): Html {
  if (!block.items.length) return '';
  const items = block.items.map(item => element('li', {}, renderBlocks(item, context)));
  const start = block.ordered && block.start !== 1 ? block.start : null;
  return element(block.ordered ? 'ol' : 'ul', { start }, ...items);
}

/** A verified excerpt: the words in a blockquote that names its source's address, the citation beneath. */
function renderQuote(block: QuoteBlock, context: HtmlContext): Html {
  const inner = inLanguage(context, block.language);
  const words = element('p', {}, portionMark(block.marking), renderInlines(block.inlines, inner));
  const quote = element(
    'blockquote',
    { cite: addressOf(block, context), ...languageAttributes(block.language, context.language) },
    words,
  );
  const attributes = { id: context.anchors.claim(block.id), class: `quote ${block.state}` };
  return element(
    'figure',
    attributes,
    quote,
    renderTranslation(block, context),
    renderSource(block, context),
  );
}

function renderTranslation(block: QuoteBlock, context: HtmlContext): Html {
  const { translation } = block;
  if (!translation) return '';
  const label = element('span', { class: 'label' }, escapeText(translation.label));
  const words = element(
    'span',
    languageAttributes(translation.language, context.language),
    renderInlines(translation.inlines, inLanguage(context, translation.language)),
  );
  return element('p', { class: 'translation' }, `${label} `, words);
}

function renderSource(block: QuoteBlock, context: HtmlContext): Html {
  const state =
    block.state !== 'exact' && block.verificationLabel
      ? element('strong', { class: 'warning' }, escapeText(block.verificationLabel))
      : '';
  const seeAlso = (block.seeAlso ?? []).map(reference => renderInlines([reference], context)).join(' · ');
  const lines = [renderInlines(block.citation, context), seeAlso, state].filter(Boolean);
  return lines.length
    ? element('figcaption', {}, ...lines.map(line => element('span', { class: 'line' }, line)))
    : '';
}

function addressOf(block: QuoteBlock, context: HtmlContext): string | null {
  for (const inline of block.citation) {
    if (inline.kind !== 'citation' || inline.targetId === null) continue;
    const address = context.map.addresses.get(inline.targetId);
    if (address && /^https?:/i.test(address)) return address;
  }
  return null;
}

function renderTalkingPoint(block: TalkingPointBlock, context: HtmlContext): Html {
  const number = block.number ? element('span', { class: 'number' }, escapeText(block.number)) : '';
  const lead = block.lead ? writeText(block.lead) : '';
  const head =
    number || lead ? element('p', { class: 'lead' }, [number, lead].filter(Boolean).join(' ')) : '';
  const links = block.evidence.map(reference => element('li', {}, renderInlines([reference], context)));
  const label = element('span', { class: 'label' }, escapeText(context.say('page.html.evidence')));
  const evidence = links.length
    ? element('div', { class: 'evidence' }, label, element('ul', {}, ...links))
    : '';
  const attributes = { id: context.anchors.claim(block.id), class: 'point' };
  return element('div', attributes, head, renderBlocks(block.blocks, context), evidence);
}

/** Two texts beside each other, a row for each pair; on a narrow screen the pair stands one below the other. */
function renderParallel(block: ParallelBlock, context: HtmlContext): Html {
  const side = (index: 0 | 1, blocks: Block[]): Html => {
    const language = block.languages[index];
    const attributes = { class: 'side', ...languageAttributes(language, context.language) };
    return element('div', attributes, renderBlocks(blocks, inLanguage(context, language)));
  };
  const heads = block.heads?.map((head, index) => {
    const attributes = { class: 'head', ...languageAttributes(block.languages[index], context.language) };
    return element('p', attributes, escapeText(head));
  });
  const label = block.heads?.join(' ‖ ') || context.say('page.html.parallel');
  return element(
    'div',
    { class: 'parallel', role: 'group', 'aria-label': label },
    heads ? element('div', { class: 'row' }, ...heads) : '',
    ...block.rows.map(row => element('div', { class: 'row' }, side(0, row[0]), side(1, row[1]))),
  );
}

function renderEntry(block: BibliographyEntryBlock, context: HtmlContext): Html {
  const words = renderInlines(block.inlines, inLanguage(context, block.language));
  const attributes = {
    id: context.anchors.claim(block.id),
    class: 'entry',
    ...languageAttributes(block.language, context.language),
  };
  const { url } = block;
  const link =
    url && isSafeLink(url) ? ` ${element('a', { href: url, rel: 'noreferrer' }, escapeText(url))}` : '';
  return element('p', attributes, words, link);
}
