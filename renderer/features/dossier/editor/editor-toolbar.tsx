import {
  Bold,
  BookMarked,
  CaseUpper,
  EyeOff,
  IndentDecrease,
  IndentIncrease,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquareQuote,
  Milestone,
  Quote,
  Redo2,
  Superscript,
  Underline,
  Undo2,
} from 'lucide-react';
import { toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import { documentSchema } from '../../../../shared/document/schema.ts';
import type { MessageKey } from '../../../../shared/i18n/format-message.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Select } from '../../../components/select.tsx';
import { Toolbar, ToolbarSeparator } from '../../../components/toolbar.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { type ActiveFormats, readActiveFormats } from './active-formats.ts';
import { makeParagraph, toggleBlockquote, toggleHeading } from './block-commands.ts';
import { toggleTalkingPoint } from './blocks/page-block-commands.ts';
import type { AskDialog } from './dialogs/open-dialog.ts';
import { InsertMenu, MarkingMenu, PassageMenu, ShadeMenu, TableMenu } from './editor-menus.tsx';
import styles from './editor-toolbar.module.css';
import { insertFootnote } from './inline-commands.ts';
import { indentItem, outdentItem, toggleBulletList, toggleNumberedList } from './list-commands.ts';
import { toggleDisclosure } from './passages/disclosure-commands.ts';
import { useEditorState } from './use-editor-state.ts';

interface Format {
  label: MessageKey;
  icon: LucideIcon;
  command: Command;
  shortcut?: string;
  active?: keyof ActiveFormats;
}

const { strong, em, underline, small_caps } = documentSchema.marks;

const marks: readonly Format[] = [
  {
    label: 'dossier.toolbar.strong',
    icon: Bold,
    command: toggleMark(strong),
    shortcut: 'Mod+B',
    active: 'strong',
  },
  { label: 'dossier.toolbar.em', icon: Italic, command: toggleMark(em), shortcut: 'Mod+I', active: 'em' },
  {
    label: 'dossier.toolbar.underline',
    icon: Underline,
    command: toggleMark(underline),
    shortcut: 'Mod+U',
    active: 'underline',
  },
  {
    label: 'dossier.toolbar.smallCaps',
    icon: CaseUpper,
    command: toggleMark(small_caps),
    shortcut: 'Mod+Shift+K',
    active: 'smallCaps',
  },
];

const blocks: readonly Format[] = [
  {
    label: 'dossier.toolbar.bulletList',
    icon: List,
    command: toggleBulletList,
    shortcut: 'Mod+Shift+8',
    active: 'bulletList',
  },
  {
    label: 'dossier.toolbar.numberedList',
    icon: ListOrdered,
    command: toggleNumberedList,
    shortcut: 'Mod+Shift+7',
    active: 'numberedList',
  },
  { label: 'dossier.toolbar.outdent', icon: IndentDecrease, command: outdentItem, shortcut: 'Shift+Tab' },
  { label: 'dossier.toolbar.indent', icon: IndentIncrease, command: indentItem, shortcut: 'Tab' },
  {
    label: 'dossier.toolbar.blockquote',
    icon: Quote,
    command: toggleBlockquote,
    shortcut: 'Mod+Shift+9',
    active: 'blockquote',
  },
];

const points: readonly Format[] = [
  {
    label: 'editor.toolbar.point',
    icon: MessageSquareQuote,
    command: toggleTalkingPoint,
    shortcut: 'Mod+Shift+6',
    active: 'talkingPoint',
  },
];

const disclosures: readonly Format[] = [
  {
    label: 'editor.heldBack',
    icon: EyeOff,
    command: toggleDisclosure,
    shortcut: 'Mod+Shift+D',
    active: 'heldBack',
  },
];

const past: readonly Format[] = [
  { label: 'dossier.toolbar.undo', icon: Undo2, command: undo, shortcut: 'Mod+Z' },
  { label: 'dossier.toolbar.redo', icon: Redo2, command: redo, shortcut: 'Mod+Y' },
];

/** The editor's toolbar: one tab stop, arrows within; every button names its shortcut. */
export function EditorToolbar({ ask }: { ask: AskDialog }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const state = useEditorState(editor);
  if (!state) return null;
  const active = readActiveFormats(state);
  return (
    <Toolbar label={t('dossier.toolbar.label')} className={styles.toolbar ?? ''}>
      <StyleSelect state={state} active={active} />
      <ToolbarSeparator />
      <FormatButtons formats={marks} state={state} active={active} />
      <ToolbarSeparator />
      <FormatButtons formats={blocks} state={state} active={active} />
      <ReferenceButtons state={state} active={active} ask={ask} />
      <ToolbarSeparator />
      <InsertMenu state={state} ask={ask} />
      <TableMenu state={state} isInTable={active.table} ask={ask} />
      {active.table && <ShadeMenu state={state} />}
      <FormatButtons formats={points} state={state} active={active} />
      <PassageMenu active={active} ask={ask} />
      <MarkingMenu state={state} />
      <FormatButtons formats={disclosures} state={state} active={active} />
      <ToolbarSeparator />
      <FormatButtons formats={past} state={state} active={active} />
    </Toolbar>
  );
}

interface GroupProps {
  state: EditorState;
  active: ActiveFormats;
}

function FormatButtons({ formats, state, active }: GroupProps & { formats: readonly Format[] }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  return formats.map(format => (
    <IconButton
      key={format.label}
      label={t(format.label)}
      icon={format.icon}
      {...(format.shortcut ? { shortcut: format.shortcut } : {})}
      {...(format.active ? { isSelected: Boolean(active[format.active]) } : {})}
      isDisabled={!format.command(state)}
      preventFocusOnPress
      onPress={() => editor.run(format.command)}
    />
  ));
}

function StyleSelect({ state, active }: GroupProps) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const options = [
    { id: 'paragraph', label: t('dossier.toolbar.paragraph') },
    { id: 'heading1', label: t('dossier.toolbar.heading1') },
    { id: 'heading2', label: t('dossier.toolbar.heading2') },
    { id: 'heading3', label: t('dossier.toolbar.heading3') },
  ];
  const choose = (style: string) => {
    if (style === active.style) return editor.focus();
    editor.run(style === 'paragraph' ? makeParagraph : toggleHeading(Number(style.at(-1))));
  };
  return (
    <Select
      label={t('dossier.toolbar.style')}
      isLabelHidden
      className={styles.style ?? ''}
      options={options}
      value={active.style}
      isDisabled={!makeParagraph(state) && !toggleHeading(1)(state)}
      onChange={choose}
    />
  );
}

function ReferenceButtons({ state, active, ask }: GroupProps & { ask: AskDialog }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  return (
    <>
      <IconButton
        label={t('dossier.toolbar.link')}
        icon={Link}
        shortcut="Mod+Shift+E"
        isSelected={active.link}
        preventFocusOnPress
        onPress={() => ask({ kind: 'link' })}
      />
      <IconButton
        label={t('dossier.toolbar.footnote')}
        icon={Superscript}
        shortcut="Mod+Alt+F"
        isDisabled={!insertFootnote(state)}
        preventFocusOnPress
        onPress={() => editor.run(insertFootnote)}
      />
      <IconButton
        label={t('dossier.toolbar.citation')}
        icon={BookMarked}
        shortcut="Mod+Shift+F"
        preventFocusOnPress
        onPress={() => ask({ kind: 'citation', position: null })}
      />
      <IconButton
        label={t('editor.toolbar.reference')}
        icon={Milestone}
        shortcut="Mod+Shift+M"
        preventFocusOnPress
        onPress={() => ask({ kind: 'reference', position: null })}
      />
    </>
  );
}
