/** The scheme of the window's files in Electron. */
export const appScheme = 'app';

/** The address of the window's page. */
export const appUrl = 'app://valija/';

/** Whether an address is one of the window's own files. */
export function isAppUrl(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === 'app:' && url.host === 'valija' && url.username === '' && url.password === '';
  } catch {
    return false;
  }
}
