import type { BrowserWindow } from 'electron';

/** Milliseconds that the page has for saving, once it has said that something is unsaved. */
const SAVE_TIME = 600;

/**
 * A page with something unsaved holds back the window's close and saves (HTML Standard, beforeunload): the window is
 * closed a moment later, and where something is unsaved still, the user is asked and can leave it or stay.
 */
export function guardClosing(window: BrowserWindow, ask: () => Promise<boolean>): void {
  let closing: 'no' | 'asked' | 'again' | 'asking' = 'no';
  window.on('close', () => {
    if (closing === 'no') closing = 'asked';
  });
  window.webContents.on('will-prevent-unload', () => {
    if (closing === 'asked') setTimeout(closeAgain, SAVE_TIME);
    if (closing === 'again') void askUser();
  });
  const closeAgain = () => {
    if (window.isDestroyed() || closing !== 'asked') return;
    closing = 'again';
    window.close();
  };
  const askUser = async () => {
    closing = 'asking';
    const leaves = await ask().catch(() => false);
    closing = 'no';
    if (leaves && !window.isDestroyed()) window.destroy();
  };
}
