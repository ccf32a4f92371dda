import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { formatMessage, type MessageKey } from '../../shared/i18n/format-message.ts';
import { shellLanguage } from '../shell/shell-language.ts';
import { compileCacheDir, userDataDir } from '../shell/user-data.ts';
import { shellTargets } from './build-program.ts';
import { ensureBuilt } from './ensure-built.ts';
import { downloadElectron, findElectron } from './find-electron.ts';
import { projectDir } from './project-dir.ts';

/** Milliseconds that a download of Electron may take before the browser shell is started instead. */
const downloadTimeout = 90_000;

/**
 * Starts the program from its sources: builds what is missing or stale, then Electron, or the browser shell when
 * `--browser` asks for it or Electron is not to be had. Gives the exit code.
 */
export async function startProgram(args: readonly string[]): Promise<number> {
  const rest = args.filter(argument => argument !== '--browser');
  const electron = args.includes('--browser') ? null : (findElectron() ?? (await tryDownload()));
  if (!electron && !args.includes('--browser')) say('shell.noElectron');
  await ensureBuilt(shellTargets[electron ? 'electron' : 'browser'], () => say('shell.building'));
  if (electron) return run(electron, [projectDir, ...rest]);
  return run(process.execPath, [join(projectDir, 'electron', 'browser.ts'), ...rest]);
}

async function tryDownload(): Promise<string | null> {
  const slow = setTimeout(() => say('shell.downloading'), 3000);
  try {
    return await downloadElectron(downloadTimeout);
  } finally {
    clearTimeout(slow);
  }
}

function say(key: MessageKey): void {
  console.log(formatMessage(shellLanguage(), key));
}

function run(program: string, args: string[]): Promise<number> {
  const env = { NODE_COMPILE_CACHE: compileCacheDir(userDataDir()), ...process.env };
  const child = spawn(program, args, { stdio: 'inherit', env });
  // The child has the terminal too and ends by itself; this process waits for it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
