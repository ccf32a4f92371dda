import { BookUser, Languages, PaintBucket, Plus, Shield, Table } from 'lucide-react';
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
import { cellShades } from '../../../../shared/document/schema.ts';
import type { MessageKey } from '../../../../shared/i18n/format-message.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Menu, type MenuEntry } from '../../../components/menu.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import type { ActiveFormats } from './active-formats.ts';
import { insertLineBreak, insertPageBreak, insertRule } from './block-commands.ts';
import { insertParallel } from './blocks/parallel-commands.ts';
import { useChoosePicture } from './blocks/use-add-pictures.ts';
import type { AskDialog } from './dialogs/open-dialog.ts';
import { insertSideNote } from './inline-commands.ts';
import { markingAt, setParagraphMarking } from './marking-commands.ts';
import { shadeCells } from './table-commands.ts';

interface TableMenuProps {
  state: EditorState;
  isInTable: boolean;
  ask: AskDialog;
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

/** A closing menu gives the keyboard back to its button: what is to have it comes after. */
function afterMenu(run: () => void): () => void {
  return () => requestAnimationFrame(() => requestAnimationFrame(run));
}

/** Inserting a table, and what can be done in one. */
export function TableMenu({ state, isInTable, ask }: TableMenuProps) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const insert: MenuEntry = {
    id: 'insert',
    label: t('dossier.table.insert'),
    run: () => ask({ kind: 'table' }),
  };
  const properties: MenuEntry = {
    id: 'properties',
    label: t('editor.table.propertiesItem'),
    shortcut: 'Alt+Enter',
    run: () => ask({ kind: 'tableProperties' }),
  };
  const inside = tableCommands.map((item): MenuEntry | null => {
    if (!item) return null;
    const [key, command] = item;
    const run = afterMenu(() => editor.run(command));
    return { id: key, label: t(key), isDisabled: !command(state), isDanger: command === deleteTable, run };
  });
  return (
    <Menu
      label={t('dossier.toolbar.table')}
      items={isInTable ? [...inside.slice(0, -3), properties, ...inside.slice(-4)] : [insert]}
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
  const set = (level: string | null) => afterMenu(() => editor.run(setParagraphMarking(level)))();
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

/** The shade of the selected cells. */
export function ShadeMenu({ state }: { state: EditorState }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const entry = (shade: (typeof cellShades)[number] | null): MenuEntry => ({
    id: shade ?? 'none',
    label: t(`editor.table.shade.${shade ?? 'none'}`),
    isDisabled: !shadeCells(shade)(state) && shade !== null,
    run: afterMenu(() => editor.run(shadeCells(shade))),
  });
  return (
    <Menu label={t('editor.table.shade')} items={[entry(null), null, ...cellShades.map(entry)]}>
      <IconButton label={t('editor.table.shade')} icon={PaintBucket} />
    </Menu>
  );
}

/** What else may stand in a text: figures, charts, parallel texts, side notes, breaks. */
export function InsertMenu({ state, ask }: { state: EditorState; ask: AskDialog }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const choosePicture = useChoosePicture(ask);
  const entry = (id: string, key: MessageKey, command: Command, shortcut?: string): MenuEntry => ({
    id,
    label: t(key),
    isDisabled: !command(state),
    ...(shortcut ? { shortcut } : {}),
    run: afterMenu(() => editor.run(command)),
  });
  const items = [
    {
      id: 'figure',
      label: t('editor.insert.figure'),
      shortcut: 'Mod+Shift+G',
      run: () => void choosePicture(),
    },
    { id: 'chart', label: t('editor.insert.chart'), run: () => ask({ kind: 'chart', position: null }) },
    entry('parallel', 'editor.insert.parallel', insertParallel()),
    entry('sideNote', 'editor.insert.sideNote', insertSideNote),
    null,
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

/** What is said of selected words: their language, and their place in the index of names. */
export function PassageMenu({ active, ask }: { active: ActiveFormats; ask: AskDialog }) {
  const { t } = useMessages();
  const items: MenuEntry[] = [
    {
      id: 'language',
      label: t('editor.toolbar.language'),
      icon: Languages,
      shortcut: 'Mod+Shift+L',
      run: () => ask({ kind: 'language' }),
    },
    {
      id: 'index',
      label: t('editor.toolbar.index'),
      icon: BookUser,
      shortcut: 'Mod+Shift+H',
      run: () => ask({ kind: 'indexEntry' }),
    },
  ];
  return (
    <Menu label={t('editor.toolbar.passage')} items={items}>
      <IconButton
        label={t('editor.toolbar.passage')}
        icon={Languages}
        isSelected={active.language || active.indexEntry}
      />
    </Menu>
  );
}
