import { type DOMOutputSpec, type NodeSpec, Schema } from 'prosemirror-model';
import { marks } from './marks.ts';
import { pageNodes } from './page-nodes.ts';
import {
  disclosure,
  disclosureAttribute,
  readAttribute,
  readDisclosure,
  readInteger,
  readOneOf,
} from './read-attributes.ts';

/**
 * The rich text of a dossier's part. Block nodes carry `marking`, the level of the dossier's scheme that the
 * paragraph bears («portion marking»), null when it bears none, and `disclosure` («internal» or null). Names follow
 * prosemirror-schema-basic.
 */
const marking = { marking: { default: null, validate: 'string|null' }, ...disclosure };

/** What a cross-reference names; empty until one does. */
const target = { id: { default: '', validate: 'string' } };

/** Shades of a table's cell, in the theme's colours. */
export const cellShades = ['tint', 'strong', 'warning'] as const;

/** The most columns or rows that a cell reaches across. */
export const mostSpan = 200;

/** How a table lies on the page: `auto` turns it when it is too wide to stand. */
export const tableOrientations = ['auto', 'portrait', 'landscape'] as const;

/** Where the text of a note goes: at the foot of its page, or beside its line in the margin. */
export const notePlaces = ['foot', 'side'] as const;

const block = (tag: string): Pick<NodeSpec, 'parseDOM' | 'toDOM'> => ({
  parseDOM: [
    {
      tag,
      getAttrs: dom => ({ marking: readAttribute(dom, 'data-marking'), disclosure: readDisclosure(dom) }),
    },
  ],
  toDOM: ({ attrs }) =>
    [
      tag,
      { ...markingAttribute(attrs.marking), ...disclosureAttribute(attrs.disclosure) },
      0,
    ] as DOMOutputSpec,
});

function markingAttribute(value: unknown): Record<string, string> {
  return typeof value === 'string' ? { 'data-marking': value } : {};
}

function targetAttribute(id: unknown): Record<string, string> {
  return id ? { 'data-id': String(id) } : {};
}

const cellAttributes = {
  colspan: { default: 1, validate: 'number' },
  rowspan: { default: 1, validate: 'number' },
  colwidth: { default: null },
  shade: { default: null, validate: 'string|null' },
};

function cell(tag: 'td' | 'th', role: 'cell' | 'header_cell'): NodeSpec {
  return {
    content: 'cell_block+',
    attrs: cellAttributes,
    tableRole: role,
    isolating: true,
    parseDOM: [
      {
        tag,
        getAttrs: dom => ({
          colspan: readInteger(dom, 'colspan', 1),
          rowspan: readInteger(dom, 'rowspan', 1),
          shade: readOneOf(dom, 'data-shade', [...cellShades, ''], '') || null,
        }),
      },
    ],
    toDOM: ({ attrs }) => [
      tag,
      {
        colspan: String(attrs.colspan),
        rowspan: String(attrs.rowspan),
        ...(attrs.shade ? { 'data-shade': String(attrs.shade) } : {}),
      },
      0,
    ],
  };
}

