import type { CoreHandlers } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { Source, SourceMetadata } from '../../../shared/model/source.ts';
import type { CoreContext } from '../core-context.ts';
import { importSources } from '../jobs/import-sources.ts';
import { replaceSource } from '../jobs/replace-source.ts';
import { readYear } from '../library/columns.ts';
import { act } from '../library/journal.ts';
import type { Db } from '../library/library.ts';
import { readPages } from '../library/pages.ts';
import { indexExcerptsOf, indexPages, indexSource } from '../library/search-index.ts';
import { getSource, listSources, readOriginal, updateSource } from '../library/sources.ts';
import { timestamp } from '../timestamp.ts';
import { restoreAll, trashAll } from './trash-handlers.ts';

type SourceHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `sources.${string}`>>;

/** Handlers on sources. */
export function createSourceHandlers(context: CoreContext): SourceHandlers {
  const { ports, events, jobs } = context;
  const db = () => context.library.current().db;
  return {
    'sources.import': ({ files }) => {
      context.library.current();
      const paths = files.map(file => ports.files.resolve(file));
      return { jobId: jobs.start('import', control => importSources(context, paths, control)) };
    },
    'sources.replace': ({ id, file }) => {
      getSource(db(), id);
      const path = ports.files.resolve(file);
      return { jobId: jobs.start('replace', control => replaceSource(context, { id, path }, control)) };
    },
    'sources.list': query => listSources(db(), query),
    'sources.get': ({ id }) => getSource(db(), id),
    'sources.update': ({ id, changes }) => {
      const action = { name: 'sources.update', targets: [id], at: timestamp(ports) };
      act(db(), action, () => applyChanges(db(), id, changes, action.at));
      events.changed('sources', 'excerpts', 'tags');
      return getSource(db(), id);
    },
    'sources.trash': ({ ids }) => trashAll(context, 'source', ids),
    'sources.restore': ({ ids }) => restoreAll(context, 'source', ids),
    'sources.pages': ({ id, from, count }) => {
      getSource(db(), id);
      return { pages: readPages(db(), id, from, count) };
    },
    'sources.file': ({ id }) => {
      const original = readOriginal(db(), id);
      if (!original) throw new Failure('notFound', { noun: 'source' });
      return original;
    },
  };
}

/** Pages and excerpts are indexed anew only when what they can be filtered by changes. */
function applyChanges(db: Db, id: string, changes: Partial<SourceMetadata>, at: string): void {
  const before = getSource(db, id);
  updateSource(db, id, changes, at);
  const after = getSource(db, id);
  if (after.trashedAt !== null) return;
  indexSource(db, id);
  if (describeFilters(before) === describeFilters(after)) return;
  indexPages(db, id);
  indexExcerptsOf(db, id);
}

function describeFilters({ language, issued, tags }: Source): string {
  return JSON.stringify([language, readYear(issued), tags]);
}
