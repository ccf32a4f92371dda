import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx';
import type {
  BibliographyEntryBlock,
  Block,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  QuoteBlock,
  TalkingPointBlock,
} from '../../../../shared/document/content.ts';
import { isSafeLink } from '../../../../shared/document/marks.ts';
import { plainText } from '../read-content/document-map.ts';
import { orderedList } from './list-styles.ts';
import type { WordContext } from './word-context.ts';
import { writeChart, writeFigure } from './write-figure.ts';
import { bookmark, directionOf, run, runs, writeInlines } from './write-inlines.ts';
import { writeParallel, writeTable } from './write-table.ts';

/** What stands in a section, a cell or a comment: paragraphs and tables. */
export type WordBlock = Paragraph | Table;

/** Writes blocks one after another. */
export function writeBlocks(blocks: Block[], context: WordContext): WordBlock[] {
  return blocks.flatMap((block, index) => {
    const earlier = blocks.slice(0, index).some(each => each.kind === 'talkingPoint');
    const breaks = context.pointsApart === true && earlier;
    return block.kind === 'talkingPoint'
      ? writeTalkingPoint(block, breaks, { ...context, pointsApart: false })
      : writeBlock(block, context);
  });
}

function writeBlock(block: Exclude<Block, TalkingPointBlock>, context: WordContext): WordBlock[] {
  switch (block.kind) {
    case 'heading':
      return [writeHeading(block, context)];
    case 'paragraph':
      return [writeParagraph(block, context)];
    case 'list':
      return writeList(block, context);
    case 'quote':
      return writeQuote(block, context);
    case 'blockquote': {
      const language = block.language ?? context.language;
      return writeBlocks(block.blocks, {
        ...context,
        language,
        style: 'BlockText',
        indent: context.indent + INDENT,
      });
    }
    case 'table':
      return writeTable(block, context, writeBlocks);
    case 'parallel':
      return writeParallel(block, context, writeBlocks);
    case 'figure':
      return writeFigure(block, context);
    case 'chart':
      return writeChart(block, context);
    case 'bibliographyEntry':
      return [writeBibliographyEntry(block, context)];
    case 'pageBreak':
      return [
        new Paragraph({ children: [new TextRun({ children: [] })], pageBreakBefore: true, spacing: TIGHT }),
      ];
    case 'rule':
      return [new Paragraph({ style: 'Rule', children: [] })];
  }
}

const INDENT = 360;
const TIGHT = { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT };

const HEADINGS = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

function writeHeading(block: HeadingBlock, context: WordContext): Paragraph {
  const inner = { ...context, language: block.language ?? context.language };
  const number = block.number ? [run(`${block.number} `)] : [];
  const children = [...number, ...writeInlines(block.inlines, inner)];
  return new Paragraph({
    heading: HEADINGS[block.level],
    ...directionOf(inner.language),
    children: bookmark(context.file.bookmarks.claim(block.id), children),
  });
}

const ALIGNMENT = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
} as const;

/** The alignment of a paragraph: its own, or that of the cell around. */
function alignmentOf(context: WordContext, own?: 'start' | 'center' | 'end'): IParagraphOptions {
  const align = own ?? context.align;
  return align ? { alignment: ALIGNMENT[align] } : {};
}

function indentOf(context: WordContext): IParagraphOptions {
  return context.indent ? { indent: { left: context.indent } } : {};
}

const ROLES = { note: 'Note', large: 'Speaking', lead: 'PointLead' } as const;

function writeParagraph(
  block: ParagraphBlock,
  context: WordContext,
  extra: IParagraphOptions = {},
): Paragraph {
  const inner = { ...context, language: block.language ?? context.language };
  const children = [...portionMark(block.marking), ...writeInlines(block.inlines, inner)];
  return new Paragraph({
    style: block.role === 'body' ? context.style : ROLES[block.role],
    ...directionOf(inner.language),
    ...indentOf(context),
    ...alignmentOf(context, block.align),
    ...extra,
    children: bookmark(context.file.bookmarks.claim(block.id), children),
  });
}

function portionMark(marking: string | null): ParagraphChild[] {
  return marking ? [run(`${marking} `, { style: 'PortionMark' })] : [];
}

/** A list of Word's own: items are numbered by it, what follows in an item stands under its first line. */
function writeList(block: ListBlock, context: WordContext): WordBlock[] {
  const level = Math.min(context.listDepth, 8);
  const reference = block.ordered ? orderedList(context.file.lists, level, block.start) : 'bullets';
  const numbering = { reference, level };
  const large = context.style === 'Speaking' ? 'Speaking' : '';
  const style = `${block.ordered ? 'ListNumber' : 'ListBullet'}${large}`;
  const inner = { ...context, listDepth: context.listDepth + 1 };
  const under = { ...inner, indent: INDENT * (level + 1), style: large || 'ListContinue' };
  return block.items.flatMap(item => {
    const [first, ...rest] = item;
    const plain = first?.kind === 'paragraph';
    const head = plain
      ? writeParagraph(first, { ...inner, indent: 0 }, { style, numbering })
      : new Paragraph({ style, numbering, children: [] });
    return [head, ...writeBlocks(plain ? rest : item, under)];
  });
}

