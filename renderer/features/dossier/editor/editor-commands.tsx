import { type Command, useCommands } from '../../../app/commands.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { toggleTalkingPoint } from './blocks/page-block-commands.ts';
import { addParallelRow, insertParallel, removeParallelRow } from './blocks/parallel-commands.ts';
import { useChoosePicture } from './blocks/use-add-pictures.ts';
import { askProperties } from './dialogs/ask-properties.ts';
import type { AskDialog } from './dialogs/open-dialog.ts';
import { insertFootnote, insertSideNote } from './inline-commands.ts';
import { toggleDisclosure } from './passages/disclosure-commands.ts';

/** Registers what can be put into a text for the palette, with its shortcuts. */
export function EditorCommands({ ask }: { ask: AskDialog }) {
  const { editor } = useDossierWork();
  const choosePicture = useChoosePicture(ask);
  const commands: Command[] = [
    {
      id: 'editor.figure',
      titleKey: 'editor.command.figure',
      shortcut: 'Mod+Shift+G',
      run: () => void choosePicture(),
    },
    {
      id: 'editor.chart',
      titleKey: 'editor.command.chart',
      run: () => ask({ kind: 'chart', position: null }),
    },
    {
      id: 'editor.parallel',
      titleKey: 'editor.command.parallel',
      run: () => void editor.run(insertParallel(), 'part'),
    },
    {
      id: 'editor.point',
      titleKey: 'editor.command.point',
      shortcut: 'Mod+Shift+6',
      run: () => void editor.run(toggleTalkingPoint, 'part'),
    },
    {
      id: 'editor.reference',
      titleKey: 'editor.command.reference',
      shortcut: 'Mod+Shift+M',
      run: () => ask({ kind: 'reference', position: null }),
    },
    {
      id: 'editor.footnote',
      titleKey: 'editor.command.footnote',
      shortcut: 'Mod+Alt+F',
      run: () => void editor.run(insertFootnote, 'part'),
    },
    {
      id: 'editor.sideNote',
      titleKey: 'editor.command.sideNote',
      run: () => void editor.run(insertSideNote, 'part'),
    },
    {
      id: 'editor.indexEntry',
      titleKey: 'editor.command.indexEntry',
      shortcut: 'Mod+Shift+H',
      run: () => ask({ kind: 'indexEntry' }),
    },
    {
      id: 'editor.language',
      titleKey: 'editor.command.language',
      shortcut: 'Mod+Shift+L',
      run: () => ask({ kind: 'language' }),
    },
    {
      id: 'editor.disclosure',
      titleKey: 'editor.command.disclosure',
      shortcut: 'Mod+Shift+D',
      run: () => void editor.run(toggleDisclosure, 'part'),
    },
    {
      id: 'editor.addRow',
      titleKey: 'editor.command.parallelAdd',
      shortcut: 'Mod+Enter',
      shortcutOnly: true,
      run: () => void editor.run(addParallelRow, 'part'),
    },
    {
      id: 'editor.removeRow',
      titleKey: 'editor.command.parallelRemove',
      shortcut: 'Mod+Shift+Backspace',
      shortcutOnly: true,
      run: () => void editor.run(removeParallelRow, 'part'),
    },
    {
      id: 'editor.properties',
      titleKey: 'editor.command.properties',
      shortcut: 'Alt+Enter',
      run: () => askProperties(editor, ask),
    },
  ];
  useCommands(commands);
  return null;
}
