import { Fragment, type ReactNode, useRef, useState } from 'react';
import { clampShare, resizePanes } from './resize-panes.ts';
import styles from './splitter.module.css';
import { SplitterHandle } from './splitter-handle.tsx';

/** One pane of a {@link Splitter}; sizes are shares of the whole, in per cent. */
export interface Pane {
  id: string;
  /** Name of the pane, for the handle at its right («Ancho de …»). */
  label: string;
  size: number;
  minSize?: number;
  content: ReactNode;
}

/** Panes side by side with handles between them, moved by mouse or by the arrow keys; sizes are kept under `storageKey`. */
export function Splitter({ panes, storageKey }: { panes: readonly Pane[]; storageKey: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [sizes, setSizes] = useState(() => readSizes(storageKey, panes));
  const current = sizes.length === panes.length ? sizes : readSizes(storageKey, panes);

  function resize(index: number, by: number): void {
    const next = resizePanes(current, panes.map(minOf), index, by);
    setSizes(next);
    localStorage.setItem(`splitter.${storageKey}`, JSON.stringify(next));
  }

  return (
    <div ref={box} className={styles.splitter}>
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && (
            <SplitterHandle
              label={panes[index - 1]?.label ?? ''}
              share={current[index - 1] ?? 0}
              boxWidth={() => box.current?.clientWidth ?? 1}
              onMove={by => resize(index - 1, by)}
            />
          )}
          <div className={styles.pane} style={{ flexBasis: 0, flexGrow: current[index] ?? pane.size }}>
            {pane.content}
          </div>
        </Fragment>
      ))}
    </div>
  );
}

function minOf(pane: Pane): number {
  return pane.minSize ?? 12;
}

function readSizes(key: string, panes: readonly Pane[]): number[] {
  const sizes = panes.map(pane => pane.size);
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`splitter.${key}`) ?? 'null');
    const fits = Array.isArray(kept) && kept.length === panes.length && kept.every(Number.isFinite);
    return fits ? kept.map(size => clampShare(Number(size))) : sizes;
  } catch {
    return sizes;
  }
}
