import { FilePlus2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './file-drop.module.css';

interface Props {
  /** What letting go does. */
  label: string;
  onFiles(files: readonly File[]): void;
  children: ReactNode;
}

/** Takes files that are dropped anywhere on its children; the keyboard's way is the import button. */
export function FileDrop({ label, onFiles, children }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    if (!area.current) return;
    return listenToDrops(area.current, setOver, files => take.current(files));
  }, []);
  return (
    <div ref={area} className={styles.area}>
      {children}
      {over && (
        <div className={styles.veil}>
          <FilePlus2 aria-hidden />
          {label}
        </div>
      )}
    </div>
  );
}

function listenToDrops(
  area: HTMLElement,
  setOver: (over: boolean) => void,
  onFiles: (files: readonly File[]) => void,
): () => void {
  // Every child that is entered and left tells so too: only the outermost leaving counts.
  let depth = 0;
  const listening = new AbortController();
  const on = (type: 'dragenter' | 'dragleave' | 'dragover' | 'drop', react: (event: DragEvent) => void) =>
    area.addEventListener(type, event => hasFiles(event) && react(event), { signal: listening.signal });
  const turn = (by: number) => {
    depth = Math.max(0, depth + by);
    setOver(depth > 0);
  };
  on('dragenter', () => turn(1));
  on('dragleave', () => turn(-1));
  on('dragover', event => event.preventDefault());
  on('drop', event => {
    event.preventDefault();
    turn(-depth);
    onFiles([...(event.dataTransfer?.files ?? [])]);
  });
  return () => listening.abort();
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
