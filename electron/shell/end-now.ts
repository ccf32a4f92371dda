import type { UtilityProcess } from 'electron';

/** Ends a utility process at once, also one that is stuck and hears no polite signal, or that is still starting. */
export function endNow(child: UtilityProcess): void {
  const { pid } = child;
  if (pid === undefined) {
    child.once('spawn', () => endNow(child));
    return;
  }
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}
