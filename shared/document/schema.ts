import { type DOMOutputSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';

/**
 * The rich text of a dossier's part. Block nodes carry `marking`, the level of the dossier's scheme that the
 * paragraph bears («portion marking»), null when it bears none. Names follow prosemirror-schema-basic.
 */
const marking = { marking: { default: null, validate: 'string|null' } };

const block = (tag: string): Pick<NodeSpec, 'parseDOM' | 'toDOM'> => ({
  parseDOM: [{ tag, getAttrs: dom => ({ marking: readAttribute(dom, 'data-marking') }) }],
  toDOM: node => [tag, markingAttribute(node.attrs.marking), 0] as DOMOutputSpec,
});

/** A DOM element, as far as the schema reads one; the schema itself runs without a DOM. */
interface ReadableElement {
  getAttribute(name: string): string | null;
}

function readAttribute(dom: unknown, name: string): string | null {
  return (dom as ReadableElement).getAttribute(name);
}

function readInteger(dom: unknown, name: string, otherwise: number): number {
  const value = Number.parseInt(readAttribute(dom, name) ?? '', 10);
  return Number.isFinite(value) ? value : otherwise;
}

function markingAttribute(value: unknown): Record<string, string> {
  return typeof value === 'string' ? { 'data-marking': value } : {};
}

const cellAttributes = {
  colspan: { default: 1, validate: 'number' },
  rowspan: { default: 1, validate: 'number' },
  colwidth: { default: null },
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
        }),
      },
    ],
    toDOM: node => [tag, { colspan: String(node.attrs.colspan), rowspan: String(node.attrs.rowspan) }, 0],
  };
}

const nodes = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block cell_block', attrs: marking, ...block('p') },
  /** Level 1–3 inside the part; the part's own title stands above level 1. */
  heading: {
    content: '(text | footnote | hard_break)*',
    group: 'block',
    attrs: { level: { default: 1, validate: 'number' } },
    defining: true,
    parseDOM: [1, 2, 3].map(level => ({ tag: `h${level + 1}`, attrs: { level } })),
    toDOM: node => [`h${Number(node.attrs.level) + 1}`, 0],
  },
  bullet_list: {
    content: 'list_item+',
    group: 'block cell_block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  ordered_list: {
    content: 'list_item+',
    group: 'block cell_block',
    attrs: { order: { default: 1, validate: 'number' } },
    parseDOM: [{ tag: 'ol', getAttrs: dom => ({ order: readInteger(dom, 'start', 1) }) }],
    toDOM: node => ['ol', node.attrs.order === 1 ? {} : { start: String(node.attrs.order) }, 0],
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
    attrs: { excerptId: { validate: 'string' } },
    atom: true,
    draggable: true,
    parseDOM: [
      {
        tag: 'blockquote[data-excerpt]',
        priority: 60,
        getAttrs: dom => ({ excerptId: readAttribute(dom, 'data-excerpt') }),
      },
    ],
    toDOM: node => ['blockquote', { 'data-excerpt': String(node.attrs.excerptId) }],
  },
  table: {
    content: 'table_row+',
    group: 'block',
    attrs: { caption: { default: '', validate: 'string' } },
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table', getAttrs: dom => ({ caption: readAttribute(dom, 'data-caption') ?? '' }) }],
    toDOM: node => [
      'table',
      node.attrs.caption ? { 'data-caption': String(node.attrs.caption) } : {},
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
    parseDOM: [{ tag: 'span[data-footnote]' }],
    toDOM: () => ['span', { 'data-footnote': 'true' }, 0],
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
} satisfies Record<string, NodeSpec>;

const marks = {
  link: {
    attrs: { href: { validate: 'string' } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: dom => readLink(dom) }],
    toDOM: node => ['a', { href: String(node.attrs.href), rel: 'noreferrer' }, 0],
  },
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  underline: { parseDOM: [{ tag: 'u' }], toDOM: () => ['u', 0] },
  small_caps: {
    parseDOM: [{ tag: 'span[data-small-caps]' }],
    toDOM: () => ['span', { 'data-small-caps': 'true' }, 0],
  },
} satisfies Record<string, MarkSpec>;

/** Only web and mail addresses become links: `javascript:` and the like are dropped on paste. */
function readLink(dom: unknown): { href: string } | false {
  const href = readAttribute(dom, 'href') ?? '';
  return isSafeLink(href) ? { href } : false;
}

/** Whether an address may stand in a dossier as a link. */
export function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(href);
}

/** ProseMirror's schema of a dossier's text. */
export const documentSchema = new Schema({ nodes, marks });

/** A text with one empty paragraph. */
export function emptyDocument(): Record<string, unknown> {
  return { type: 'doc', content: [{ type: 'paragraph' }] };
}
