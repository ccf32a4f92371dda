import { formatCitation } from '../../../../shared/document/format-citation.ts';
import { type Command, useCommands } from '../../../app/commands.tsx';
import { useMessages } from '../../../app/i18n.tsx';
import { useToasts } from '../../../app/toasts.tsx';
import { copyText } from '../selection/copy-text.ts';
import { textBetween } from '../selection/speak-move.ts';
import { stepZoom } from '../view/zoom.ts';
import type { Reader } from './use-reader.ts';

/** What of the screen the commands reach besides the reader's own state. */
export interface ReaderScreenActions {
  goToPage(): void;
  openPanel(): void;
  togglePanel(): void;
  replace(): void;
}

/** Registers the reader's commands; gives those that the selection's toolbar needs too. */
export function useReaderCommands(reader: Reader, screen: ReaderScreenActions) {
  const passage = usePassageActions(reader, screen.openPanel);
  useCommands([
    ...listPassageCommands(reader, passage),
    ...listFindCommands(reader),
    ...listViewCommands(reader, screen),
  ]);
  return passage;
}

type PassageActions = ReturnType<typeof usePassageActions>;

function listPassageCommands(
  { passage, range }: Reader,
  { keep, copy, copyCited }: PassageActions,
): Command[] {
  const enabled = passage !== null;
  return [
    { id: 'reader.keep', titleKey: 'reader.keep', shortcut: ['E', 'Mod+E'], run: keep, enabled },
    { id: 'reader.copy', titleKey: 'reader.copy', shortcut: 'Mod+C', run: copy, enabled: range !== null },
    {
      id: 'reader.copyCited',
      titleKey: 'reader.copyCited',
      shortcut: 'Mod+Shift+C',
      run: copyCited,
      enabled,
    },
  ];
}

function listFindCommands({ find }: Reader): Command[] {
  const enabled = find.isOpen;
  return [
    { id: 'reader.find', titleKey: 'reader.find', shortcut: 'Mod+F', run: () => find.open() },
    {
      id: 'reader.findNext',
      titleKey: 'reader.findNext',
      shortcut: ['F3', 'Mod+G'],
      run: () => find.go(1),
      enabled,
    },
    {
      id: 'reader.findPrevious',
      titleKey: 'reader.findPrevious',
      shortcut: ['Shift+F3', 'Mod+Shift+G'],
      run: () => find.go(-1),
      enabled,
    },
  ];
}

function listViewCommands(reader: Reader, screen: ReaderScreenActions): Command[] {
  const { zoom, setZoom, percent, isCaretOn, isPaged } = reader;
  const resize = (direction: -1 | 1) => setZoom({ mode: 'percent', percent: stepZoom(percent, direction) });
  const toggleCaret = () => {
    reader.setCaretOn(!isCaretOn);
    reader.scroller.current?.focus({ preventScroll: true });
  };
  return [
    { id: 'reader.caret', titleKey: 'reader.caret', shortcut: 'F7', run: toggleCaret },
    {
      id: 'reader.goToPage',
      titleKey: 'reader.goToPage',
      shortcut: 'Mod+Alt+G',
      run: screen.goToPage,
      enabled: isPaged,
    },
    { id: 'reader.zoomIn', titleKey: 'reader.zoomIn', shortcut: ['Mod++', 'Mod+='], run: () => resize(1) },
    { id: 'reader.zoomOut', titleKey: 'reader.zoomOut', shortcut: 'Mod+-', run: () => resize(-1) },
    {
      id: 'reader.fitWidth',
      titleKey: isPaged ? 'reader.fitWidth' : 'reader.usualSize',
      shortcut: 'Mod+0',
      run: () => setZoom({ mode: 'fit' }),
      enabled: zoom.mode !== 'fit',
    },
    { id: 'reader.panel', titleKey: 'reader.panel', run: screen.togglePanel },
    { id: 'reader.replace', titleKey: 'reader.replace', run: screen.replace },
  ];
}

function usePassageActions(reader: Reader, openPanel: () => void) {
  const { t } = useMessages();
  const toasts = useToasts();
  const { passage, range, texts, source, isPaged } = reader;
  const put = (text: string) =>
    copyText(text).then(
      () => toasts.show({ text: t('reader.copied'), tone: 'good' }),
      () => toasts.show({ text: t('reader.copyFailed'), tone: 'bad' }),
    );
  return {
    keep() {
      if (!passage) return;
      openPanel();
      reader.setDraft(passage);
    },
    copy() {
      if (range) void put(passage?.exact ?? textBetween(texts, range));
    },
    copyCited() {
      if (!passage) return;
      const citation = formatCitation(source, isPaged ? passage : null, source.language ?? 'es');
      void put(t('reader.cited', { words: passage.exact, citation }));
    },
  };
}
