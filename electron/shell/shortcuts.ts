import { readdir, readFile, stat } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { basename, join } from 'node:path';

/** A folder a user is likely to want; `name` is what the machine calls it. */
export interface Shortcut {
  path: string;
  kind: 'home' | 'documents' | 'desktop' | 'downloads' | 'drive';
  name: string;
}

type Candidate = Pick<Shortcut, 'path' | 'kind'>;

/** The user's own folders and the mounted drives, as far as they exist; the home folder first. */
export async function listShortcuts(): Promise<Shortcut[]> {
  const home = homedir();
  const drives = (await mountedDrives()).map((path): Candidate => ({ path, kind: 'drive' }));
  const candidates = [{ path: home, kind: 'home' } as const, ...(await ownFolders(home)), ...drives];
  // A system where a folder has no place of its own names the home folder for it.
  const distinct = candidates.filter(
    ({ path }, index) => candidates.findIndex(other => other.path === path) === index,
  );
  const checked = await Promise.all(
    distinct.map(async place =>
      (await isFolder(place.path)) ? { ...place, name: basename(place.path) || place.path } : null,
    ),
  );
  return checked.filter(shortcut => shortcut !== null);
}

async function ownFolders(home: string): Promise<Candidate[]> {
  const usual: Candidate[] = [
    { path: join(home, 'Documents'), kind: 'documents' },
    { path: join(home, 'Desktop'), kind: 'desktop' },
    { path: join(home, 'Downloads'), kind: 'downloads' },
  ];
  if (process.platform !== 'linux') return usual;
  const named = await readFile(join(home, '.config', 'user-dirs.dirs'), 'utf8').catch(() => '');
  return usual.map(({ path, kind }) => {
    const own = new RegExp(`^XDG_${kind.slice(0, -1)}S?_DIR="\\$HOME/([^"]+)"`, 'im').exec(named)?.[1];
    return { path: own ? join(home, own) : path, kind };
  });
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
