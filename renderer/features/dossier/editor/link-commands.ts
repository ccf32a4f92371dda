import { toggleMark } from 'prosemirror-commands';
import type { Mark } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import { isSafeLink } from '../../../../shared/document/marks.ts';
import { documentSchema } from '../../../../shared/document/schema.ts';

const { link } = documentSchema.marks;

/** A stretch of text that is one link. */
export interface LinkRange {
  from: number;
  to: number;
  href: string;
}

/**
 * The address as it will be kept: «www.rree.gob.pe» gains https, «persona@rree.gob.pe» mailto;
 * null when it is no address that may stand in a dossier.
 */
export function completeAddress(typed: string): string | null {
  const text = typed.trim();
  if (isSafeLink(text)) return text;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  if (/^[^\s:/?#]+\.[a-z]{2,}([/?#]\S*)?$/i.test(text)) return `https://${text}`;
  return null;
}

/** The link that the cursor stands in or that the selection begins in, as far as it reaches. */
export function linkAt(state: EditorState): LinkRange | null {
  const { $from } = state.selection;
  const { parent, parentOffset } = $from;
  const mark = link.isInSet(parent.maybeChild($from.index())?.marks ?? []) ?? link.isInSet($from.marks());
  if (!mark) return null;
  let found: LinkRange | null = null;
  let run: LinkRange | null = null;
  parent.forEach((child, offset) => {
    const same: Mark | undefined = child.marks.find(candidate => candidate.eq(mark));
    if (!same) run = null;
    else if (run) run.to = $from.start() + offset + child.nodeSize;
    else
      run = {
        from: $from.start() + offset,
        to: $from.start() + offset + child.nodeSize,
        href: mark.attrs.href,
      };
    if (run && offset <= parentOffset && parentOffset <= offset + child.nodeSize) found = run;
  });
  return found;
}

/** Links the selection (or the link at the cursor) to an address; without a selection the address itself is written. */
export function setLink(href: string, text = ''): Command {
  return (state, dispatch) => {
    if (!isSafeLink(href)) return false;
    const range = linkAt(state) ?? state.selection;
    const mark = link.create({ href });
    if (!dispatch) return true;
    const { from, to } = range;
    const tr = state.tr;
    if (from === to) tr.insert(from, documentSchema.text(text || href, [mark]));
    else tr.removeMark(from, to, link).addMark(from, to, mark);
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** Takes the link at the cursor or in the selection away; its words stay. */
export const removeLink: Command = (state, dispatch) => {
  const range = linkAt(state);
  if (!range) return toggleMark(link)(state, dispatch);
  dispatch?.(state.tr.removeMark(range.from, range.to, link));
  return true;
};
