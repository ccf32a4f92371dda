import type { ShellHandlers } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/contract/result.ts';
import { browseFolder, saveInFolder } from './browse-folder.ts';
import type { CoreProcess } from './core-process.ts';
import { openWithSystem, showWithSystem } from './open-with-system.ts';
import { projectVersion } from './project-version.ts';

/** The browser shell's own calls: no native dialogs, the window browses folders by tokens. */
export function createBrowserHandlers(core: Pick<CoreProcess, 'grant' | 'resolve'>): ShellHandlers {
  const noDialogs = () => {
    throw new Failure('unsupported', {}, 'a browser shows no native dialogs');
  };
  return {
    'shell.capabilities': () => ({
      shell: 'browser',
      nativeDialogs: false,
      version: projectVersion,
      platform: process.platform,
    }),
    'shell.chooseOpen': noDialogs,
    'shell.chooseSave': noDialogs,
    'shell.browse': input => browseFolder(core, input),
    'shell.saveIn': input => saveInFolder(core, input),
    'shell.openFile': async ({ file }) => {
      await openWithSystem(await core.resolve(file));
      return {};
    },
    'shell.showFile': async ({ file }) => {
      await showWithSystem(await core.resolve(file));
      return {};
    },
  };
}
