import { type Session, session } from 'electron';
import { isAppUrl } from './app-address.ts';

/** The window's session: kept in memory, so that nothing of the window stays on the disk. */
export function createWindowSession(rights: { devTools: boolean }): Session {
  const own = session.fromPartition('valija');
  refusePermissions(own);
  cancelNetwork(own, rights.devTools);
  own.setSpellCheckerEnabled(false);
  own.on('will-download', (event, item) => {
    event.preventDefault();
    item.cancel();
  });
  return own;
}

/** Refuses every permission a page can ask for, every device, and the capture of the screen. */
export function refusePermissions(own: Session): void {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}

/** Cancels every request that is not for the window's own files or its own memory. */
export function cancelNetwork(own: Session, devTools: boolean): void {
  own.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isOwnRequest(details.url, devTools) }),
  );
}

function isOwnRequest(address: string, devTools: boolean): boolean {
  if (isAppUrl(address)) return true;
  if (address.startsWith('blob:app://valija/') || address.startsWith('data:')) return true;
  return devTools && address.startsWith('devtools://');
}
