import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CallOutput, ParsedInput } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/contract/result.ts';
import type { CoreProcess } from './core-process.ts';
import { type FilePurpose, hasKind } from './file-kinds.ts';
import { isSafeFileName } from './file-name.ts';
import { listShortcuts } from './shortcuts.ts';

type Tokens = Pick<CoreProcess, 'grant' | 'resolve'>;
type Entry = CallOutput<'shell.browse'>['entries'][number];

/** Entries of a folder that the window is shown at most. */
const entryLimit = 5000;

/** Answers `shell.browse`. Throws `Failure('unreadable')` for a folder that cannot be listed. */
export async function browseFolder(
  tokens: Tokens,
  input: ParsedInput<'shell.browse'>,
): Promise<CallOutput<'shell.browse'>> {
  const location = input.folder === null ? homedir() : await tokens.resolve(input.folder);
  const names = await readdir(location).catch(() => {
    throw new Failure('unreadable', { file: location });
  });
  const shown = names.filter(name => !name.startsWith('.')).slice(0, entryLimit);
  const entries = await Promise.all(shown.map(name => describeEntry(tokens, location, name, input.purpose)));
  const parent = dirname(location);
  const shortcuts = await listShortcuts();
  return {
    folder: await tokens.grant(location),
    location,
    parent: parent === location ? null : await tokens.grant(parent),
    writable: await isWritable(location),
    shortcuts: await Promise.all(
      shortcuts.map(async ({ path, ...shortcut }) => ({ folder: await tokens.grant(path), ...shortcut })),
    ),
    entries: entries.filter(entry => entry !== null).sort(compareEntries),
  };
}

/** Answers `shell.saveIn`. Throws `Failure('invalidInput')` for a name that some system refuses. */
export async function saveInFolder(
  tokens: Tokens,
  input: ParsedInput<'shell.saveIn'>,
): Promise<CallOutput<'shell.saveIn'>> {
  if (!isSafeFileName(input.name)) throw new Failure('invalidInput', { file: input.name });
  const path = join(await tokens.resolve(input.folder), input.name);
  const old = await stat(path).catch(() => null);
  return {
    file: { file: await tokens.grant(path), name: input.name, size: old?.size ?? 0 },
    exists: old !== null,
  };
}

async function describeEntry(
  tokens: Tokens,
  location: string,
  name: string,
  purpose: FilePurpose,
): Promise<Entry | null> {
  const path = join(location, name);
  // A link that leads nowhere, or a file that went away meanwhile.
  const found = await stat(path).catch(() => null);
  if (!found || !(found.isDirectory() || (found.isFile() && hasKind(name, purpose)))) return null;
  return {
    kind: found.isDirectory() ? 'folder' : 'file',
    file: await tokens.grant(path),
    name,
    size: found.isDirectory() ? 0 : found.size,
    modifiedAt: found.mtime.toISOString(),
  };
}

function compareEntries(a: Entry, b: Entry): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
  return a.name.localeCompare(b.name, 'es', { numeric: true });
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
