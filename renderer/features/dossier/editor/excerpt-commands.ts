import type { Command } from 'prosemirror-state';
import { documentSchema } from '../../../../shared/document/schema.ts';
import { insertBlock } from './block-commands.ts';

const { excerpt_quote } = documentSchema.nodes;

/** The data transfer type under which an excerpt is dragged or copied; its data is the excerpt's id. */
export const excerptTransferType = 'application/x-valija-excerpt';

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The excerpt that a drag or a clipboard carries, or null. */
export function readExcerptTransfer(transfer: Pick<DataTransfer, 'getData'> | null): string | null {
  const id = transfer?.getData(excerptTransferType).trim() ?? '';
  return idPattern.test(id) ? id : null;
}

/** Quotes an excerpt at the cursor, or at a position (a drop); never inside a list or a table, but in the point to make there. */
export function insertExcerptQuote(excerptId: string, at?: number): Command {
  return (state, dispatch) => insertBlock(state, dispatch, excerpt_quote.create({ excerptId }), at);
}

/** Takes the block at a position away, and leaves a paragraph where nothing else would stand. */
export function removeBlockAt(position: number): Command {
  return (state, dispatch) => {
    const node = state.doc.nodeAt(position);
    if (!node) return false;
    const onlyBlock = state.doc.resolve(position).parent.childCount === 1;
    const tr = onlyBlock
      ? state.tr.replaceWith(position, position + node.nodeSize, documentSchema.nodes.paragraph.create())
      : state.tr.delete(position, position + node.nodeSize);
    dispatch?.(tr);
    return true;
  };
}
