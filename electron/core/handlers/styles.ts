import { basename } from 'node:path';
import type { CoreHandlers } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { CitationStyle } from '../../../shared/model/citation-style.ts';
import type { CheckedStyle } from '../citations/citation-task.ts';
import { loadLocale } from '../citations/load-locale.ts';
import type { CoreContext } from '../core-context.ts';
import { IngestError } from '../ingest/ingest-error.ts';
import { asFailure, hashBytes } from '../jobs/read-document.ts';
import {
  findStyleByHash,
  getStyle,
  insertStyle,
  listStyles,
  removeStyle,
} from '../library/citation-styles.ts';
import { act } from '../library/journal.ts';
import { timestamp } from '../timestamp.ts';

type StyleHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `styles.${string}`>>;

/** A style that takes longer to be tried is refused, in milliseconds. */
const PATIENCE = 30_000;

/** Handlers on the citation styles of a library. */
export function createStyleHandlers(context: CoreContext): StyleHandlers {
  const db = () => context.library.current().db;
  return {
    'styles.add': ({ file }) => addStyle(context, context.ports.files.resolve(file)),
    'styles.list': () => ({ items: listStyles(db()) }),
    'styles.remove': ({ id }) => {
      const at = timestamp(context.ports);
      act(db(), { name: 'styles.remove', targets: [id], at }, () => removeStyle(db(), id));
      context.events.changed('styles', 'dossiers');
      return {};
    },
  };
}

/** Reads and tries a style where it can do no harm, and keeps it; one that is there already comes back. */
async function addStyle(context: CoreContext, path: string): Promise<CitationStyle> {
  const library = context.library.current();
  const fileName = basename(path);
  const checked = await readStyle(context, path).catch(error => {
    throw asFailure(error, fileName);
  });
  if (context.library.current() !== library) throw new Failure('noLibrary');
  const sha256 = hashBytes(new TextEncoder().encode(checked.csl));
  const known = findStyleByHash(library.db, sha256);
  if (known) return known;
  const id = context.ports.newId();
  const addedAt = timestamp(context.ports);
  const title = checked.title || fileName;
  act(library.db, { name: 'styles.add', targets: [id], at: addedAt }, () =>
    insertStyle(library.db, { ...checked, id, title, sha256, addedAt }),
  );
  context.events.changed('styles');
  return getStyle(library.db, id);
}

/** A style that brings its reader down, or keeps it from answering, is broken. */
async function readStyle({ parser, ports }: CoreContext, path: string): Promise<CheckedStyle> {
  const locales = (['es', 'en'] as const).map(language => loadLocale(ports.resourcesDir, language));
  try {
    return await parser.perform('style', { path, locales }, { signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    if (error instanceof IngestError && DEADLY.includes(error.code))
      throw new IngestError('styleBroken', { line: 0, column: 0, why: '' }, error);
    throw error;
  }
}

const DEADLY: readonly string[] = ['crashed', 'timeout', 'cancelled', 'outOfMemory'];
