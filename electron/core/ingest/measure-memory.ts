import { readFileSync } from 'node:fs';

/** The resident memory of a process in bytes, read from /proc; null where there is none (Windows, macOS) or the process is gone or not yet there. */
export function measureMemory(pid: number | undefined): number | null {
  if (pid === undefined) return null;
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const resident = /^VmRSS:\s+(\d+) kB/m.exec(status);
    return resident ? Number(resident[1]) * 1024 : null;
  } catch {
    return null;
  }
}
