import type { WebContents } from 'electron';
import { isAppUrl } from './app-address.ts';

/** Keeps any web contents at the window's own page: no navigation elsewhere, no new window, no embedded view. */
export function restrictContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', event => event.preventDefault());
  contents.on('will-navigate', event => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', event => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', event => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
}
