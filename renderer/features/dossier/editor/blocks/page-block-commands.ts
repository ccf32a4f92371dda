import type { Node } from 'prosemirror-model';
import { type Command, NodeSelection, Selection, TextSelection } from 'prosemirror-state';
import { findWrapping } from 'prosemirror-transform';
import { documentSchema } from '../../../../../shared/document/schema.ts';
import type { Chart } from '../../../../../shared/model/chart.ts';
import { insertBlock, insertBlockToWrite } from '../block-commands.ts';
import { blockAt } from './block-at.ts';

const { doc, figure, chart, talking_point, paragraph } = documentSchema.nodes;

/** How a picture or a chart stands on the page. */
export interface FigureProperties {
  /** Read out in place of the picture. */
  alt: string;
  /** Share of the measure, in hundredths: 20–100. */
  width: number;
  placement: 'here' | 'float';
}

/** Puts a picture of the library at the cursor, or at a position (a drop), with the cursor in its caption. */
export function insertFigure(
  imageId: string,
  properties: Partial<FigureProperties> & { caption?: string } = {},
  at?: number,
): Command {
  const { caption = '', ...attributes } = properties;
  const node = figure.create({ imageId, ...attributes }, writeCaption(caption));
  return (state, dispatch) => insertBlockToWrite(state, dispatch, node, at);
}

/** Puts a chart at the cursor and selects it. */
export function insertChart(figures: Chart, properties: FigureProperties & { caption: string }): Command {
  const { caption, ...attributes } = properties;
  const node = chart.create({ chart: figures, ...attributes }, writeCaption(caption));
  return (state, dispatch) => insertBlock(state, dispatch, node);
}

function writeCaption(caption: string): Node[] {
  const words = caption.trim();
  return words ? [documentSchema.text(words)] : [];
}

/** Changes some attributes of the block at a position, in one step that undo takes back. */
export function changeBlockAt(position: number, changes: Readonly<Record<string, unknown>>): Command {
  return (state, dispatch) => {
    const node = state.doc.nodeAt(position);
    if (!node) return false;
    dispatch?.(state.tr.setNodeMarkup(position, null, { ...node.attrs, ...changes }, node.marks));
    return true;
  };
}

/** Leaves a caption for a new paragraph behind its figure: Enter in one divides nothing. */
export const leaveCaption: Command = (state, dispatch) => {
  const found = blockAt(state, 'figure', 'chart');
  if (!found || !(state.selection instanceof TextSelection)) return false;
  const after = found.position + found.node.nodeSize;
  const tr = state.tr.insert(after, paragraph.create());
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(after + 1))).scrollIntoView());
  return true;
};

/** Backspace at the beginning of a caption selects its figure, so that a second one takes it away. */
export const selectFigure: Command = (state, dispatch) => {
  const found = blockAt(state, 'figure', 'chart');
  const { selection } = state;
  if (!found || !selection.empty || selection.$from.parentOffset > 0) return false;
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, found.position)));
  return true;
};

/** Makes the selected paragraphs and lists one point to make, or plain text again. */
export const toggleTalkingPoint: Command = (state, dispatch) => {
  const found = blockAt(state, 'talking_point');
  if (found) return dissolveBlockAt(found.position)(state, dispatch);
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to, node => node.type === doc);
  const wrapping = range && findWrapping(range, talking_point);
  if (!wrapping) return false;
  dispatch?.(state.tr.wrap(range, wrapping).scrollIntoView());
  return true;
};

/** Takes a block that holds others away and leaves what it held in its place. */
export function dissolveBlockAt(position: number): Command {
  return (state, dispatch) => {
    const node = state.doc.nodeAt(position);
    if (!node) return false;
    const { $from } = state.selection;
    const tr = state.tr.replaceWith(position, position + node.nodeSize, node.content);
    const cursor = Math.min(Math.max($from.pos - 1, position), tr.doc.content.size);
    dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(cursor))));
    return true;
  };
}
