import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Failure } from '../../shared/contract/result.ts';
import { hasKind } from './file-kinds.ts';

/** The command that opens a file, or shows it in its folder, on a platform; never through a command interpreter. */
export function openerCommand(platform: NodeJS.Platform, path: string, show: boolean): [string, string[]] {
  if (platform === 'darwin') return ['open', show ? ['-R', path] : [path]];
  if (platform === 'win32') return ['explorer.exe', [show ? `/select,${path}` : path]];
  return ['xdg-open', [show ? dirname(path) : path]];
}

/** Throws `Failure('forbidden')` for a file that the system might run, `Failure('unreadable')` for one that is not there. */
export async function checkOpenable(path: string): Promise<void> {
  if (!hasKind(path, 'documents')) throw new Failure('forbidden', { file: basename(path) });
  await checkThere(path);
}

/** Throws `Failure('unreadable')` for a file that is not there. */
export async function checkThere(path: string): Promise<void> {
  await stat(path).catch(() => {
    throw new Failure('unreadable', { file: basename(path) });
  });
}

/** Opens a document with the system's own viewer. */
export async function openWithSystem(path: string): Promise<void> {
  await checkOpenable(path);
  await launch(openerCommand(process.platform, path, false), path);
}

/** Shows a file in its folder. */
export async function showWithSystem(path: string): Promise<void> {
  await checkThere(path);
  await launch(openerCommand(process.platform, path, true), path);
}

function launch([command, args]: [string, string[]], path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.once('error', () =>
      reject(new Failure('unsupported', { file: basename(path) }, `${command} is not there`)),
    );
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
