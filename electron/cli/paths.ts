import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder of this person's settings: XDG on Linux, Application Support on macOS, AppData on Windows; VALIJA_HOME overrides. */
export function settingsDir(): string {
  const { VALIJA_HOME, XDG_CONFIG_HOME, APPDATA } = process.env;
  if (VALIJA_HOME) return VALIJA_HOME;
  if (process.platform === 'win32') return join(APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Valija');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Valija');
  return join(XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'valija');
}
