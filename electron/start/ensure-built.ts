import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withBuildLock } from './build-lock.ts';
import { type BuildTarget, buildTarget } from './build-program.ts';
import { projectDir } from './project-dir.ts';

const outputs: Record<BuildTarget, string> = {
  renderer: 'dist/renderer/index.html',
  bridge: 'dist/electron/bridge-browser.js',
  main: 'dist/electron/main.cjs',
  preload: 'dist/electron/preload.cjs',
  core: 'dist/electron/core.mjs',
  worker: 'dist/electron/worker.mjs',
};
const configs = ['package-lock.json', 'vite.config.ts', 'vite.electron.config.ts'];

/** Builds the parts that are missing or older than their sources; `onBuild` is called once before the first. */
export async function ensureBuilt(
  targets: readonly BuildTarget[],
  onBuild: () => void = () => {},
): Promise<void> {
  let told = false;
  for (const target of targets) {
    if (await isFresh(target, await newestSource(target))) continue;
    if (!told) onBuild();
    told = true;
    await withBuildLock(() => buildIfStale(target));
  }
}

async function buildIfStale(target: BuildTarget): Promise<void> {
  const newest = await newestSource(target);
  // Another process may have built it while this one waited.
  if (await isFresh(target, newest)) return;
  await buildTarget(target);
  await writeFile(stampOf(target), String(newest));
}

/** The stamp holds the time of the newest source, since a build that ran while a file was saved is not fresh. */
async function isFresh(target: BuildTarget, newest: number): Promise<boolean> {
  if (!existsSync(join(projectDir, outputs[target]))) return false;
  const stamp = await readFile(stampOf(target), 'utf8').catch(() => '');
  return Number(stamp) >= newest;
}

function stampOf(target: BuildTarget): string {
  return join(projectDir, 'dist', `${target}.stamp`);
}

async function newestSource(target: BuildTarget): Promise<number> {
  const folders = target === 'renderer' ? ['renderer', 'shared'] : ['electron', 'shared'];
  const lists = await Promise.all(
    folders.map(folder => readdir(join(projectDir, folder), { recursive: true, withFileTypes: true })),
  );
  const files = lists
    .flat()
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
  const times = await Promise.all(
    [...files, ...configs.map(name => join(projectDir, name))].map(
      async file => (await stat(file).catch(() => null))?.mtimeMs ?? 0,
    ),
  );
  return Math.max(...times);
}
