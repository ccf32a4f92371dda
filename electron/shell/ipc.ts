import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { CallError, Result } from '../../shared/contract/result.ts';
import type { GrantedFile } from '../../shared/contract/shell-calls.ts';
import { isAppUrl } from './app-address.ts';
import { callChannel, grantChannel, mostPictureBytes } from './channels.ts';
import type { Door } from './door.ts';
import { hasKind } from './file-kinds.ts';

/** Lets the program read what the user dropped or pasted. */
export interface Granting {
  path(path: string): Promise<GrantedFile>;
  /** Of a picture that lies in no file. */
  picture(name: string, bytes: Uint8Array): Promise<GrantedFile>;
}

/**
 * Opens Electron's way to the door. Only the top frame of the window's own page is answered; any other sender is
 * `forbidden`. `grant` takes paths from the preload alone, which has them from the system's drop, and pictures without a file.
 */
export function openIpcDoor(door: Door, grant: Granting): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) =>
    isOwnSender(event) ? door(name, input) : forbidden,
  );
  ipcMain.handle(grantChannel, async (event, asked: unknown): Promise<Result<GrantedFile>> => {
    if (!isOwnSender(event)) return forbidden;
    const granting =
      typeof asked === 'string' && asked !== '' ? grant.path(asked) : readPicture(asked, grant);
    if (!granting) return forbidden;
    return granting.then(
      value => ({ ok: true, value }),
      () => unreadable,
    );
  });
}

function readPicture(asked: unknown, grant: Granting): Promise<GrantedFile> | null {
  if (typeof asked !== 'object' || asked === null || !('name' in asked) || !('bytes' in asked)) return null;
  const { name, bytes } = asked;
  if (typeof name !== 'string' || !hasKind(name, 'image')) return null;
  if (!(bytes instanceof Uint8Array) || bytes.byteLength > mostPictureBytes) return null;
  return grant.picture(name, bytes);
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
