import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { CallError, Result } from '../../shared/contract/result.ts';
import type { GrantedFile } from '../../shared/contract/shell-calls.ts';
import { isAppUrl } from './app-address.ts';
import { callChannel, grantChannel } from './channels.ts';
import type { Door } from './door.ts';

/**
 * Opens Electron's way to the door. Only the top frame of the window's own page is answered; any other sender is
 * `forbidden`. `grantPath` takes paths from the preload alone, which has them from the system's drop.
 */
export function openIpcDoor(door: Door, grantPath: (path: string) => Promise<GrantedFile>): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) =>
    isOwnSender(event) ? door(name, input) : forbidden,
  );
  ipcMain.handle(grantChannel, async (event, path: unknown): Promise<Result<GrantedFile>> => {
    if (!isOwnSender(event) || typeof path !== 'string' || path === '') return forbidden;
    return grantPath(path).then(
      value => ({ ok: true, value }),
      () => unreadable,
    );
  });
}

const forbidden: { ok: false; error: CallError } = {
  ok: false,
  error: { code: 'forbidden', message: 'not the program’s own page', details: {} },
};
const unreadable: { ok: false; error: CallError } = {
  ok: false,
  error: { code: 'unreadable', message: 'the dropped file cannot be read', details: {} },
};

function isOwnSender({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isAppUrl(senderFrame.url);
}
