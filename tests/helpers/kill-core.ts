import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Kills the process that holds the library, as a crash would: without a word. */
export function killCore(): void {
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  });
  const cores = children.split('\n').filter(line => line.includes(join('core', 'entry.ts')));
  if (cores.length !== 1) throw new Error(`${cores.length} core processes instead of one`);
  process.kill(Number.parseInt(cores[0] ?? '', 10), 'SIGKILL');
}
