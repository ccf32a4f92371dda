import type { NodeSpec } from 'prosemirror-model';
import { type Chart, chartSchema } from '../model/chart.ts';
import {
  disclosure,
  disclosureAttribute,
  readAttribute,
  readDisclosure,
  readInteger,
  readOneOf,
} from './read-attributes.ts';

/** Where a figure stands: where it is written, or at the head of the next page that has room for it. */
export const placements = ['here', 'float'] as const;

const figureAttributes = {
  /** What cross-references name; empty until one does. */
  id: { default: '', validate: 'string' },
  /** Read out in place of the picture. */
  alt: { default: '', validate: 'string' },
  /** Share of the measure, in hundredths: 20–100. */
  width: { default: 100, validate: 'number' },
  placement: { default: 'here', validate: 'string' },
  ...disclosure,
};

function readFigure(dom: unknown): Record<string, unknown> {
  return {
    id: readAttribute(dom, 'data-id') ?? '',
    alt: readAttribute(dom, 'data-alt') ?? '',
    width: readInteger(dom, 'data-width', 100),
    placement: readOneOf(dom, 'data-placement', placements, 'here'),
    disclosure: readDisclosure(dom),
  };
}

function writeFigure(attrs: Record<string, unknown>): Record<string, string> {
  return {
    'data-id': String(attrs.id),
    'data-alt': String(attrs.alt),
    'data-width': String(attrs.width),
    'data-placement': String(attrs.placement),
    ...disclosureAttribute(attrs.disclosure),
  };
}

function readChart(dom: unknown): Chart | null {
  try {
    return chartSchema.parse(JSON.parse(readAttribute(dom, 'data-chart') ?? ''));
  } catch {
    return null;
  }
}

/** A picture of the library with its caption. */
const figure: NodeSpec = {
  content: '(text | footnote | citation)*',
  group: 'block',
  attrs: { imageId: { validate: 'string' }, ...figureAttributes },
  defining: true,
  // Backspace and Delete at its edges join no text beside it with its caption.
  isolating: true,
  draggable: true,
  parseDOM: [
    {
      tag: 'figure[data-image]',
      getAttrs: dom => ({ imageId: readAttribute(dom, 'data-image'), ...readFigure(dom) }),
    },
  ],
  toDOM: ({ attrs }) => ['figure', { 'data-image': String(attrs.imageId), ...writeFigure(attrs) }, 0],
};

/** A chart drawn from its figures, with its caption. */
const chart: NodeSpec = {
  content: '(text | footnote | citation)*',
  group: 'block',
  attrs: { chart: {}, ...figureAttributes },
  defining: true,
  // Backspace and Delete at its edges join no text beside it with its caption.
  isolating: true,
  draggable: true,
  parseDOM: [
    {
      tag: 'figure[data-chart]',
      getAttrs: dom => {
        const read = readChart(dom);
        return read ? { chart: read, ...readFigure(dom) } : false;
      },
    },
  ],
  toDOM: ({ attrs }) => ['figure', { 'data-chart': JSON.stringify(attrs.chart), ...writeFigure(attrs) }, 0],
};

/** Two texts side by side, paragraph by paragraph; `left` and `right` are their languages. */
const parallel: NodeSpec = {
  content: 'parallel_row+',
  group: 'block',
  isolating: true,
  attrs: {
    left: { default: 'es', validate: 'string' },
    right: { default: 'en', validate: 'string' },
    ...disclosure,
  },
  parseDOM: [
    {
      tag: 'div[data-parallel]',
      getAttrs: dom => ({
        left: readAttribute(dom, 'data-left') ?? 'es',
        right: readAttribute(dom, 'data-right') ?? 'en',
        disclosure: readDisclosure(dom),
      }),
    },
  ],
  toDOM: ({ attrs }) => [
    'div',
    {
      'data-parallel': 'true',
      'data-left': String(attrs.left),
      'data-right': String(attrs.right),
      ...disclosureAttribute(attrs.disclosure),
    },
    0,
  ],
};

const parallelRow: NodeSpec = {
  content: 'parallel_cell parallel_cell',
  parseDOM: [{ tag: 'div[data-parallel-row]' }],
  toDOM: () => ['div', { 'data-parallel-row': 'true' }, 0],
};

const parallelCell: NodeSpec = {
  content: '(paragraph | bullet_list | ordered_list)+',
  isolating: true,
  parseDOM: [{ tag: 'div[data-parallel-cell]' }],
  toDOM: () => ['div', { 'data-parallel-cell': 'true' }, 0],
};

/**
 * One point to make: to whom (`addressee`), in how many `minutes` (0: not said). Its quotes and citations are its
 * evidence: a speaking page prints where they stand, not their words.
 */
const talkingPoint: NodeSpec = {
  content: '(paragraph | bullet_list | ordered_list | excerpt_quote)+',
  group: 'block',
  defining: true,
  attrs: {
    addressee: { default: '', validate: 'string' },
    minutes: { default: 0, validate: 'number' },
    ...disclosure,
  },
  parseDOM: [
    {
      tag: 'section[data-point]',
      getAttrs: dom => ({
        addressee: readAttribute(dom, 'data-addressee') ?? '',
        minutes: readInteger(dom, 'data-minutes', 0),
        disclosure: readDisclosure(dom),
      }),
    },
  ],
  toDOM: ({ attrs }) => [
    'section',
    {
      'data-point': 'true',
      'data-addressee': String(attrs.addressee),
      'data-minutes': String(attrs.minutes),
      ...disclosureAttribute(attrs.disclosure),
    },
    0,
  ],
};

/** What a cross-reference prints: «cuadro 3», «página 14», or the title it leads to. */
export const referenceForms = ['label', 'page', 'title'] as const;

/** Leads to a part (by its id) or to a heading, table or figure (by its `id` attribute). */
const crossReference: NodeSpec = {
  inline: true,
  group: 'inline',
  atom: true,
  attrs: { targetId: { validate: 'string' }, form: { default: 'label', validate: 'string' } },
  parseDOM: [
    {
      tag: 'span[data-reference]',
      getAttrs: dom => ({
        targetId: readAttribute(dom, 'data-reference'),
        form: readOneOf(dom, 'data-form', referenceForms, 'label'),
      }),
    },
  ],
  toDOM: ({ attrs }) => [
    'span',
    { 'data-reference': String(attrs.targetId), 'data-form': String(attrs.form) },
  ],
};

/** The nodes of a dossier's text beyond plain writing: figures, charts, parallel texts, points to make, references. */
export const pageNodes = {
  figure,
  chart,
  parallel,
  parallel_row: parallelRow,
  parallel_cell: parallelCell,
  talking_point: talkingPoint,
  cross_reference: crossReference,
} satisfies Record<string, NodeSpec>;
