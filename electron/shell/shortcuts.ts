import { readdir, readFile, stat } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { basename, join } from 'node:path';

/** A folder a user is likely to want, with the name it has on this machine. */
export interface Shortcut {
  path: string;
  name: string;
}

/** The user's own folders and the mounted drives, as far as they exist; the home folder first. */
export async function listShortcuts(): Promise<Shortcut[]> {
  const home = homedir();
  const own = await ownFolders(home);
  const candidates = [home, ...own, ...(await mountedDrives())];
  const checked = await Promise.all(
    [...new Set(candidates)].map(async path =>
      (await isFolder(path)) ? { path, name: basename(path) || path } : null,
    ),
  );
  return checked.filter(shortcut => shortcut !== null);
}

async function ownFolders(home: string): Promise<string[]> {
  const usual = ['Documents', 'Desktop', 'Downloads'].map(name => join(home, name));
  if (process.platform !== 'linux') return usual;
  const named = await readFile(join(home, '.config', 'user-dirs.dirs'), 'utf8').catch(() => '');
  const found = [...named.matchAll(/^XDG_(?:DOCUMENTS|DESKTOP|DOWNLOAD)_DIR="\$HOME\/([^"]+)"/gm)];
  return found.length > 0 ? found.map(match => join(home, match[1] ?? '')) : usual;
}

async function mountedDrives(): Promise<string[]> {
  if (process.platform === 'win32')
    return Array.from({ length: 24 }, (_, index) => `${String.fromCharCode(67 + index)}:\\`);
  const parents =
    process.platform === 'darwin'
      ? ['/Volumes']
      : [`/media/${userInfo().username}`, `/run/media/${userInfo().username}`, '/mnt'];
  const lists = await Promise.all(
    parents.map(async parent => (await readdir(parent).catch(() => [])).map(name => join(parent, name))),
  );
  return lists.flat();
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  );
}
