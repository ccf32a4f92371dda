import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Paper, PaperBlock, Run } from './paper.ts';
import { fixZipDates } from './zip-dates.ts';

function makeRuns(runs: Run[]): TextRun[] {
  return runs.map(run => new TextRun({ text: run.text, bold: run.strong, italics: run.emphasis }));
}

function makeTable(rows: Run[][][]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'B5B0A8' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: line,
      bottom: line,
      insideHorizontal: line,
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: cells.map(
            runs =>
              new TableCell({
                margins: { top: 60, bottom: 60, left: 60, right: 60 },
                children: [
                  new Paragraph({
                    children: makeRuns(runs.map(run => ({ ...run, strong: run.strong || index === 0 }))),
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}

function makeBlock(block: PaperBlock): Paragraph | Table {
  if (block.kind === 'table') return makeTable(block.rows);
  if (block.kind === 'heading')
    return new Paragraph({
      heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      spacing: { before: 280, after: 120 },
      children: makeRuns(block.runs),
    });
  if (block.kind === 'item')
    return new Paragraph({
      indent: { left: 480, hanging: 480 },
      spacing: { after: 100, line: 300 },
      tabStops: [{ type: 'left', position: 480 }],
      children: [new TextRun({ text: `${block.label}\t` }), ...makeRuns(block.runs)],
    });
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: { after: 160, line: 300 },
    children: makeRuns(block.runs),
  });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The core properties (ECMA-376 part 2, clause 11): the library would write the time of the run into them. */
function writeCoreProperties(paper: Paper): string {
  const stamp = `${paper.date}T12:00:00Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(paper.title)}</dc:title><dc:creator>${escapeXml(paper.author)}</dc:creator>`,
    `<dc:subject>${escapeXml(`${paper.mark}. ${paper.reference}`)}</dc:subject>`,
    `<dc:language>${paper.language}</dc:language><cp:keywords>${escapeXml(paper.keywords)}</cp:keywords>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

function makeHeadline(paper: Paper): Paragraph[] {
  return [
    new Paragraph({
      spacing: { after: 200 },
      children: [
        new TextRun({ text: paper.issuer.toUpperCase(), size: 18, color: '5C5C5C', characterSpacing: 20 }),
      ],
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun({ text: paper.title })] }),
    new Paragraph({
      spacing: { after: 120 },
      children: [new TextRun({ text: paper.reference, italics: true, color: '5C5C5C' })],
    }),
    new Paragraph({
      spacing: { after: 320 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '6B1F2A', space: 6 } },
      children: [
        new TextRun({ text: `${paper.mark}. `, bold: true, color: '6B1F2A' }),
        new TextRun({ text: paper.notice, color: '5C5C5C' }),
      ],
    }),
  ];
}

/** Sets a paper as a Word document. The same paper, the same bytes: no time of the run is kept. */
export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const language = { value: paper.language === 'en' ? 'en-GB' : 'es-PE' };
  const heading = (size: number) => ({ run: { font: 'Georgia', size, bold: true, color: '1C1C1C' } });
  const document = new Document({
    title: paper.title,
    creator: paper.author,
    styles: {
      default: {
        document: { run: { font: 'Georgia', size: 22, language } },
        title: { ...heading(40), paragraph: { spacing: { after: 160 } } },
        heading1: heading(28),
        heading2: heading(24),
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: 1440, bottom: 1440, left: 1500, right: 1500 } } },
        headers: {
          default: new Header({
            children: [
              new Paragraph({ children: [new TextRun({ text: paper.mark, size: 17, color: '5C5C5C' })] }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [...makeHeadline(paper), ...[...paper.front, ...paper.body].map(makeBlock)],
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: writeCoreProperties(paper) };
  const bytes = await Packer.toBuffer(document, false, [core]);
  return fixZipDates(bytes, paper.date);
}
