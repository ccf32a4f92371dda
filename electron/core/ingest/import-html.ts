import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeText } from './decode-text.ts';
import { detectLanguage } from './detect-language.ts';
import { composeFlowPage, type RawBlock } from './flow-page.ts';
import { checkHtmlBounds } from './html/check-bounds.ts';
import { type DomNode, readBlocks } from './html/read-blocks.ts';
import { readHtmlMetadata } from './html/read-metadata.ts';
import type { IngestWarning, ParsedDocument } from './parsed-document.ts';

/** The article counts as found when it holds at least this share of the words of the whole page. */
const LEAST_SHARE = 0.35;

/**
 * Reads a web page: the article without menus and advertisements where there is one, else the whole body. Throws IngestError
 * 'outOfMemory' before a DOM is built when depth or size exceed the bounds.
 */
export function importHtml(data: Uint8Array): ParsedDocument {
  const { text, warnings } = decodeText(data, declaredCharset(data));
  checkHtmlBounds(text);
  const { document } = parseHTML(wrapFragment(text));
  const metadata = readHtmlMetadata(document);
  const whole = readBlocks(document.body as unknown as DomNode);
  const page = composeFlowPage(chooseArticle(document as unknown as ReadableDocument, whole, warnings));
  metadata.language ??= detectLanguage([page.text]);
  return { format: 'html', mediaType: 'text/html', metadata, pages: [page], warnings };
}

/** linkedom's document is near enough to the browser's for Readability. */
type ReadableDocument = ConstructorParameters<typeof Readability>[0];

/** Readability takes the document apart, so the whole page is read before. */
function chooseArticle(document: ReadableDocument, whole: RawBlock[], warnings: IngestWarning[]): RawBlock[] {
  try {
    const article = new Readability(document, { serializer: node => node, keepClasses: false }).parse();
    const blocks = article?.content ? readBlocks(article.content as unknown as DomNode) : [];
    if (countLetters(blocks) < LEAST_SHARE * countLetters(whole)) return whole;
    return keepHeadings(whole, blocks);
  } catch (error) {
    warnings.push({
      code: 'parserNote',
      details: { note: error instanceof Error ? error.name : 'readability' },
    });
    return whole;
  }
}

/** Readability drops the title's heading or lowers it: both are put right from the whole page. */
function keepHeadings(whole: readonly RawBlock[], blocks: readonly RawBlock[]): RawBlock[] {
  const textOf = (block: RawBlock) => block.lines.join(' ').replace(/\s+/g, ' ').trim();
  const headings = whole.filter(block => block.kind === 'heading');
  const levels = new Map(headings.map(block => [textOf(block), block.level]));
  const kept = blocks.map(block =>
    block.kind === 'heading' ? { ...block, level: levels.get(textOf(block)) ?? block.level } : block,
  );
  const title = headings.find(block => block.level === 1);
  const known = !title || kept.slice(0, 5).some(block => textOf(block) === textOf(title));
  return known ? kept : [title, ...kept];
}

function countLetters(blocks: readonly RawBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.lines.join('').trim().length, 0);
}

/** linkedom needs an html element to find the body. */
function wrapFragment(html: string): string {
  if (/<html[\s>]/i.test(html.slice(0, 20_000))) return html;
  return `<!DOCTYPE html><html><head></head><body>${html}</body></html>`;
}

/** The charset in the first kilobyte's `<meta>`, as the HTML standard prescans it (HTML §13.2.3.2). */
function declaredCharset(data: Uint8Array): string | null {
  const head = Buffer.from(data.subarray(0, 2048)).toString('latin1');
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)?.[1] ??
    null
  );
}
