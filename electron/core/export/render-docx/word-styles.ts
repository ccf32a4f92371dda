import {
  BorderStyle,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
  TabStopType,
} from 'docx';
import type { WordTheme } from './word-theme.ts';

type Character = NonNullable<IStylesOptions['characterStyles']>[number];
type Defaults = NonNullable<IStylesOptions['default']>;

/** The two fonts of the theme: what is read, and headings, tables and furniture. */
const TEXT = { theme: 'body' } as const;
const HEADS = { theme: 'headings' } as const;

/** Points as twips, and as the half points in which Word counts sizes of type. */
const twips = (points: number): number => Math.round(points * 20);
const half = (points: number): number => Math.round(points * 2);

/**
 * Every style of the file. Those that Word knows keep its ids and names, so that its navigation, contents and quick styles work
 * in every language; `measure` is the width of a line in twips.
 */
export function wordStyles(theme: WordTheme, language: string, measure: number): IStylesOptions {
  return {
    default: defaultStyles(theme, language),
    paragraphStyles: [...textStyles(theme), ...frontStyles(theme), ...lineStyles(theme, measure)],
    characterStyles: characterStyles(theme),
  };
}

function defaultStyles(theme: WordTheme, language: string): Defaults {
  const { ink } = theme;
  const heads = { font: HEADS, color: ink.heading, bold: true };
  const heading = (size: number, before: number, level: number) => ({
    run: { ...heads, size: half(size) },
    paragraph: { spacing: space(before, size * 0.35), keepNext: true, keepLines: true, outlineLevel: level },
    next: 'BodyText',
    quickFormat: true,
  });
  const { size } = theme;
  return {
    document: {
      run: { font: TEXT, size: half(size), language: { value: language } },
      paragraph: { spacing: { line: 288, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: TEXT, bold: true, color: ink.heading, size: half(size * 2.5) },
      paragraph: { spacing: space(size * 8, size) },
      next: 'Subtitle',
    },
    heading1: heading(size * 1.9, size * 1.2, 0),
    heading2: heading(size * 1.32, size * 1.4, 1),
    heading3: heading(size * 1.1, size * 1.2, 2),
    heading4: { ...heading(size, size, 3), run: { ...heads, bold: false, italics: true, size: half(size) } },
    hyperlink: { run: { color: ink.link, underline: {} } },
    footnoteText: {
      run: { size: half(size * 0.84) },
      paragraph: { spacing: { after: twips(2), line: 252, lineRule: LineRuleType.AUTO } },
    },
    footnoteReference: { run: { superScript: true } },
  };
}

function space(before: number, after: number, line = 288) {
  return { before: twips(before), after: twips(after), line, lineRule: LineRuleType.AUTO };
}

/** A paragraph style that Word knows by this id and name, or one of the file's own. */
function paragraph(
  id: string,
  name: string,
  run: IParagraphStyleOptions['run'],
  settings: IParagraphStyleOptions['paragraph'],
  basedOn = 'Normal',
): IParagraphStyleOptions {
  return { id, name, basedOn, run, paragraph: settings, quickFormat: true };
}

function textStyles(theme: WordTheme): IParagraphStyleOptions[] {
  const { size, ink } = theme;
  const small = { font: HEADS, size: half(size * 0.84), color: ink.muted };
  const bar = { style: BorderStyle.SINGLE, size: 12, color: ink.bar, space: 8 };
  const quote = { indent: { left: 360 }, border: { left: bar } };
  const cell = { font: HEADS, size: half(size * 0.87) };
  return [
    paragraph(
      'BodyText',
      'Body Text',
      {},
      { spacing: space(0, size * 0.6), alignment: theme.justify ? 'both' : 'left' },
    ),
    paragraph('Note', 'Valija Note', { size: half(size * 0.88) }, { spacing: space(0, size * 0.5) }),
    paragraph('Speaking', 'Valija Speaking', { size: half(size * 1.5) }, { spacing: space(0, size, 336) }),
    paragraph(
      'PointLead',
      'Valija Point Lead',
      { font: HEADS, bold: true, color: ink.heading },
      { spacing: space(size, size * 0.3), keepNext: true },
    ),
    paragraph('Evidence', 'Valija Evidence', small, { spacing: space(0, size) }),
    paragraph(
      'Quote',
      'Quote',
      { size: half(size * 0.97) },
      {
        ...quote,
        spacing: space(size * 0.5, size * 0.2),
        keepLines: true,
      },
    ),
    paragraph(
      'QuoteTranslation',
      'Valija Quote Translation',
      { size: half(size * 0.92) },
      {
        ...quote,
        spacing: space(0, size * 0.2),
        keepLines: true,
      },
    ),
    paragraph('QuoteSource', 'Valija Quote Source', small, { ...quote, spacing: space(0, size * 0.9) }),
    ...['Quote', 'QuoteTranslation', 'QuoteSource'].map(id => {
      const border = { left: { ...bar, color: ink.warning } };
      return paragraph(`${id}InDoubt`, `Valija ${id} In Doubt`, {}, { border }, id);
    }),
    paragraph('BlockText', 'Block Text', {}, { spacing: space(0, size * 0.6) }),
    paragraph('ListBullet', 'List Bullet', {}, { spacing: space(0, size * 0.25) }),
    paragraph('ListNumber', 'List Number', {}, { spacing: space(0, size * 0.25) }),
    ...['ListBullet', 'ListNumber'].map(id =>
      paragraph(
        `${id}Speaking`,
        `Valija ${id} Speaking`,
        { size: half(size * 1.5) },
        { spacing: space(0, size * 0.8, 324) },
        id,
      ),
    ),
    paragraph('ListContinue', 'List Continue', {}, { spacing: space(0, size * 0.25) }),
    paragraph('TableText', 'Valija Table Text', cell, { spacing: space(1, 1, 259) }),
    paragraph(
      'TableHead',
      'Valija Table Head',
      { ...cell, bold: true, color: ink.heading },
      {
        spacing: space(1, 1, 259),
      },
    ),
    paragraph('ParallelText', 'Valija Parallel Text', {}, { spacing: space(0, size * 0.5) }),
    paragraph(
      'AfterTable',
      'Valija After Table',
      { size: 8 },
      { spacing: { before: 0, after: 60, line: 160, lineRule: LineRuleType.AUTO } },
    ),
    paragraph('Figure', 'Valija Figure', {}, { spacing: space(size * 0.8, size * 0.4, 240), keepNext: true }),
    paragraph(
      'Caption',
      'caption',
      { font: HEADS, bold: true, size: half(size * 0.88), color: ink.heading },
      {
        spacing: space(size * 0.5, size * 0.4),
      },
    ),
    paragraph(
      'Bibliography',
      'Bibliography',
      { size: half(size * 0.93) },
      {
        spacing: space(0, size * 0.4),
        indent: { left: 360, hanging: 360 },
      },
    ),
    paragraph(
      'Rule',
      'Valija Rule',
      {},
      {
        spacing: space(size * 0.5, size),
        indent: { left: 3200, right: 3200 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: ink.line, space: 1 } },
      },
    ),
    paragraph(
      'CommentText',
      'annotation text',
      { size: 20 },
      { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    ),
  ];
}

function frontStyles({ size, ink }: WordTheme): IParagraphStyleOptions[] {
  const muted = { font: HEADS, color: ink.muted };
  return [
    paragraph('Subtitle', 'Subtitle', { size: half(size * 1.4) }, { spacing: space(0, size * 1.5) }),
    paragraph(
      'Ministry',
      'Valija Ministry',
      { ...muted, bold: true, smallCaps: true },
      {
        spacing: space(size * 2, 0),
      },
    ),
    paragraph(
      'MarkingLine',
      'Valija Marking',
      { font: HEADS, bold: true, color: ink.marking, size: half(size * 0.9) },
      {
        spacing: space(0, size * 0.8),
        keepNext: true,
      },
    ),
    paragraph(
      'FactLabel',
      'Valija Fact Label',
      { ...muted, size: half(size * 0.9) },
      { spacing: space(1, 1) },
    ),
    paragraph('FactValue', 'Valija Fact Value', {}, { spacing: space(1, 1) }),
    paragraph('Control', 'Valija Control', { ...muted, size: half(size * 0.9) }, { spacing: space(0, 2) }),
  ];
}

function lineStyles({ size, ink, furniture }: WordTheme, measure: number): IParagraphStyleOptions[] {
  const leader = { tabStops: [{ type: TabStopType.RIGHT, position: measure, leader: 'dot' as const }] };
  const contents = (level: number): IParagraphStyleOptions =>
    paragraph(
      `TOC${level}`,
      `toc ${level}`,
      { font: HEADS, size: half(size * (level === 1 ? 0.96 : 0.92)), bold: level === 1 },
      { spacing: space(level === 1 ? 4 : 0, 1), indent: { left: 280 * (level - 1) }, ...leader },
    );
  const foot = { font: HEADS, size: half(furniture), color: ink.muted };
  return [
    paragraph(
      'TOCHeading',
      'TOC Heading',
      { font: HEADS, bold: true, color: ink.heading, size: half(size * 1.9) },
      {
        spacing: space(size * 1.2, size * 0.7),
        keepNext: true,
      },
    ),
    contents(1),
    contents(2),
    contents(3),
    paragraph(
      'TableofFigures',
      'table of figures',
      { font: HEADS, size: half(size * 0.92) },
      {
        spacing: space(0, 1),
        ...leader,
      },
    ),
    paragraph('Index1', 'index 1', { font: HEADS, size: half(size * 0.92) }, { spacing: space(0, 1) }),
    paragraph('Header', 'header', foot, {
      spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
    }),
    paragraph('Footer', 'footer', foot, {
      spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
    }),
  ];
}

function characterStyles({ ink, banner }: WordTheme): Character[] {
  return [
    { id: 'PortionMark', name: 'Valija Portion Mark', run: { font: HEADS, bold: true } },
    { id: 'Warning', name: 'Valija Warning', run: { bold: true, color: ink.warning } },
    { id: 'Banner', name: 'Valija Banner', run: { font: HEADS, bold: true, size: half(banner) } },
    { id: 'CommentReference', name: 'annotation reference', run: { size: 16 } },
  ];
}
