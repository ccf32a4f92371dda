import type { Block, Inline, ListBlock, ReferenceInline } from '../../../../shared/document/content.ts';
import type { AnnexContent, AnnexQuote, Attachment } from '../../../../shared/document/content-document.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { buildAnnexText, type QuotedIn } from './build-annex-text.ts';
import { listAuthors } from './build-bibliography.ts';
import { excerptLocator } from './build-quote.ts';
import { PAGE } from './build-reference.ts';
import { bodyText, plain } from './build-text.ts';
import { beginning } from './build-verification.ts';
import { type DocumentContext, say } from './document-context.ts';
import { formatEdtf } from './format-edtf.ts';
import type { PlannedAnnex } from './plan-annexes.ts';
import { nameBanner } from './resolve-markings.ts';

/** The originals bound in: each with its own banner, its cover sheet, and the passages that the dossier quotes. */
export function buildAnnexes(context: DocumentContext): AnnexContent[] {
  if (!context.bindsAnnexes) return [];
  return [...context.plan.annexes.values()].map(annex => {
    const { id, number, source } = annex;
    const { snapshot, language } = context;
    const text = snapshot.texts[source.id];
    return {
      id,
      number,
      title: source.title,
      sourceId: source.id,
      language: source.language ?? language,
      banner: nameBanner(snapshot.markingSchemes, source.marking, language),
      bound: text ? 'text' : 'pages',
      blocks: [
        ...writeFacts(source, context),
        ...listQuotes(annex, context),
        ...(text ? buildAnnexText(annex, text, quotesOf(annex, context), context) : []),
      ],
      quotes: text ? [] : placeQuotes(annex, context),
    };
  });
}

/** The originals carried inside the file, named so that they sort as they are numbered. */
export function buildAttachments(context: DocumentContext): Attachment[] {
  if (context.bindsAnnexes) return [];
  return [...context.plan.annexes.values()].map(({ number, source }) => ({
    sourceId: source.id,
    fileName: attachmentName(number, source, context),
    mediaType: source.mediaType,
    description: say(context, 'page.annex.attachment', { number, title: source.title }),
  }));
}

/** Lines of the part «Anexos»: every original that goes with the output, with its page or its file. */
export function listAnnexes(context: DocumentContext): Block[] {
  const annexes = [...context.plan.annexes.values()];
  if (!annexes.length) return [];
  const items = annexes.map((annex): Block[] => [paragraph([listLine(annex, context)])]);
  return [bodyText(say(context, 'page.annex.list')), list(items)];
}

function listLine(annex: PlannedAnnex, context: DocumentContext): Inline {
  const { id, number, source } = annex;
  const { title } = source;
  if (!context.bindsAnnexes) {
    const file = attachmentName(number, source, context);
    return plain(say(context, 'page.annex.attachedLine', { number, title, file }));
  }
  const text = say(context, 'page.annex.line', {
    number,
    title: title.replaceAll(PAGE, '{ page }'),
    page: PAGE,
  });
  return { kind: 'reference', text, targetId: id, alt: say(context, 'page.seeAlso.goToAnnex', { number }) };
}

/** No sign in it means a folder to any system, or ends the name. What a file is called within the delegation stays there. */
function attachmentName(number: string, { fileName }: Source, { isDisclosed }: DocumentContext): string {
  const extension = /\.[a-z0-9]{1,8}$/i.exec(fileName)?.[0] ?? '';
  if (isDisclosed) return `${number}${extension}`;
  return `${number} ${fileName.replace(/[/\\:*?"<>|\p{Cc}]/gu, '_')}`;
}

function writeFacts(source: Source, context: DocumentContext): Block[] {
  const facts: [string, string][] = [
    [say(context, 'page.annex.author'), listAuthors(source, context)],
    [say(context, 'page.annex.publisher'), source.publisher],
    [say(context, 'page.annex.date'), source.issued && formatEdtf(source.issued, context.language)],
    [say(context, 'page.annex.pages'), source.pageCount > 0 ? String(source.pageCount) : ''],
    [say(context, 'page.annex.file'), context.isDisclosed ? '' : source.fileName],
    [say(context, 'page.annex.hash'), source.sha256],
  ];
  const known = facts.filter(([, value]) => value !== '');
  return known.map(([label, value]) =>
    paragraph([plain(say(context, 'page.annex.fact', { label }), { marks: { strong: true } }), plain(value)]),
  );
}

function listQuotes(annex: PlannedAnnex, context: DocumentContext): Block[] {
  const quotes = quotesOf(annex, context);
  if (!quotes.length) return [];
  const heading: Block = {
    kind: 'heading',
    id: `${annex.id}-quotes`,
    level: 2,
    number: null,
    inlines: [plain(say(context, 'page.annex.quoted'))],
  };
  const items = quotes.map(({ excerpt, targetId }): Block[] => {
    const words = beginning(excerpt.exact);
    const locator = excerptLocator(context, excerpt, annex.source);
    const language = excerpt.language ?? annex.source.language ?? context.language;
    const quoted = plain(
      say(context, 'page.annex.words', { words }),
      language === context.language ? {} : { language },
    );
    const place = plain(locator ? ` ${locator}. ` : ' ');
    return [paragraph([quoted, place, leadBack(targetId, context)])];
  });
  return [heading, list(items)];
}

function leadBack(targetId: string, context: DocumentContext): ReferenceInline {
  const text = say(context, 'page.annex.back', { page: PAGE });
  return { kind: 'reference', text, targetId, alt: say(context, 'page.annex.goBack') };
}

/** The quotes of an original, each where it was met first. */
function quotesOf({ source }: PlannedAnnex, context: DocumentContext): QuotedIn[] {
  const found = new Map<string, QuotedIn>();
  for (const { excerpt, id } of context.quotes) {
    if (excerpt?.sourceId === source.id && !found.has(excerpt.id))
      found.set(excerpt.id, { excerpt, targetId: id });
  }
  return [...found.values()];
}

/** The boxes of each quote; every page that references lead to is among them, with or without boxes. */
function placeQuotes(annex: PlannedAnnex, context: DocumentContext): AnnexQuote[] {
  return quotesOf(annex, context).flatMap(({ excerpt, targetId }): AnnexQuote[] => {
    const known = context.snapshot.places[excerpt.id];
    const segments = excerpt.verification.segments ?? excerpt.segments;
    const places = known?.length ? known : segments.map(({ page }) => ({ page, boxes: [] }));
    return places.map(place => ({ quoteId: targetId, ...place }));
  });
}

function paragraph(inlines: Inline[]): Block {
  return { kind: 'paragraph', role: 'body', inlines, marking: null };
}

function list(items: Block[][]): ListBlock {
  return { kind: 'list', ordered: false, start: 1, items };
}
