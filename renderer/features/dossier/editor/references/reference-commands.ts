import type { Command } from 'prosemirror-state';
import type { referenceForms } from '../../../../../shared/document/page-nodes.ts';
import { documentSchema } from '../../../../../shared/document/schema.ts';
import type { DocumentJson } from '../../../../../shared/model/dossier.ts';
import { isTargetNode } from './read-targets.ts';

const { cross_reference } = documentSchema.nodes;

/** What a cross-reference prints. */
export type ReferenceForm = (typeof referenceForms)[number];

/** Refers to a part, heading, table or figure at the cursor. */
export function insertReference(targetId: string, form: ReferenceForm): Command {
  return (state, dispatch) => {
    const { $to } = state.selection;
    if (!$to.parent.canReplaceWith($to.index(), $to.index(), cross_reference)) return false;
    dispatch?.(state.tr.insert($to.pos, cross_reference.create({ targetId, form })).scrollIntoView());
    return true;
  };
}

/** Changes the cross-reference at a position. */
export function updateReference(position: number, targetId: string, form: ReferenceForm): Command {
  return (state, dispatch) => {
    if (state.doc.nodeAt(position)?.type !== cross_reference) return false;
    dispatch?.(state.tr.setNodeMarkup(position, null, { targetId, form }));
    return true;
  };
}

/** Gives the nth heading, table or figure of the text (0-based) the id that references name. */
export function giveTargetId(ordinal: number, id: string): Command {
  return (state, dispatch) => {
    let count = 0;
    let found: number | null = null;
    state.doc.descendants((node, position) => {
      if (!isTargetNode(node.type.name)) return;
      if (count === ordinal) found = position;
      count += 1;
    });
    if (found === null) return false;
    dispatch?.(state.tr.setNodeAttribute(found, 'id', id));
    return true;
  };
}

/** As {@link giveTargetId}, in a stored text; the text given stays as it was. */
export function giveStoredTargetId(text: DocumentJson, ordinal: number, id: string): DocumentJson {
  let count = 0;
  const visit = (node: DocumentJson): DocumentJson => {
    const isIt = isTargetNode(node.type) && count++ === ordinal;
    const attrs = isIt ? { ...(node.attrs as object | undefined), id } : node.attrs;
    const content = Array.isArray(node.content) ? node.content.map(child => visit(child)) : undefined;
    return { ...node, ...(attrs ? { attrs } : {}), ...(content ? { content } : {}) };
  };
  return visit(text);
}

/** A new id for a heading, table or figure: 16 hexadecimal digits at random. */
export function makeTargetId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
