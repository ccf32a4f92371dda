import {
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ContentDocument, Cover } from '../../../../shared/document/content-document.ts';
import { cleanText } from '../read-content/clean-text.ts';
import type { ListEntry } from '../read-content/document-map.ts';
import { closeField, field, openField } from './fields.ts';
import type { WordContext } from './word-context.ts';
import { type WordBlock, writeBlocks } from './write-blocks.ts';
import { sequenceName } from './write-figure.ts';
import { bookmark, run, runs } from './write-inlines.ts';

/** The first page: the cover, or the title and subtitle alone. */
export function writeCover(document: ContentDocument, context: WordContext): WordBlock[] {
  const { cover } = document;
  if (!cover) {
    return [
      line('Title', document.title),
      ...(document.subtitle ? [line('Subtitle', document.subtitle)] : []),
    ];
  }
  const title = bookmark(context.file.bookmarks.claim(cover.id), runs(cover.title));
  return [
    ...(cover.ministry ? [line('Ministry', cover.ministry)] : []),
    new Paragraph({ style: 'Title', children: title }),
    ...(cover.subtitle ? [line('Subtitle', cover.subtitle)] : []),
    ...(cover.markingLine ? [line('MarkingLine', cover.markingLine)] : []),
    ...writeFacts(cover.facts, context),
    ...cover.controlLines.map(each => line('Control', each)),
    ...writeBlocks(cover.blocks ?? [], context),
  ];
}

function line(style: string, text: string): Paragraph {
  return new Paragraph({ style, children: runs(text) });
}

/** Label and value in two columns without lines. */
function writeFacts(facts: Cover['facts'], context: WordContext): WordBlock[] {
  if (!facts.length) return [];
  const widths = [Math.round(context.width * 0.28), Math.round(context.width * 0.72)];
  const cell = (style: string, text: string, width: number): TableCell =>
    new TableCell({
      children: text.split('\n').map(each => line(style, each)),
      width: { size: width, type: WidthType.DXA },
    });
  const rows = facts.map(
    ([label, value]) =>
      new TableRow({
        cantSplit: true,
        children: [cell('FactLabel', label, widths[0]!), cell('FactValue', value, widths[1]!)],
      }),
  );
  return [
    new Table({
      rows,
      style: 'TableNormal',
      width: { size: widths[0]! + widths[1]!, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
    }),
    line('AfterTable', ''),
  ];
}

/** The contents: a field that Word counts anew, with the lines it shows until then. */
export function writeContents(document: ContentDocument, context: WordContext): WordBlock[] {
  if (document.contentsTitle === null) return [];
  const name = context.file.bookmarks.claim(document.contentsId);
  const title = new Paragraph({
    style: 'TOCHeading',
    pageBreakBefore: true,
    children: bookmark(name, [run(document.contentsTitle)]),
  });
  const entries = context.file.map.contents.filter(entry => entry.level <= 3);
  const above = writeBlocks(document.contentsBlocks ?? [], context);
  return [
    title,
    ...above,
    ...writeLines('TOC \\o "1-3" \\h \\z \\u', entries, level => `TOC${level}`, context),
  ];
}

/** A list of tables or of figures under its title. */
export function writeList(title: string | null, entries: ListEntry[], context: WordContext): WordBlock[] {
  const [first] = entries;
  if (title === null || !first) return [];
  const label = context.file.map.labels.get(first.id) ?? '';
  const instruction = `TOC \\h \\z \\c "${sequenceName(label.replace(/\d+$/, ''))}"`;
  return [
    new Paragraph({ style: 'TOCHeading', children: [run(title)] }),
    ...writeLines(instruction, entries, () => 'TableofFigures', context),
  ];
}

/** The lines of a field of contents: each a link with its page; the first opens the field, the last ends it. */
function writeLines(
  instruction: string,
  entries: ListEntry[],
  styleOf: (level: number) => string,
  context: WordContext,
): Paragraph[] {
  return entries.map((entry, index) => {
    const opening = index === 0 ? openField(instruction) : [];
    const closing = index === entries.length - 1 ? [closeField()] : [];
    const children = [...opening, ...writeLine(entry, context), ...closing];
    return new Paragraph({ style: styleOf(entry.level), children });
  });
}

function writeLine(entry: ListEntry, context: WordContext): ParagraphChild[] {
  const name = context.file.bookmarks.find(entry.id);
  if (name === null) return runs(entry.text);
  const page = field(`PAGEREF ${name} \\h`, '–');
  return [
    new InternalHyperlink({
      anchor: name,
      children: [...runs(entry.text), new TextRun({ children: [new Tab()] }), ...page],
    }),
  ];
}

/** The index of names: a field over the marked places, with the pages of each until Word counts anew. */
export function writeNames(document: ContentDocument, context: WordContext): WordBlock[] {
  const title = document.lists.names;
  const { names } = context.file;
  if (title === null || !names.size) return [];
  const collator = new Intl.Collator(document.language, { sensitivity: 'base', numeric: true });
  const sorted = [...names].sort(([a], [b]) => collator.compare(a, b) || (a < b ? -1 : 1));
  const lines = sorted.map(([name, places], index) => {
    const pages = places.flatMap((place, at) => [
      run(at ? ', ' : '  '),
      ...field(`PAGEREF ${place} \\h`, '–'),
    ]);
    const opening = index === 0 ? openField('INDEX \\e "  " \\c "1"') : [];
    const closing = index === sorted.length - 1 ? [closeField()] : [];
    return new Paragraph({
      style: 'Index1',
      children: [...opening, ...runs(cleanText(name)), ...pages, ...closing],
    });
  });
  return [new Paragraph({ style: 'TOCHeading', pageBreakBefore: true, children: [run(title)] }), ...lines];
}
