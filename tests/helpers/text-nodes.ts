import { para, words } from './snapshot-builders.ts';

type NodeJson = Record<string, unknown>;
type Attributes = Record<string, unknown>;

/** A node that stays within the delegation. */
export function internal(node: NodeJson): NodeJson {
  return { ...node, attrs: { ...(node.attrs as Attributes | undefined), disclosure: 'internal' } };
}

/** A heading; `id` is what references name. */
export function headingOf(text: string, level = 1, id = ''): NodeJson {
  return { type: 'heading', attrs: { level, id }, content: [words(text)] };
}

/** A list of items, each a text or the blocks of the item. */
export function listOf(...items: (string | NodeJson[])[]): NodeJson {
  const content = items.map(item => ({
    type: 'list_item',
    content: typeof item === 'string' ? [para(item)] : item,
  }));
  return { type: 'bullet_list', content };
}

/** A table of texts or blocks: the first row is the head. */
export function tableOf(caption: string, rows: (string | NodeJson)[][], attrs: Attributes = {}): NodeJson {
  const content = rows.map((row, index) => ({
    type: 'table_row',
    content: row.map(cell => ({
      type: index === 0 ? 'table_header' : 'table_cell',
      content: [typeof cell === 'string' ? para(cell) : cell],
    })),
  }));
  return { type: 'table', attrs: { caption, ...attrs }, content };
}

/** A point to make. */
export function pointOf(content: NodeJson[], attrs: Attributes = {}): NodeJson {
  return { type: 'talking_point', attrs, content };
}

/** A cross-reference. */
export function referTo(targetId: string, form: 'label' | 'page' | 'title' = 'label'): NodeJson {
  return { type: 'cross_reference', attrs: { targetId, form } };
}

/** A picture with a caption. */
export function figureOf(imageId: string, caption: string, attrs: Attributes = {}): NodeJson {
  return { type: 'figure', attrs: { imageId, ...attrs }, content: caption ? [words(caption)] : [] };
}

/** A bar chart of one series with a caption. */
export function chartOf(caption: string, categories: string[], attrs: Attributes = {}): NodeJson {
  const chart = {
    kind: 'bar',
    unit: 'millones de USD',
    categories,
    series: [{ name: 'Comercio', values: categories.map((_, i) => 10 + i) }],
  };
  return { type: 'chart', attrs: { chart, ...attrs }, content: caption ? [words(caption)] : [] };
}

/** Two texts side by side, Spanish and English, paragraph by paragraph. */
export function parallelOf(...rows: [left: string | NodeJson, right: string | NodeJson][]): NodeJson {
  const cell = (content: string | NodeJson) => ({
    type: 'parallel_cell',
    content: [typeof content === 'string' ? para(content) : content],
  });
  return {
    type: 'parallel',
    content: rows.map(row => ({ type: 'parallel_row', content: row.map(cell) })),
  };
}

/** A run of text with a mark that has attributes. */
export function marked(text: string, type: string, attrs: Attributes): NodeJson {
  return { type: 'text', text, marks: [{ type, attrs }] };
}
