import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { detectLanguage } from './detect-language.ts';
import { checkZip } from './docx/check-zip.ts';
import { readCoreProperties } from './docx/read-core-properties.ts';
import { composeFlowPage } from './flow-page.ts';
import { checkHtmlBounds } from './html/check-bounds.ts';
import { type DomNode, readBlocks } from './html/read-blocks.ts';
import { IngestError } from './ingest-error.ts';
import type { ParsedDocument } from './parsed-document.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Word's style names in Spanish and English that mean headings, titles and quotations beside the built-in ids. */
const STYLE_MAP = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Título'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='Cita'] => blockquote:fresh",
];

/** Reads a Word document: text with headings, lists and tables; notes at the end, pictures left out. Throws IngestError. */
export async function importDocx(data: Buffer): Promise<ParsedDocument> {
  const properties = readCoreProperties(await checkZip(data));
  const html = await convertToHtml(data);
  checkHtmlBounds(html);
  const { document } = parseHTML(`<!DOCTYPE html><html><head></head><body>${html}</body></html>`);
  const blocks = readBlocks(document.body as unknown as DomNode);
  const page = composeFlowPage(blocks);
  const metadata = properties.value;
  metadata.title ??=
    blocks.find(block => block.kind === 'heading' && block.level === 1)?.lines[0]?.trim() ?? null;
  metadata.language ??= detectLanguage([page.text]);
  return { format: 'docx', mediaType: MEDIA_TYPE, metadata, pages: [page], warnings: properties.warnings };
}

async function convertToHtml(data: Buffer): Promise<string> {
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const result = await mammoth.convertToHtml(
      { buffer: data },
      { styleMap: STYLE_MAP, convertImage, externalFileAccess: false },
    );
    return result.value;
  } catch (error) {
    throw new IngestError('damaged', {}, error);
  }
}
