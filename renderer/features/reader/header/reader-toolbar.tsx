import { MoveHorizontal, PanelRight, Search, TextCursor, ZoomIn, ZoomOut } from 'lucide-react';
import type { Ref } from 'react';
import { useMessages } from '../../../app/i18n.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { ToolbarSeparator } from '../../../components/toolbar.tsx';
import type { Reader } from '../state/use-reader.ts';
import { stepZoom } from '../view/zoom.ts';
import styles from './header.module.css';
import { PageFields } from './page-fields.tsx';

/** See {@link ReaderToolbar}. */
export interface ReaderToolbarProps {
  reader: Reader;
  numberRef: Ref<HTMLInputElement>;
  isPanelOpen: boolean;
  onTogglePanel(): void;
}

/** Pages, size, finding, caret and side panel. */
export function ReaderToolbar({ reader, numberRef, isPanelOpen, onTogglePanel }: ReaderToolbarProps) {
  const { t } = useMessages();
  const { isPaged, zoom, percent, setZoom, find, isCaretOn, setCaretOn } = reader;
  const resize = (direction: -1 | 1) => setZoom({ mode: 'percent', percent: stepZoom(percent, direction) });
  return (
    <section className={styles.toolbar} aria-label={t('reader.tools')}>
      <div className={styles.tools}>
        {isPaged && (
          <>
            <PageFields reader={reader} numberRef={numberRef} />
            <ToolbarSeparator />
          </>
        )}
        <IconButton label={t('reader.zoomOut')} shortcut="Mod+-" icon={ZoomOut} onPress={() => resize(-1)} />
        <span className={styles.percent}>{t('reader.percent', { percent })}</span>
        <IconButton label={t('reader.zoomIn')} shortcut="Mod++" icon={ZoomIn} onPress={() => resize(1)} />
        <IconButton
          label={t(isPaged ? 'reader.fitWidth' : 'reader.usualSize')}
          shortcut="Mod+0"
          icon={MoveHorizontal}
          isSelected={zoom.mode === 'fit'}
          onPress={() => setZoom({ mode: 'fit' })}
        />
        <span className={styles.spacer} />
        <IconButton
          label={t('reader.find')}
          shortcut="Mod+F"
          icon={Search}
          isSelected={find.isOpen}
          onPress={() => (find.isOpen ? find.close() : find.open())}
        />
        <IconButton
          label={t('reader.caret')}
          shortcut="F7"
          icon={TextCursor}
          isSelected={isCaretOn}
          onPress={() => setCaretOn(!isCaretOn)}
        />
        <IconButton
          label={t('reader.panel')}
          icon={PanelRight}
          isSelected={isPanelOpen}
          onPress={onTogglePanel}
        />
      </div>
    </section>
  );
}
