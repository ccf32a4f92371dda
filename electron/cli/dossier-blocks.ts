import { z } from 'zod';
import { cellShades, tableOrientations } from '../../shared/document/schema.ts';
import { chartSchema } from '../../shared/model/chart.ts';

/**
 * The blocks of a part in a dossier file. Texts may hold:
 * `**bold**`, `*italic*`, `__underlined__`, `++small capitals++`, `[words](https://…)`; `[^1]` the call of a footnote;
 * `[@id]`, `[@id:page]`, `[@id:title]` a reference to a part, heading, table or figure; `[&file.pdf]`, `[&file.pdf|p. 4]` a
 * citation; `[[words]]`, `[[words|Entry, as indexed]]` a name for the index; `{en:words}` words in another language; a line break
 * where the JSON string has one; and `\` before a sign that should stand for itself.
 */
const text = z.string();
const id = z
  .string()
  .max(100)
  .regex(/^[\p{L}\p{N}_-]*$/u)
  .default('');
/** «internal» keeps a block out of everything that leaves the delegation. */
const disclosure = z.literal('internal').nullable().default(null);

const heading = z.object({
  type: z.literal('heading'),
  level: z.number().int().min(1).max(3),
  text,
  id,
  disclosure,
});

/** `marking` is a level of the dossier's scheme; `language` that of the whole paragraph. */
const paragraph = z.object({
  type: z.literal('paragraph'),
  text,
  marking: z.string().nullable().default(null),
  language: z.string().nullable().default(null),
  disclosure,
});

/** One item of a list: a line, or a line with a list below it. */
export type ListItem = string | { text: string; ordered?: boolean; items?: ListItem[] };
const listItem: z.ZodType<ListItem> = z.union([
  z.string(),
  z.object({
    text,
    ordered: z.boolean().optional(),
    get items() {
      return z.array(listItem).optional();
    },
  }),
]);
const list = z.object({
  type: z.enum(['bullets', 'numbered']),
  items: z.array(listItem).min(1),
  start: z.number().int().min(0).default(1),
  disclosure,
});

const quote = z.object({ type: z.literal('quote'), excerpt: z.string(), disclosure });
const blockquote = z.object({
  type: z.literal('blockquote'),
  paragraphs: z.array(text).min(1),
  marking: z.string().nullable().default(null),
  disclosure,
});

const cell = z.union([
  z.string(),
  z.object({
    text: text.default(''),
    header: z.boolean().optional(),
    colspan: z.number().int().min(1).default(1),
    rowspan: z.number().int().min(1).default(1),
    shade: z.enum(cellShades).nullable().default(null),
  }),
]);

/** A cell: its text, or its text with spans and a shade. */
export type Cell = z.infer<typeof cell>;

/** `rowHeaders`: the first cell of each row heads that row. */
const table = z.object({
  type: z.literal('table'),
  caption: z.string().default(''),
  id,
  orientation: z.enum(tableOrientations).default('auto'),
  rowHeaders: z.boolean().default(false),
  header: z.array(cell).min(1),
  rows: z.array(z.array(cell)),
  disclosure,
});

const figureFields = {
  caption: text.default(''),
  id,
  /** Read out in place of the picture. */
  alt: z.string().default(''),
  width: z.number().int().min(20).max(100).default(100),
  placement: z.enum(['here', 'float']).default('here'),
  disclosure,
};
/** `image` is the path of a PNG or JPEG, from the folder of the dossier file. */
const figure = z.object({ type: z.literal('figure'), image: z.string().min(1), ...figureFields });
const chart = z.object({ type: z.literal('chart'), chart: chartSchema, ...figureFields });

/** Each row has the paragraphs of both sides; `left` and `right` are their languages. */
const parallelCell = z.union([text, z.array(text).min(1)]);
const parallel = z.object({
  type: z.literal('parallel'),
  left: z.string().default('es'),
  right: z.string().default('en'),
  rows: z.array(z.tuple([parallelCell, parallelCell])).min(1),
  disclosure,
});

const point = z.object({
  type: z.literal('point'),
  addressee: z.string().default(''),
  minutes: z.number().int().min(0).default(0),
  blocks: z.array(z.discriminatedUnion('type', [paragraph, list, quote])).min(1),
  disclosure,
});

const rule = z.object({ type: z.literal('rule') });
const pageBreak = z.object({ type: z.literal('pageBreak') });

/** One block of a part. */
export const blockSchema = z.discriminatedUnion('type', [
  heading,
  paragraph,
  list,
  quote,
  blockquote,
  table,
  figure,
  chart,
  parallel,
  point,
  rule,
  pageBreak,
]);

/** See {@link blockSchema}. */
export type Block = z.infer<typeof blockSchema>;

/** A note: its text, or its text with its place (`side`: in the margin beside its line). */
export const noteSchema = z.union([
  z.string(),
  z.object({ text, place: z.enum(['foot', 'side']).default('foot') }),
]);

/** See {@link noteSchema}. */
export type Note = z.infer<typeof noteSchema>;
