import { resolve } from 'node:path';
import { describeError, describeSize } from './describe.ts';
import { exitCodes } from './exit-codes.ts';
import { expandFolders } from './expand-folders.ts';
import { readPassword, type Session } from './session.ts';

/** Where the password of a library is read. */
export interface LibraryOptions {
  passwordFile?: string;
}

/** What a search may be narrowed to. */
export interface SearchOptions {
  limit: string;
  kind?: 'source' | 'page' | 'excerpt' | 'section';
}

/** Creates a library; refuses an existing file. */
export async function create(session: Session, path: string, options: LibraryOptions): Promise<number> {
  const password = readPassword(options.passwordFile);
  const info = await session.call('library.create', { file: session.grant(path), password });
  session.output.line(session.say('cli.created', { path: resolve(path) }));
  session.output.value({ ...info, path: resolve(path) });
  return exitCodes.ok;
}

/** Imports documents and whole folders; answers `partial` where a file was not imported. */
export async function importFiles(session: Session, paths: readonly string[]): Promise<number> {
  const files = expandFolders(paths).map(path => session.grant(path));
  if (files.length === 0) {
    session.output.line(session.say('cli.nothingFound'));
    return exitCodes.partial;
  }
  const { outcomes } = await session.runJob('import', () => session.call('sources.import', { files }));
  for (const outcome of outcomes) {
    if (outcome.kind === 'duplicate')
      session.output.line(session.say('cli.duplicate', { file: outcome.fileName }));
    else if (outcome.kind === 'failed')
      session.output.error(session.say('cli.notImported', { reason: describeError(session, outcome.error) }));
    else if (outcome.warnings > 0)
      session.output.line(
        session.say('cli.importedWithWarnings', { file: outcome.fileName, count: outcome.warnings }),
      );
    else session.output.line(session.say('cli.imported', { file: outcome.fileName }));
  }
  const count = (kind: string) => outcomes.filter(outcome => outcome.kind === kind).length;
  const summary = { imported: count('imported'), duplicates: count('duplicate'), failed: count('failed') };
  session.output.line(session.say('cli.importSummary', summary));
  session.output.value({ ...summary, outcomes });
  return summary.failed > 0 ? exitCodes.partial : exitCodes.ok;
}

/** Searches the library and prints each hit with the words found in brackets. */
export async function search(session: Session, words: string[], options: SearchOptions): Promise<number> {
  const limit = Math.min(200, Math.max(1, Number.parseInt(options.limit, 10) || 20));
  const kinds = options.kind ? [options.kind] : undefined;
  const { hits } = await session.call('search.query', { text: words.join(' '), limit, kinds });
  for (const hit of hits) {
    session.output.line(
      `${hit.title}${hit.place ? ` · ${describePage(session, hit.place.page, hit.place.label)}` : ''}`,
    );
    session.output.line(`  ${hit.snippet.map(part => (part.hit ? `[${part.text}]` : part.text)).join('')}`);
  }
  if (hits.length === 0) session.output.line(session.say('cli.nothingFound'));
  session.output.value({ hits });
  return exitCodes.ok;
}

function describePage(session: Session, index: number, label: string | null): string {
  return label
    ? session.say('cli.page', { label, page: index + 1 })
    : session.say('cli.pagePhysical', { page: index + 1 });
}

/** Verifies the file, the originals and every quote. */
export async function verify(session: Session): Promise<number> {
  const result = await session.runJob('verify', () => session.call('library.verify', {}));
  for (const what of result.damage) session.output.error(session.say('cli.damage', { what }));
  const notExact = result.quotes.moved + result.quotes.changed;
  if (notExact > 0) session.output.error(session.say('cli.notExact', { count: notExact }));
  const sound = result.damage.length === 0 && notExact === 0;
  if (sound) session.output.line(session.say('cli.sound', { count: result.quotes.exact }));
  session.output.value(result);
  return sound ? exitCodes.ok : exitCodes.partial;
}

/** Writes a whole copy of the library. */
export async function backup(session: Session, file: string): Promise<number> {
  const result = await session.runJob('backup', () =>
    session.call('library.backup', { file: session.grant(file) }),
  );
  const values = { path: resolve(file), size: describeSize(result.byteLength), sha256: result.sha256 };
  session.output.line(session.say('cli.backedUp', values));
  session.output.value({ ...result, path: resolve(file) });
  return exitCodes.ok;
}
