import {
  baseKeymap,
  chainCommands,
  exitCode,
  joinBackward,
  selectNodeBackward,
  toggleMark,
} from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Command, Plugin } from 'prosemirror-state';
import { goToNextCell } from 'prosemirror-tables';
import { documentSchema } from '../../../../shared/document/schema.ts';
import {
  insertLineBreak,
  insertPageBreak,
  makeParagraph,
  toggleBlockquote,
  toggleHeading,
} from './block-commands.ts';
import { leaveCaption, selectFigure, toggleTalkingPoint } from './blocks/page-block-commands.ts';
import {
  addParallelRow,
  goToParallelCell,
  removeEmptyParallelRow,
  removeParallelRow,
} from './blocks/parallel-commands.ts';
import { insertFootnote } from './inline-commands.ts';
import { indentItem, outdentItem, splitItem, toggleBulletList, toggleNumberedList } from './list-commands.ts';

const { strong, em, underline, small_caps } = documentSchema.marks;

/** What keys need from the window: the dialogs that ask for an address, a source, or a block's properties. */
export interface KeymapActions {
  askLink: () => void;
  askCitation: () => void;
  askProperties: () => void;
}

/**
 * The editor's keys, as Word has them where the browser leaves them free. No heading is on Ctrl+Alt+digit:
 * on Spanish keyboards that is AltGr, which writes «@» and «#».
 */
export function editorKeymap(actions: KeymapActions): Plugin[] {
  const keys: Record<string, Command> = {
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-b': toggleMark(strong),
    'Mod-i': toggleMark(em),
    'Mod-u': toggleMark(underline),
    'Shift-Mod-k': toggleMark(small_caps),
    'Shift-Mod-0': makeParagraph,
    'Shift-Mod-1': toggleHeading(1),
    'Shift-Mod-2': toggleHeading(2),
    'Shift-Mod-3': toggleHeading(3),
    'Shift-Mod-7': toggleNumberedList,
    'Shift-Mod-8': toggleBulletList,
    'Shift-Mod-9': toggleBlockquote,
    'Shift-Mod-6': toggleTalkingPoint,
    'Mod-Enter': chainCommands(exitCode, addParallelRow, insertPageBreak),
    'Shift-Mod-Backspace': removeParallelRow,
    'Shift-Enter': insertLineBreak,
    'Mod-Alt-f': insertFootnote,
    'Shift-Mod-e': asCommand(actions.askLink),
    'Shift-Mod-f': asCommand(actions.askCitation),
    // The editor keeps every Enter to itself, so that the window's own shortcut never hears this one.
    'Alt-Enter': asCommand(actions.askProperties),
    Enter: chainCommands(leaveCaption, splitItem),
    Tab: chainCommands(goToNextCell(1), goToParallelCell(1), indentItem),
    'Shift-Tab': chainCommands(goToNextCell(-1), goToParallelCell(-1), outdentItem),
    Backspace: chainCommands(undoInputRule, removeEmptyParallelRow, selectFigure, (state, dispatch, view) =>
      state.selection.empty && state.selection.$from.parentOffset === 0
        ? chainCommands(outdentAtStart, joinBackward, selectNodeBackward)(state, dispatch, view)
        : false,
    ),
  };
  return [keymap(keys), keymap(baseKeymap)];
}

const outdentAtStart: Command = (state, dispatch) =>
  state.selection.$from.index(-1) === 0 ? outdentItem(state, dispatch) : false;

function asCommand(run: () => void): Command {
  return (_state, dispatch) => {
    if (dispatch) run();
    return true;
  };
}
