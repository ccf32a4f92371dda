import { Footer, Header, Paragraph, type ParagraphChild, Tab, TabStopType, TextRun } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { Banner, ContentDocument } from '../../../../shared/document/content-document.ts';
import { cleanText } from '../read-content/clean-text.ts';
import { field } from './fields.ts';
import { wordColor } from './word-theme.ts';
import { run } from './write-inlines.ts';

/** The head of every page: the marking, and the watermark that hangs on it. */
export function writeHeader(document: ContentDocument): Header {
  return new Header({
    children: [writeBanner(document.banner, 'Header', writeWatermark(document.watermark))],
  });
}

/** The foot of every page, `measure` twips wide: copy line and «Página n de m», then the marking. */
export function writeFooter(document: ContentDocument, measure: number): Footer {
  const copy = document.copyLine ? [run(document.copyLine)] : [];
  const line = new Paragraph({
    style: 'Footer',
    tabStops: [{ type: TabStopType.RIGHT, position: measure }],
    children: [...copy, new TextRun({ children: [new Tab()] }), ...pageOf(document.furniture.pageOf)],
  });
  return new Footer({ children: document.banner ? [line, writeBanner(document.banner, 'Footer')] : [line] });
}

function writeWatermark(watermark: string | null): ParagraphChild[] {
  const text = cleanText(watermark ?? '').trim();
  return text ? [new TextWatermark({ text, color: 'C8CDD4' })] : [];
}

function writeBanner(banner: Banner | null, style: string, before: ParagraphChild[] = []): Paragraph {
  const words = banner ? [run(banner.text, { style: 'Banner', color: wordColor(banner.color) })] : [];
  return new Paragraph({ style, alignment: 'center', children: [...before, ...words] });
}

const FIELDS: Record<string, string> = { '{page}': 'PAGE', '{total}': 'NUMPAGES' };

/** «Página {page} de {total}» with fields in the places of its braces. */
function pageOf(template: string): ParagraphChild[] {
  return template
    .split(/(\{page\}|\{total\})/)
    .filter(Boolean)
    .flatMap(piece => (FIELDS[piece] ? field(FIELDS[piece], '1') : [run(piece)]));
}
