import { createContext, type ReactNode, useContext, useState } from 'react';

const KeptContext = createContext<Map<string, unknown>>(new Map());

/** Keeps for its children what {@link useKeptState} holds, as long as the same library is open. */
export function KeptStateProvider({ children }: { children: ReactNode }) {
  const [kept] = useState(() => new Map<string, unknown>());
  return <KeptContext value={kept}>{children}</KeptContext>;
}

/** State of a screen that is there again when one comes back to it; `key` is «screen.name». */
export function useKeptState<T>(key: string, start: T): [T, (value: T) => void] {
  const kept = useContext(KeptContext);
  // A key belongs to one place in the code, which always keeps the same type there.
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : start));
  const keep = (next: T) => {
    kept.set(key, next);
    setValue(next);
  };
  return [value, keep];
}
