import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { CoreHandlers } from '../../../shared/contract/contract.ts';
import { nouns } from '../../../shared/contract/events.ts';
import type { LibraryInfo } from '../../../shared/contract/library-calls.ts';
import type { CoreContext } from '../core-context.ts';
import { pause } from '../jobs/pause.ts';
import { verifyLibrary } from '../jobs/verify-library.ts';
import { backupLibrary } from '../library/backup-library.ts';
import { readCounts, readSetting } from '../library/counts.ts';
import { createLibrary } from '../library/create-library.ts';
import { LIBRARY_EXTENSION } from '../library/format.ts';
import { removeHolder } from '../library/holder-note.ts';
import { act } from '../library/journal.ts';
import type { Library } from '../library/library.ts';
import { readFormatVersion } from '../library/migrate.ts';
import { closeDatabase } from '../library/open-database.ts';
import { openLibrary } from '../library/open-library.ts';
import { emptyTrash, listTrash } from '../library/trash.ts';
import { timestamp } from '../timestamp.ts';

type LibraryHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `library.${string}`>>;

/** Handlers on the library file as a whole. */
export function createLibraryHandlers(context: CoreContext): LibraryHandlers {
  const { ports, events, jobs } = context;
  const inTurn = createQueue();
  return {
    'library.status': () => {
      const open = context.library.peek();
      return { open: open && describeLibrary(open), recent: listRecent(context) };
    },
    'library.create': ({ file, password }) =>
      inTurn(() => {
        const path = ports.files.resolve(file);
        const birth = { id: ports.newId(), createdAt: timestamp(ports), password };
        return takeLibrary(context, createLibrary(path, birth));
      }),
    'library.open': ({ file, password }) =>
      inTurn(async () => {
        const path = ports.files.resolve(file);
        const open = context.library.peek();
        return open?.path === path
          ? describeLibrary(open)
          : takeLibrary(context, openLibrary(path, password));
      }),
    'library.close': () =>
      inTurn(async () => {
        await closeLibrary(context);
        events.changed('library');
        return {};
      }),
    'library.forgetRecent': ({ file }) => {
      context.settings.forget(ports.files.resolve(file));
      events.changed('library');
      return {};
    },
    'library.verify': () => {
      context.library.current();
      return { jobId: jobs.start('verify', control => verifyLibrary(context, control)) };
    },
    'library.backup': ({ file }) => {
      const library = context.library.current();
      const path = ports.files.resolve(file);
      const jobId = jobs.start('backup', async control => {
        const fileName = basename(path);
        control.report(0, 1, fileName);
        await pause(control.signal);
        const backup = await backupLibrary(library, path);
        return { kind: 'backup', fileName, ...backup };
      });
      return { jobId };
    },
    'library.trash': () => ({ items: listTrash(context.library.current().db) }),
    'library.emptyTrash': () => {
      const { db } = context.library.current();
      const action = { name: 'library.emptyTrash', targets: [], at: timestamp(ports) };
      const removed = act(db, action, () => emptyTrash(db, action.at));
      events.changed('trash', 'sources', 'excerpts', 'tags', 'dossiers', 'sections');
      return { removed };
    },
  };
}

/** Does one thing after another: two libraries must not be opened at once and one of them lost. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}

/** Closes the open library, if any; its jobs are stopped first and what they were doing is undone. */
export async function closeLibrary(context: CoreContext): Promise<void> {
  await context.jobs.stopAll();
  const open = context.library.peek();
  context.library.set(null);
  if (!open) return;
  closeDatabase(open.db);
  removeHolder(open.path);
}

/** The new library is open before the present one is closed, so that a failure leaves the user where they were. */
async function takeLibrary(context: CoreContext, library: Library): Promise<LibraryInfo> {
  await closeLibrary(context);
  context.library.set(library);
  context.settings.remember(library.path, timestamp(context.ports));
  context.events.changed(...nouns.filter(noun => noun !== 'settings'));
  return describeLibrary(library);
}

function describeLibrary({ db, path, encrypted }: Library): LibraryInfo {
  return {
    id: readSetting(db, 'libraryId')!,
    name: basename(path, LIBRARY_EXTENSION),
    location: path,
    encrypted,
    formatVersion: readFormatVersion(db),
    counts: readCounts(db),
  };
}

function listRecent({ settings, ports }: CoreContext) {
  return settings.recent().map(({ path, openedAt }) => ({
    file: ports.files.grant(path),
    name: basename(path, LIBRARY_EXTENSION),
    location: path,
    openedAt,
    missing: !existsSync(path),
  }));
}