const nodes = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block cell_block', attrs: marking, ...block('p') },
  /** Level 1–3 inside the part; the part's own title stands above level 1. */
  heading: {
    content: '(text | footnote | hard_break)*',
    group: 'block',
    attrs: { level: { default: 1, validate: 'number' }, ...target, ...disclosure },
    defining: true,
    parseDOM: [1, 2, 3].map(level => ({
      tag: `h${level + 1}`,
      getAttrs: dom => ({ level, id: readAttribute(dom, 'data-id') ?? '', disclosure: readDisclosure(dom) }),
    })),
    toDOM: ({ attrs }) => [
      `h${Number(attrs.level) + 1}`,
      { ...targetAttribute(attrs.id), ...disclosureAttribute(attrs.disclosure) },
      0,
    ],
  },
  bullet_list: {
    content: 'list_item+',
    group: 'block cell_block',
    attrs: disclosure,
    parseDOM: [{ tag: 'ul', getAttrs: dom => ({ disclosure: readDisclosure(dom) }) }],
    toDOM: node => ['ul', disclosureAttribute(node.attrs.disclosure), 0],
  },
  ordered_list: {
    content: 'list_item+',
    group: 'block cell_block',
    attrs: { order: { default: 1, validate: 'number' }, ...disclosure },
    parseDOM: [
      {
        tag: 'ol',
        getAttrs: dom => ({ order: readInteger(dom, 'start', 1), disclosure: readDisclosure(dom) }),
      },
    ],
    toDOM: ({ attrs }) => [
      'ol',
      {
        ...(attrs.order === 1 ? {} : { start: String(attrs.order) }),
        ...disclosureAttribute(attrs.disclosure),
      },
      0,
    ],
  },
  list_item: {
    content: 'paragraph (paragraph | bullet_list | ordered_list)*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  /** A quotation typed by hand: it has no source and is never counted as verified. */
  blockquote: {
    content: 'paragraph+',
    group: 'block',
    attrs: marking,
    defining: true,
    ...block('blockquote'),
  },
  /** An excerpt of the library as a quote; its words are taken from the library, never stored here. */
  excerpt_quote: {
    group: 'block',
    attrs: { excerptId: { validate: 'string' }, ...disclosure },
    atom: true,
    draggable: true,
    parseDOM: [
      {
        tag: 'blockquote[data-excerpt]',
        priority: 60,
        getAttrs: dom => ({
          excerptId: readAttribute(dom, 'data-excerpt'),
          disclosure: readDisclosure(dom),
        }),
      },
    ],
    toDOM: ({ attrs }) => [
      'blockquote',
      { 'data-excerpt': String(attrs.excerptId), ...disclosureAttribute(attrs.disclosure) },
    ],
  },
  table: {
    content: 'table_row+',
    group: 'block',
    attrs: {
      caption: { default: '', validate: 'string' },
      orientation: { default: 'auto', validate: 'string' },
      ...target,
      ...disclosure,
    },
    tableRole: 'table',
    isolating: true,
    parseDOM: [
      {
        tag: 'table',
        getAttrs: dom => ({
          caption: readAttribute(dom, 'data-caption') ?? '',
          orientation: readOneOf(dom, 'data-orientation', tableOrientations, 'auto'),
          id: readAttribute(dom, 'data-id') ?? '',
          disclosure: readDisclosure(dom),
        }),
      },
    ],
    toDOM: ({ attrs }) => [
      'table',
      {
        ...(attrs.caption ? { 'data-caption': String(attrs.caption) } : {}),
        ...(attrs.orientation === 'auto' ? {} : { 'data-orientation': String(attrs.orientation) }),
        ...targetAttribute(attrs.id),
        ...disclosureAttribute(attrs.disclosure),
      },
      ['tbody', 0],
    ],
  },
  table_row: {
    content: '(table_cell | table_header)*',
    tableRole: 'row',
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },
  table_cell: cell('td', 'cell'),
  table_header: cell('th', 'header_cell'),
  horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  page_break: {
    group: 'block',
    parseDOM: [{ tag: 'div[data-page-break]' }],
    toDOM: () => ['div', { 'data-page-break': 'true' }],
  },
  text: { group: 'inline' },
  hard_break: {
    inline: true,
    group: 'inline',
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  footnote: {
    inline: true,
    group: 'inline',
    content: '(text | citation)*',
    atom: true,
    attrs: { place: { default: 'foot', validate: 'string' } },
    parseDOM: [
      {
        tag: 'span[data-footnote]',
        getAttrs: dom => ({ place: readOneOf(dom, 'data-place', notePlaces, 'foot') }),
      },
    ],
    toDOM: ({ attrs }) => [
      'span',
      { 'data-footnote': 'true', ...(attrs.place === 'side' ? { 'data-place': 'side' } : {}) },
      0,
    ],
  },
  /** A citation without a quotation: «(Cancillería, 2018, p. 4)»; `locator` is the page as it should be printed, or empty. */
  citation: {
    inline: true,
    group: 'inline',
    atom: true,
    attrs: { sourceId: { validate: 'string' }, locator: { default: '', validate: 'string' } },
    parseDOM: [
      {
        tag: 'span[data-citation]',
        getAttrs: dom => ({
          sourceId: readAttribute(dom, 'data-citation'),
          locator: readAttribute(dom, 'data-locator') ?? '',
        }),
      },
    ],
    toDOM: node => [
      'span',
      { 'data-citation': String(node.attrs.sourceId), 'data-locator': String(node.attrs.locator) },
    ],
  },
  ...pageNodes,
} satisfies Record<string, NodeSpec>;

/** ProseMirror's schema of a dossier's text. */
export const documentSchema = new Schema({ nodes, marks });

/** A text with one empty paragraph. */
export function emptyDocument(): Record<string, unknown> {
  return { type: 'doc', content: [{ type: 'paragraph' }] };
}
