import { type BaseWindow, shell } from 'electron';
import type { ShellHandlers } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/contract/result.ts';
import type { Language } from '../../shared/model/common.ts';
import { browseFolder, saveInFolder } from './browse-folder.ts';
import type { CoreProcess } from './core-process.ts';
import { chooseOpen, chooseSave } from './dialogs.ts';
import { checkOpenable, checkThere } from './open-with-system.ts';
import { projectVersion } from './project-version.ts';

/** What Electron's own calls ask: the window the dialogs belong to, and the language of the moment. */
export interface ElectronSurroundings {
  window(): BaseWindow;
  language(): Language;
}

/** Electron's own calls. */
export function createElectronHandlers(
  core: Pick<CoreProcess, 'grant' | 'resolve'>,
  around: ElectronSurroundings,
): ShellHandlers {
  return {
    'shell.capabilities': () => ({
      shell: 'electron',
      nativeDialogs: true,
      version: projectVersion,
      platform: process.platform,
    }),
    'shell.chooseOpen': input => chooseOpen(around.window(), around.language(), core.grant, input),
    'shell.chooseSave': input => chooseSave(around.window(), around.language(), core.grant, input),
    'shell.browse': input => browseFolder(core, input),
    'shell.saveIn': input => saveInFolder(core, input),
    'shell.openFile': async ({ file }) => {
      const path = await core.resolve(file);
      await checkOpenable(path);
      const problem = await shell.openPath(path);
      if (problem) throw new Failure('unsupported', { file: path }, problem);
      return {};
    },
    'shell.showFile': async ({ file }) => {
      const path = await core.resolve(file);
      await checkThere(path);
      shell.showItemInFolder(path);
      return {};
    },
  };
}
