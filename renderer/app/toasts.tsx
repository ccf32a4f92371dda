import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { ToastRegion } from './toast-region.tsx';

/** A short notice; `bad` ones stay until they are closed. */
export interface Toast {
  text: string;
  tone?: 'info' | 'good' | 'warn' | 'bad';
  /** `isUndo` puts the action under Ctrl+Z too, until the toast is gone. */
  action?: { label: string; run: () => void; isUndo?: boolean };
}

/** A toast on show. */
export interface ShownToast extends Toast {
  id: number;
}

/** Showing and undoing. */
export interface Toasts {
  /** Shows a toast; gives the function that closes it. */
  show(toast: Toast): () => void;
  /** Runs the newest undo on show; false when there is none. */
  undoLatest(): boolean;
}

const ToastsContext = createContext<Toasts | null>(null);

/** Most toasts on show at once; the oldest give way. */
const MOST_SHOWN = 4;

/** Shows toasts in a region that screen readers announce. */
export function ToastsProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly ShownToast[]>([]);
  const latest = useRef(shown);
  latest.current = shown;
  const nextId = useRef(1);

  const close = useCallback((id: number) => setShown(list => list.filter(toast => toast.id !== id)), []);
  const toasts = useMemo<Toasts>(
    () => ({
      show(toast) {
        const id = nextId.current++;
        setShown(list =>
          [...list.filter(other => other.text !== toast.text), { ...toast, id }].slice(-MOST_SHOWN),
        );
        return () => close(id);
      },
      undoLatest() {
        const undoable = latest.current.findLast(toast => toast.action?.isUndo);
        if (!undoable) return false;
        close(undoable.id);
        undoable.action?.run();
        return true;
      },
    }),
    [close],
  );
  return (
    <ToastsContext value={toasts}>
      {children}
      <ToastRegion toasts={shown} onClose={close} />
    </ToastsContext>
  );
}

/** Showing toasts. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastsContext);
  if (!toasts) throw new Error('useToasts outside ToastsProvider');
  return toasts;
}
