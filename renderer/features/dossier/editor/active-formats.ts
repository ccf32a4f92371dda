import type { MarkType } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { documentSchema } from '../../../../shared/document/schema.ts';
import { isInside } from './block-commands.ts';
import { innermostList } from './list-commands.ts';
import { isHeldBack } from './passages/disclosure-commands.ts';

/** What is on at the cursor, for the pressed buttons of the toolbar. */
export interface ActiveFormats {
  /** «paragraph» or «heading1» to «heading3». */
  style: string;
  strong: boolean;
  em: boolean;
  underline: boolean;
  smallCaps: boolean;
  link: boolean;
  bulletList: boolean;
  numberedList: boolean;
  blockquote: boolean;
  table: boolean;
  talkingPoint: boolean;
  parallel: boolean;
  heldBack: boolean;
  language: boolean;
  indexEntry: boolean;
}

/** Reads what is on at the cursor. */
export function readActiveFormats(state: EditorState): ActiveFormats {
  const { strong, em, underline, small_caps, link, language, index_entry } = documentSchema.marks;
  const { parent } = state.selection.$from;
  const list = innermostList(state)?.type.name;
  return {
    style: parent.type.name === 'heading' ? `heading${parent.attrs.level}` : 'paragraph',
    strong: isMarkOn(state, strong),
    em: isMarkOn(state, em),
    underline: isMarkOn(state, underline),
    smallCaps: isMarkOn(state, small_caps),
    link: isMarkOn(state, link),
    bulletList: list === 'bullet_list',
    numberedList: list === 'ordered_list',
    blockquote: isInside(state, 'blockquote'),
    table: isInside(state, 'table'),
    talkingPoint: isInside(state, 'talking_point'),
    parallel: isInside(state, 'parallel'),
    heldBack: isHeldBack(state),
    language: isMarkOn(state, language),
    indexEntry: isMarkOn(state, index_entry),
  };
}

function isMarkOn(state: EditorState, mark: MarkType): boolean {
  const { empty, $from, from, to } = state.selection;
  if (empty) return Boolean(mark.isInSet(state.storedMarks ?? $from.marks()));
  return state.doc.rangeHasMark(from, to, mark);
}
