import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of this person's settings on this machine, the same for every shell; `VALIJA_DATA_DIR` names another. */
export function userDataDir(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env.VALIJA_DATA_DIR) return env.VALIJA_DATA_DIR;
  const home = homedir();
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Valija');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Valija');
  return join(env.XDG_CONFIG_HOME ?? join(home, '.config'), 'valija');
}

/** Where Node keeps the program's compiled code between starts (`NODE_COMPILE_CACHE`); a second start takes half the time. */
export function compileCacheDir(dataDir: string): string {
  return join(dataDir, 'compiled');
}
