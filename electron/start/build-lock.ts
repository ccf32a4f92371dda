import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectDir } from './project-dir.ts';

const lockDir = join(projectDir, 'dist', 'building');
/** Milliseconds after which a lock was left behind by a process that died. */
const staleAfter = 180_000;

/** Runs a build while no other process builds in the same folder. */
export async function withBuildLock(run: () => Promise<void>): Promise<void> {
  await mkdir(join(projectDir, 'dist'), { recursive: true });
  while (!(await take())) await wait(100);
  try {
    await run();
  } finally {
    await rm(lockDir, { recursive: true, force: true });
  }
}

async function take(): Promise<boolean> {
  const old = await stat(lockDir).catch(() => null);
  if (old && Date.now() - old.mtimeMs > staleAfter) await rm(lockDir, { recursive: true, force: true });
  return mkdir(lockDir).then(
    () => true,
    () => false,
  );
}
