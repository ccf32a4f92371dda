import { Node } from 'prosemirror-model';
import { Failure } from '../../../shared/contract/result.ts';
import { isSafeLink } from '../../../shared/document/marks.ts';
import { collectCitedSourceIds, collectExcerptIds } from '../../../shared/document/references.ts';
import { documentSchema } from '../../../shared/document/schema.ts';
import { idSchema } from '../../../shared/model/common.ts';
import type { DocumentJson } from '../../../shared/model/dossier.ts';
import type { CheckedText } from '../library/sections.ts';

/** A part of 300 printed pages is some 2 MB of JSON. */
const MAX_NODES = 200_000;
const MAX_CHARACTERS = 5_000_000;
const MAX_DEPTH = 40;
const MAX_SPAN = 200;

/** Checks a text that came over the border against the schema and its bounds, and lists what it refers to; throws `invalidInput`. */
export function checkText(text: DocumentJson): CheckedText {
  checkBounds(text);
  const node = readNode(text);
  node.descendants(child => {
    checkAttributes(child);
  });
  return { json: node.toJSON(), excerptIds: collectExcerptIds(node), sourceIds: collectCitedSourceIds(node) };
}

function readNode(text: DocumentJson): Node {
  try {
    const node = Node.fromJSON(documentSchema, text);
    if (node.type.name !== 'doc') throw new RangeError('not a whole text');
    node.check();
    return node;
  } catch (error) {
    throw new Failure('invalidInput', {}, `text: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Counts before anything recursive reads the text. */
function checkBounds(text: DocumentJson): void {
  let nodes = 0;
  let characters = 0;
  let level: unknown[] = [text];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH * 3) throw new Failure('invalidInput', {}, 'text: too deep');
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string') characters += value.length;
      else if (value !== null && typeof value === 'object') {
        for (const inner of Object.values(value)) next.push(inner);
      }
    }
    nodes += level.length;
    if (nodes > MAX_NODES * 4 || characters > MAX_CHARACTERS) throw new Failure('tooLarge', { limitMb: 5 });
    level = next;
  }
}

function checkAttributes(node: Node): void {
  const { attrs, type } = node;
  if (type.name === 'heading') demand(isWithin(attrs.level, 1, 3), 'heading level');
  if (type.name === 'ordered_list') demand(isWithin(attrs.order, 0, 1_000_000), 'list order');
  if (type.name === 'excerpt_quote') demand(idSchema.safeParse(attrs.excerptId).success, 'excerpt id');
  if (type.name === 'citation') demand(idSchema.safeParse(attrs.sourceId).success, 'source id');
  if (type.spec.tableRole === 'cell' || type.spec.tableRole === 'header_cell') {
    demand(isWithin(attrs.colspan, 1, MAX_SPAN) && isWithin(attrs.rowspan, 1, MAX_SPAN), 'cell span');
    demand(isColumnWidths(attrs.colwidth), 'column width');
  }
  for (const mark of node.marks) {
    if (mark.type.name === 'link') demand(isSafeLink(String(mark.attrs.href)), 'link address');
  }
}

function isWithin(value: unknown, from: number, to: number): boolean {
  return Number.isInteger(value) && Number(value) >= from && Number(value) <= to;
}

function isColumnWidths(value: unknown): boolean {
  return (
    value === null ||
    (Array.isArray(value) && value.length <= MAX_SPAN && value.every(width => isWithin(width, 0, 10_000)))
  );
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Failure('invalidInput', {}, `text: ${what}`);
}
