import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useMessages } from '../app/i18n.tsx';
import styles from './splitter.module.css';

interface HandleProps {
  label: string;
  /** Share of the pane before it, per cent. */
  share: number;
  boxWidth(): number;
  /** Moves the border, in per cent of the whole. */
  onMove(by: number): void;
}

/** Per cent that an arrow key moves; with Shift five times as much. */
const STEP = 1;

/** The border between two panes: a focusable separator (WAI-ARIA «window splitter»). */
export function SplitterHandle({ label, share, boxWidth, onMove }: HandleProps) {
  const { t } = useMessages();
  const lastX = useRef<number | null>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!direction) return;
    event.preventDefault();
    onMove(direction * STEP * (event.shiftKey ? 5 : 1));
  }

  function onPointerMove(event: PointerEvent): void {
    if (lastX.current === null) return;
    onMove(((event.clientX - lastX.current) / boxWidth()) * 100);
    lastX.current = event.clientX;
  }

  return (
    <hr
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('app.paneWidth', { pane: label })}
      aria-valuenow={Math.round(share)}
      aria-valuemin={0}
      aria-valuemax={100}
      className={styles.handle}
      onKeyDown={onKeyDown}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        lastX.current = event.clientX;
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        lastX.current = null;
      }}
    />
  );
}
