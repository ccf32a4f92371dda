import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectDir } from './project-dir.ts';

/** A part of the program that is built: the window, or one process. */
export type BuildTarget = 'renderer' | 'bridge' | 'main' | 'preload' | 'core' | 'worker';

/** What each shell needs built; the browser shell runs its other processes from the sources. */
export const shellTargets: Record<'browser' | 'electron', readonly BuildTarget[]> = {
  browser: ['renderer', 'bridge'],
  electron: ['renderer', 'bridge', 'main', 'preload', 'core', 'worker'],
};

/** Builds one part into `dist`. The window is built aside and put in place at once, so that a running program never sees half of it. */
export async function buildTarget(target: BuildTarget): Promise<void> {
  const environment = process.env.NODE_ENV;
  try {
    await buildForProduction(target);
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
}

async function buildForProduction(target: BuildTarget): Promise<void> {
  // Read only when something is built: it takes longer than the start of the program.
  const { build } = await import('vite');
  // Vite writes NODE_ENV into what it builds. A test runner's would give React's slow build, and tables without bounds.
  process.env.NODE_ENV = 'production';
  if (target !== 'renderer') {
    await build({ configFile: join(projectDir, 'vite.electron.config.ts'), mode: target, logLevel: 'warn' });
    return;
  }
  const fresh = join(projectDir, 'dist', `renderer-${process.pid}`);
  const place = join(projectDir, 'dist', 'renderer');
  const old = `${fresh}-old`;
  await mkdir(join(projectDir, 'dist'), { recursive: true });
  await build({
    configFile: join(projectDir, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'warn',
    build: { outDir: fresh },
  });
  await rename(place, old).catch(() => {});
  await rename(fresh, place);
  await rm(old, { recursive: true, force: true });
}
