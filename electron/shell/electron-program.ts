import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { app } from 'electron';
import { type Language, languageSchema } from '../../shared/model/common.ts';
import { type CoreProcess, superviseCore } from './core-process.ts';
import { grantFile } from './dialogs.ts';
import { createDoor } from './door.ts';
import { createDroppedFiles } from './dropped-files.ts';
import { createElectronHandlers } from './electron-handlers.ts';
import { forkUtility } from './fork-utility.ts';
import { openIpcDoor } from './ipc.ts';
import { setMenu } from './menu.ts';
import { serveWindow } from './protocol.ts';
import { createWindowSession } from './session.ts';
import { shellLanguage } from './shell-language.ts';
import { openWindow, type ProgramWindow } from './window.ts';

/** The running program in Electron. */
export interface ElectronProgram {
  /** Tells the window to open a library file, and brings it to the front. */
  openLibrary(path: string): Promise<void>;
  focus(): void;
  /** Closes the library and ends the core. */
  close(): Promise<void>;
}

/** Starts core, door, menu and window; once the app is ready. `programDir` holds the built main process. */
export function startElectronProgram(programDir: string): ElectronProgram {
  const projectDir = join(programDir, '..', '..');
  const devTools = !app.isPackaged;
  let language = shellLanguage(process.env, app.getLocale());
  const core = startCore(programDir, projectDir, language);
  const own = createWindowSession({ devTools });
  serveWindow(own.protocol, join(projectDir, 'dist', 'renderer'));
  const around = { window: () => program.window, language: () => language };
  const door = createDoor(core, createElectronHandlers(core, around), line => console.error(line));
  const pasted = createDroppedFiles(core.grant);
  openIpcDoor(door, {
    path: path => grantFile(core.grant, path),
    picture: (name, bytes) => pasted.accept(name, Readable.from([bytes])),
  });
  const icon = join(projectDir, 'resources', 'icons', 'icon.png');
  const program = openWindow({
    session: own,
    preload: join(programDir, 'preload.cjs'),
    icon,
    devTools,
    language: () => language,
  });
  const showMenu = () =>
    setMenu({
      language,
      platform: process.platform,
      devTools,
      send: command => program.send({ type: 'command', command }),
    });
  showMenu();
  core.onEvent(program.send);
  followLanguage(core, found => {
    language = found;
    showMenu();
  });
  return {
    openLibrary: path => announceLibrary(core, program, path),
    focus: program.focus,
    close: async () => {
      await core.close();
      await pasted.remove();
    },
  };
}

function startCore(programDir: string, projectDir: string, language: Language): CoreProcess {
  const dataDir = app.getPath('userData');
  const config = {
    resourcesDir: join(projectDir, 'resources'),
    settingsFile: join(dataDir, 'settings.json'),
    logFile: join(dataDir, 'valija.log'),
    language,
    workerPath: join(programDir, 'worker.mjs'),
  };
  return superviseCore(() => forkUtility(join(programDir, 'core.mjs'), config));
}

/** Tells the language of the settings, now and after each change of them. */
function followLanguage(core: CoreProcess, tell: (language: Language) => void): void {
  const ask = async () => {
    const answer = await core.call('settings.get', {});
    const value = answer.ok ? answer.value : null;
    const found = languageSchema.safeParse(
      value && typeof value === 'object' && 'language' in value ? value.language : null,
    );
    if (found.success) tell(found.data);
  };
  core.onEvent(event => {
    if (event.type === 'changed' && event.nouns.includes('settings')) void ask();
  });
  void ask();
}

async function announceLibrary(core: CoreProcess, program: ProgramWindow, path: string): Promise<void> {
  program.focus();
  program.send({ type: 'openFile', file: await core.grant(path), name: basename(path) });
}
