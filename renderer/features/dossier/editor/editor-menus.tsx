import { Plus, Shield, Table } from 'lucide-react';
import type { Command, EditorState } from 'prosemirror-state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
  toggleHeaderColumn,
  toggleHeaderRow,
} from 'prosemirror-tables';
import type { MessageKey } from '../../../../shared/i18n/format-message.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Menu, type MenuEntry } from '../../../components/menu.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { insertLineBreak, insertPageBreak, insertRule } from './block-commands.ts';
import type { EditorDialogs } from './editor-toolbar.tsx';
import { markingAt, setParagraphMarking } from './marking-commands.ts';

interface TableMenuProps {
  state: EditorState;
  isInTable: boolean;
  dialogs: EditorDialogs;
}

const tableCommands: readonly (readonly [MessageKey, Command] | null)[] = [
  ['dossier.table.rowBefore', addRowBefore],
  ['dossier.table.rowAfter', addRowAfter],
  ['dossier.table.columnBefore', addColumnBefore],
  ['dossier.table.columnAfter', addColumnAfter],
  null,
  ['dossier.table.headerRow', toggleHeaderRow],
  ['dossier.table.headerColumn', toggleHeaderColumn],
  ['dossier.table.merge', mergeCells],
  ['dossier.table.split', splitCell],
  null,
  ['dossier.table.deleteRow', deleteRow],
  ['dossier.table.deleteColumn', deleteColumn],
  ['dossier.table.delete', deleteTable],
];

/** Inserting a table, and what can be done in one. */
export function TableMenu({ state, isInTable, dialogs }: TableMenuProps) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const insert: MenuEntry = { id: 'insert', label: t('dossier.table.insert'), run: dialogs.askTable };
  const caption: MenuEntry = { id: 'caption', label: t('dossier.table.caption'), run: dialogs.askCaption };
  const inside = tableCommands.map((item): MenuEntry | null => {
    if (!item) return null;
    const [key, command] = item;
    const run = () => void editor.run(command);
    return { id: key, label: t(key), isDisabled: !command(state), isDanger: command === deleteTable, run };
  });
  return (
    <Menu
      label={t('dossier.toolbar.table')}
      items={isInTable ? [...inside.slice(0, -3), caption, ...inside.slice(-4)] : [insert]}
    >
      <IconButton label={t('dossier.toolbar.table')} icon={Table} isSelected={isInTable} />
    </Menu>
  );
}

/** The portion marking of the paragraph at the cursor, from the dossier's scheme. */
export function MarkingMenu({ state }: { state: EditorState }) {
  const { t, language } = useMessages();
  const { editor, levels } = useDossierWork();
  const current = markingAt(state);
  const set = (level: string | null) => void editor.run(setParagraphMarking(level));
  const marked = levels.map(level => ({
    id: level.id,
    label: `${level.label[language]} (${level.abbreviation})`,
    run: () => set(level.id),
  }));
  const items: (MenuEntry | null)[] =
    levels.length > 0
      ? [{ id: 'unmarked', label: t('dossier.unmarked'), run: () => set(null) }, null, ...marked]
      : [{ id: 'noScheme', label: t('dossier.toolbar.noScheme'), isDisabled: true, run: () => {} }];
  return (
    <Menu label={t('dossier.toolbar.marking')} items={items}>
      <IconButton label={t('dossier.toolbar.marking')} icon={Shield} isSelected={current !== null} />
    </Menu>
  );
}

/** What else may stand in a text: a rule, a page break, a line break. */
export function InsertMenu() {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const entry = (id: string, key: MessageKey, command: Command, shortcut?: string): MenuEntry => ({
    id,
    label: t(key),
    ...(shortcut ? { shortcut } : {}),
    run: () => void editor.run(command),
  });
  const items = [
    entry('pageBreak', 'dossier.toolbar.pageBreak', insertPageBreak, 'Mod+Enter'),
    entry('rule', 'dossier.toolbar.rule', insertRule),
    entry('lineBreak', 'dossier.toolbar.lineBreak', insertLineBreak, 'Shift+Enter'),
  ];
  return (
    <Menu label={t('dossier.toolbar.insert')} items={items}>
      <IconButton label={t('dossier.toolbar.insert')} icon={Plus} />
    </Menu>
  );
}
