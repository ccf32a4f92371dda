import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { type ElectronProgram, startElectronProgram } from './shell/electron-program.ts';
import { registerAppScheme } from './shell/protocol.ts';
import { restrictContents } from './shell/restrict-contents.ts';
import { readStartArguments } from './shell/start-arguments.ts';
import { userDataDir } from './shell/user-data.ts';

/** Electron's entry: the life of the program, from its start to its end. */

let program: ElectronProgram | null = null;
let library = readStartArguments(process.argv.slice(1), process.cwd()).library;
let ended = false;

prepare();
if (app.requestSingleInstanceLock()) live();
else app.quit();

/** What must be said before the app is ready. */
function prepare(): void {
  const dataDir = userDataDir();
  mkdirSync(dataDir, { recursive: true });
  app.setPath('userData', dataDir);
  app.setPath('sessionData', join(dataDir, 'window'));
  app.enableSandbox();
  registerAppScheme();
  // The browser engine's own services stay silent, and no name is ever resolved.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name);
  }
}

function live(): void {
  app.on('web-contents-created', (_event, contents) => restrictContents(contents));
  app.on('second-instance', (_event, args, folder) => {
    const named = readStartArguments(args.slice(1), folder).library;
    if (named) open(named);
    else program?.focus();
  });
  // macOS tells files this way, also before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', event => {
    if (ended || !program) return;
    // The library is closed first; then the quit that was held back goes on.
    event.preventDefault();
    program.close().finally(() => {
      ended = true;
      app.quit();
    });
  });
  app.whenReady().then(start);
}

function start(): void {
  program = startElectronProgram(import.meta.dirname);
  if (library) open(library);
}

function open(path: string): void {
  if (program) void program.openLibrary(path);
  else library = path;
}
