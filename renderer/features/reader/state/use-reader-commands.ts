import { formatCitation } from '../../../../shared/document/format-citation.ts';
import { useCommands } from '../../../app/commands.tsx';
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
  const { keep, copy, copyCited } = usePassageActions(reader, screen.openPanel);
  const { passage, find, zoom, setZoom, percent, isCaretOn, isPaged } = reader;
  const hasPassage = passage !== null;
  const resize = (direction: -1 | 1) => setZoom({ mode: 'percent', percent: stepZoom(percent, direction) });
  const toggleCaret = () => {
    reader.setCaretOn(!isCaretOn);
    reader.scroller.current?.focus({ preventScroll: true });
  };
  useCommands([
    { id: 'reader.keep', titleKey: 'reader.keep', shortcut: ['E', 'Mod+E'], run: keep, enabled: hasPassage },
    {
      id: 'reader.copy',
      titleKey: 'reader.copy',
      shortcut: 'Mod+C',
      run: copy,
      enabled: reader.range !== null,
    },
    {
      id: 'reader.copyCited',
      titleKey: 'reader.copyCited',
      shortcut: 'Mod+Shift+C',
      run: copyCited,
      enabled: hasPassage,
    },
    { id: 'reader.find', titleKey: 'reader.find', shortcut: 'Mod+F', run: () => find.open() },
    {
      id: 'reader.findNext',
      titleKey: 'reader.findNext',
      shortcut: ['F3', 'Mod+G'],
      run: () => find.go(1),
      enabled: find.isOpen,
    },
    {
      id: 'reader.findPrevious',
      titleKey: 'reader.findPrevious',
      shortcut: ['Shift+F3', 'Mod+Shift+G'],
      run: () => find.go(-1),
      enabled: find.isOpen,
    },
    { id: 'reader.caret', titleKey: 'reader.caret', shortcut: 'F7', run: toggleCaret },
    {
      id: 'reader.goToPage',
      titleKey: 'reader.goToPage',
      shortcut: 'Mod+Alt+G',
      run: screen.goToPage,
      enabled: isPaged,
    },
    {
      id: 'reader.zoomIn',
      titleKey: 'reader.zoomIn',
      shortcut: ['Mod++', 'Mod+='],
      run: () => resize(1),
    },
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
  ]);
  return { keep, copy, copyCited };
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
