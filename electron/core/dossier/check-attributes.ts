import type { Mark, Node } from 'prosemirror-model';
import { Failure } from '../../../shared/contract/result.ts';
import { canonicalLanguage, isSafeLink } from '../../../shared/document/marks.ts';
import { placements, referenceForms } from '../../../shared/document/page-nodes.ts';
import { cellShades, mostSpan, notePlaces, tableOrientations } from '../../../shared/document/schema.ts';
import { chartSchema } from '../../../shared/model/chart.ts';
import { idSchema } from '../../../shared/model/common.ts';

const MAX_WORDS = 2000;
const MAX_NAME = 200;
const MAX_MINUTES = 600;
/** The name of a place that references lead to; it becomes a name in the PDF and an id in HTML. */
const PLACE = /^[A-Za-z0-9_-]{1,80}$/;

/** Checks a node's attributes and marks beyond their types, as what a stranger wrote; throws `invalidInput`. */
export function checkAttributes(node: Node): void {
  const { attrs } = node;
  if ('disclosure' in attrs) demand([null, 'internal'].includes(attrs.disclosure), 'disclosure');
  if ('id' in attrs) demand(attrs.id === '' || PLACE.test(String(attrs.id)), 'id');
  checks[node.type.name]?.(attrs);
  for (const mark of node.marks) checkMark(mark);
}

type Attributes = Readonly<Record<string, unknown>>;

const checks: Record<string, (attrs: Attributes) => void> = {
  heading: attrs => demand(isWithin(attrs.level, 1, 3), 'heading level'),
  ordered_list: attrs => demand(isWithin(attrs.order, 0, 1_000_000), 'list order'),
  excerpt_quote: attrs => demand(idSchema.safeParse(attrs.excerptId).success, 'excerpt id'),
  citation: attrs => demand(idSchema.safeParse(attrs.sourceId).success, 'source id'),
  footnote: attrs => demand(isOneOf(attrs.place, notePlaces), 'note place'),
  table: attrs => demand(isOneOf(attrs.orientation, tableOrientations), 'table orientation'),
  table_cell: checkCell,
  table_header: checkCell,
  figure: attrs => {
    demand(idSchema.safeParse(attrs.imageId).success, 'image id');
    checkFrame(attrs);
  },
  chart: attrs => {
    demand(chartSchema.safeParse(attrs.chart).success, 'chart');
    checkFrame(attrs);
  },
  parallel: attrs => demand(isLanguage(attrs.left) && isLanguage(attrs.right), 'languages'),
  talking_point: attrs => {
    demand(isText(attrs.addressee, MAX_NAME), 'addressee');
    demand(isWithin(attrs.minutes, 0, MAX_MINUTES), 'minutes');
  },
  cross_reference: attrs => {
    demand(PLACE.test(String(attrs.targetId)), 'reference');
    demand(isOneOf(attrs.form, referenceForms), 'reference form');
  },
};

function checkCell(attrs: Attributes): void {
  demand(isWithin(attrs.colspan, 1, mostSpan) && isWithin(attrs.rowspan, 1, mostSpan), 'cell span');
  demand(isColumnWidths(attrs.colwidth), 'column width');
  demand(attrs.shade === null || isOneOf(attrs.shade, cellShades), 'cell shade');
}

function checkFrame(attrs: Attributes): void {
  demand(isWithin(attrs.width, 20, 100), 'figure width');
  demand(isOneOf(attrs.placement, placements), 'figure placement');
  demand(isText(attrs.alt, MAX_WORDS), 'alternative text');
}

function checkMark({ attrs, type }: Mark): void {
  if (type.name === 'link') demand(isSafeLink(String(attrs.href)), 'link address');
  if (type.name === 'language') demand(isLanguage(attrs.language), 'language');
  if (type.name === 'index_entry')
    demand(isText(attrs.entry, MAX_NAME) && String(attrs.entry).trim() !== '', 'index entry');
}

function isLanguage(value: unknown): boolean {
  return typeof value === 'string' && canonicalLanguage(value) !== null;
}

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value.length <= most;
}

function isOneOf(value: unknown, allowed: readonly unknown[]): boolean {
  return allowed.includes(value);
}

function isWithin(value: unknown, from: number, to: number): boolean {
  return Number.isInteger(value) && Number(value) >= from && Number(value) <= to;
}

function isColumnWidths(value: unknown): boolean {
  return (
    value === null ||
    (Array.isArray(value) && value.length <= mostSpan && value.every(width => isWithin(width, 0, 10_000)))
  );
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Failure('invalidInput', {}, `text: ${what}`);
}
