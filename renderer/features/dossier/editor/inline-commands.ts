import { type Command, type EditorState, NodeSelection } from 'prosemirror-state';
import { documentSchema, type notePlaces } from '../../../../shared/document/schema.ts';

const { footnote, citation } = documentSchema.nodes;

/** Puts an empty footnote at the end of the selection and selects it, so that its editor opens. */
export const insertFootnote: Command = (state, dispatch) => insertNote('foot', state, dispatch);

/** Puts an empty side note, whose text stands in the margin, at the end of the selection and opens it. */
export const insertSideNote: Command = (state, dispatch) => insertNote('side', state, dispatch);

function insertNote(
  place: (typeof notePlaces)[number],
  state: EditorState,
  dispatch: Parameters<Command>[1],
): boolean {
  const { $to } = state.selection;
  if (!$to.parent.inlineContent || !$to.parent.canReplaceWith($to.index(), $to.index(), footnote))
    return false;
  if (!dispatch) return true;
  const tr = state.tr.insert($to.pos, footnote.create({ place }));
  dispatch(tr.setSelection(NodeSelection.create(tr.doc, $to.pos)).scrollIntoView());
  return true;
}

/** Cites a source at the cursor without quoting it; `locator` is the page as it is to be printed, or empty. */
export function insertCitation(sourceId: string, locator: string): Command {
  return (state, dispatch) => {
    const { $to } = state.selection;
    if (!$to.parent.canReplaceWith($to.index(), $to.index(), citation)) return false;
    dispatch?.(state.tr.insert($to.pos, citation.create({ sourceId, locator })).scrollIntoView());
    return true;
  };
}

/** Changes the citation at a position. */
export function updateCitation(position: number, sourceId: string, locator: string): Command {
  return (state, dispatch) => {
    if (state.doc.nodeAt(position)?.type !== citation) return false;
    dispatch?.(state.tr.setNodeMarkup(position, null, { sourceId, locator }));
    return true;
  };
}
