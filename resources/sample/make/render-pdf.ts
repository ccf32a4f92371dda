import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { breakLines } from './break-lines.ts';
import {
  COLUMN,
  type ComposedPage,
  composePages,
  type MeasureIn,
  type PlacedLine,
  STYLES,
  type TextStyle,
} from './compose-pages.ts';
import type { Paper } from './paper.ts';

type Doc = InstanceType<typeof PDFDocument>;
type Style = { strong: boolean; emphasis: boolean };

const INK = '#1c1c1c';
const SOFT_INK = '#5c5c5c';
const ACCENT = '#6b1f2a';

const FACES = {
  serif: [
    'SourceSerif4-Regular.ttf',
    'SourceSerif4-It.ttf',
    'SourceSerif4-Bold.ttf',
    'SourceSerif4-BoldIt.ttf',
  ],
  sans: [
    'SourceSans3-Regular.ttf',
    'SourceSans3-It.ttf',
    'SourceSans3-Semibold.ttf',
    'SourceSans3-SemiboldIt.ttf',
  ],
};

function nameFace(face: TextStyle['face'], style: Style): string {
  return `${face}${(style.strong ? 2 : 0) + (style.emphasis ? 1 : 0)}`;
}

function openDocument(paper: Paper, fontFolder: string): Doc {
  const date = new Date(`${paper.date}T12:00:00Z`);
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: paper.language,
    displayTitle: true,
    info: {
      Title: paper.title.replaceAll('\u00A0', ' '),
      Author: paper.author,
      Subject: `${paper.mark}. ${paper.reference}`,
      Keywords: paper.keywords,
      CreationDate: date,
      ModDate: date,
    },
  });
  for (const face of ['serif', 'sans'] as const)
    FACES[face].forEach((file, index) => {
      doc.registerFont(`${face}${index}`, join(fontFolder, file));
    });
  return doc;
}

function measureIn(doc: Doc): MeasureIn {
  return style => (text, run) => doc.font(nameFace(style.face, run)).fontSize(style.size).widthOfString(text);
}

/** Writes word by word, each with its own space glyph, so that the text can be read back whole. */
function drawLine(doc: Doc, placed: PlacedLine): void {
  const { line, style } = placed;
  let x = placed.x;
  doc.fontSize(style.size);
  doc.font(nameFace(style.face, { strong: false, emphasis: false }));
  const space = doc.widthOfString(' ') + placed.stretch;
  for (const [index, piece] of line.pieces.entries()) {
    const isSpaced = piece.spaceAfter && index < line.pieces.length - 1;
    doc.font(nameFace(style.face, piece));
    doc.text(isSpaced ? `${piece.text} ` : piece.text, x, placed.y, { lineBreak: false });
    x += piece.width + (isSpaced ? space : 0);
  }
}

function drawCentred(doc: Doc, text: string, y: number, size: number, font: string): void {
  doc.font(font).fontSize(size);
  doc.text(text, COLUMN.left + (COLUMN.width - doc.widthOfString(text)) / 2, y, { lineBreak: false });
}

function drawRule(doc: Doc, y: number, colour: string, weight: number): void {
  doc
    .moveTo(COLUMN.left, y)
    .lineTo(COLUMN.left + COLUMN.width, y)
    .lineWidth(weight)
    .stroke(colour);
}

function drawFurniture(doc: Doc, paper: Paper, label: string): void {
  doc.fillColor(SOFT_INK).font('sans0').fontSize(8.5);
  doc.text(paper.mark, COLUMN.left, 52, { lineBreak: false });
  const width = doc.widthOfString(paper.reference);
  doc.text(paper.reference, COLUMN.left + COLUMN.width - width, 52, { lineBreak: false });
  drawRule(doc, 68, '#b5b0a8', 0.5);
  drawCentred(doc, label, 786, 9.5, 'sans0');
}

function formatDate(paper: Paper): string {
  const format = new Intl.DateTimeFormat(paper.language === 'en' ? 'en-GB' : 'es', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${paper.date}T12:00:00Z`));
}

function drawTitlePage(doc: Doc, paper: Paper): void {
  doc.addPage();
  doc.fillColor(SOFT_INK).font('sans2').fontSize(10);
  doc.text(paper.issuer.toUpperCase(), COLUMN.left, 112, { lineBreak: false, characterSpacing: 1.1 });
  drawRule(doc, 134, ACCENT, 1.2);
  const title = { text: paper.title, strong: true, emphasis: false };
  const lines = breakLines([title], COLUMN.width, null, measureIn(doc)(STYLES.title));
  doc.fillColor(INK);
  lines.forEach((line, index) => {
    const y = 236 + index * STYLES.title.leading;
    drawLine(doc, { line, style: STYLES.title, x: COLUMN.left, y, stretch: 0 });
  });
  doc.fillColor(SOFT_INK).font('serif1').fontSize(13);
  const y = 258 + lines.length * STYLES.title.leading;
  doc.text(`${paper.place}, ${formatDate(paper)}`, COLUMN.left, y, { width: COLUMN.width });
  doc
    .font('sans0')
    .fontSize(10)
    .text(paper.reference, COLUMN.left, doc.y + 8, { width: COLUMN.width });
  drawRule(doc, 668, '#b5b0a8', 0.5);
  doc.fillColor(ACCENT).font('sans2').fontSize(11.5).text(paper.mark, COLUMN.left, 682, { lineBreak: false });
  doc.fillColor(SOFT_INK).font('sans0').fontSize(9.5);
  doc.text(paper.notice, COLUMN.left, 700, { width: COLUMN.width, lineGap: 2 });
  drawCentred(doc, 'i', 786, 9.5, 'sans0');
}

function drawPage(doc: Doc, paper: Paper, page: ComposedPage, label: string): void {
  doc.addPage();
  drawFurniture(doc, paper, label);
  doc.fillColor(INK);
  for (const line of page.lines) drawLine(doc, line);
  for (const [x, y, width] of page.rules)
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.5)
      .stroke('#b5b0a8');
}

/** Numbers the front pages i, ii, iii… and the body 1, 2, 3… (ISO 32000-1, 12.4.2). */
function labelPages(doc: Doc, frontPages: number): void {
  const { data } = (doc as unknown as { _root: { data: Record<string, unknown> } })._root;
  data.PageLabels = { Nums: [0, { S: 'r' }, frontPages, { S: 'D' }] };
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'];

/** Sets a paper as a PDF: a title page and front matter numbered in roman, then the body. The same paper, the same bytes. */
export async function renderPdf(paper: Paper, fontFolder: string): Promise<Uint8Array> {
  const doc = openDocument(paper, fontFolder);
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const front = composePages(paper.front, paper.language, measureIn(doc));
  const body = composePages(paper.body, paper.language, measureIn(doc));
  drawTitlePage(doc, paper);
  front.forEach((page, index) => drawPage(doc, paper, page, ROMAN[index + 1] ?? ''));
  body.forEach((page, index) => drawPage(doc, paper, page, String(index + 1)));
  labelPages(doc, front.length + 1);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