/** A verified excerpt: its words, its translation and its citation, kept together; where asked for, a comment says its source. */
function writeQuote(block: QuoteBlock, context: WordContext): WordBlock[] {
  const inner = { ...context, language: block.language };
  const doubt = block.state === 'exact' ? '' : 'InDoubt';
  const words = bookmark(context.file.bookmarks.claim(block.id), [
    ...portionMark(block.marking),
    ...writeInlines(block.inlines, inner),
  ]);
  // Where the citation stands in a note, nothing may be left to stand beneath.
  const source = writeCitation(block, context);
  const keep = { ...quoteIndent(context), keepNext: source.length > 0 || Boolean(block.translation) };
  const direction = directionOf(block.language);
  const { translation } = block;
  const label = translation ? [run(`${translation.label} `, { italics: true })] : [];
  return [
    new Paragraph({
      style: `Quote${doubt}`,
      ...keep,
      ...direction,
      children: comment(block, words, context),
    }),
    ...(translation
      ? [
          new Paragraph({
            style: `QuoteTranslation${doubt}`,
            ...keep,
            keepNext: source.length > 0,
            ...directionOf(translation.language),
            children: [
              ...label,
              ...writeInlines(translation.inlines, { ...context, language: translation.language }),
            ],
          }),
        ]
      : []),
    ...(source.length
      ? [new Paragraph({ style: `QuoteSource${doubt}`, ...quoteIndent(context), children: source })]
      : []),
  ];
}

function quoteIndent(context: WordContext): IParagraphOptions {
  return context.indent ? { indent: { left: context.indent + INDENT } } : {};
}

function writeCitation(block: QuoteBlock, context: WordContext): ParagraphChild[] {
  const places = [block.citation, ...(block.seeAlso ?? []).map(each => [each])].filter(
    each => each.length > 0,
  );
  const state =
    block.state !== 'exact' && block.verificationLabel
      ? [
          ...(places.length ? [new TextRun({ break: 1 })] : []),
          run(block.verificationLabel, { style: 'Warning' }),
        ]
      : [];
  return [
    ...places.flatMap((place, index) => [
      ...(index > 0 ? [run(' · ')] : []),
      ...writeInlines(place, context),
    ]),
    ...state,
  ];
}

/** LibreOffice 7 takes a comment for the note of the same number: they are kept apart. */
const FIRST_COMMENT = 10_000;

function comment(block: QuoteBlock, words: ParagraphChild[], context: WordContext): ParagraphChild[] {
  const { comments, say } = context.file;
  if (!comments) return words;
  const id = FIRST_COMMENT + comments.length;
  const state = block.state === 'exact' ? say('page.word.quoteExact') : block.verificationLabel;
  const citation = plainText(block.citation);
  const lines = [citation ? say('page.word.quoteSource', { citation }) : '', state ?? ''].filter(Boolean);
  if (!lines.length) return words;
  comments.push({ id, lines });
  const reference = new TextRun({ style: 'CommentReference', children: [new CommentReference(id)] });
  return [new CommentRangeStart(id), ...words, new CommentRangeEnd(id), reference];
}

function writeTalkingPoint(block: TalkingPointBlock, breaks: boolean, context: WordContext): WordBlock[] {
  const lead = [block.number, block.lead].filter(Boolean).join(' · ');
  const head = new Paragraph({
    style: lead ? 'PointLead' : 'AfterTable',
    keepNext: true,
    ...(breaks ? { pageBreakBefore: true } : {}),
    ...indentOf(context),
    children: bookmark(context.file.bookmarks.claim(block.id), runs(lead)),
  });
  const evidence = block.evidence.flatMap((each, index) => [
    run(index ? ' · ' : ' '),
    ...writeInlines([each], context),
  ]);
  return [
    head,
    ...writeBlocks(block.blocks, context),
    ...(evidence.length
      ? [
          new Paragraph({
            style: 'Evidence',
            ...indentOf(context),
            children: [run(context.file.say('page.html.evidence'), { bold: true }), ...evidence],
          }),
        ]
      : []),
  ];
}

function writeBibliographyEntry(block: BibliographyEntryBlock, context: WordContext): Paragraph {
  const inner = { ...context, language: block.language ?? context.language };
  const { url } = block;
  const address =
    url && isSafeLink(url)
      ? writeInlines([{ kind: 'text', text: url, link: { kind: 'url', href: url } }], context)
      : [];
  const children = [...writeInlines(block.inlines, inner), ...(address.length ? [run(' '), ...address] : [])];
  return new Paragraph({
    style: 'Bibliography',
    children: bookmark(context.file.bookmarks.claim(block.id), children),
  });
}
