import { Node } from 'prosemirror-model';
import { Failure } from '../../../shared/contract/result.ts';
import {
  collectCitedSourceIds,
  collectExcerptIds,
  collectImageIds,
} from '../../../shared/document/references.ts';
import { documentSchema } from '../../../shared/document/schema.ts';
import type { DocumentJson } from '../../../shared/model/dossier.ts';
import type { CheckedText } from '../library/sections.ts';
import { checkAttributes } from './check-attributes.ts';

/** A part of 300 printed pages is some 2 MB of JSON. */
const MAX_NODES = 200_000;
const MAX_CHARACTERS = 5_000_000;
const MAX_DEPTH = 40;

/** Checks a text that came over the border against the schema and its bounds, and lists what it refers to; throws `invalidInput`. */
export function checkText(text: DocumentJson): CheckedText {
  checkBounds(text);
  const node = readNode(text);
  node.descendants(child => {
    checkAttributes(child);
  });
  return {
    json: node.toJSON(),
    excerptIds: collectExcerptIds(node),
    sourceIds: collectCitedSourceIds(node),
    imageIds: collectImageIds(node),
  };
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
