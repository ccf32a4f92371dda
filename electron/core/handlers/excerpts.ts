import type { CoreHandlers, ParsedInput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { Excerpt, ExcerptDetails } from '../../../shared/model/excerpt.ts';
import type { CoreContext } from '../core-context.ts';
import { createExcerpt } from '../excerpts/create-excerpt.ts';
import { locateText } from '../excerpts/locate-text.ts';
import { presentExcerpt } from '../excerpts/present-excerpt.ts';
import { reanchorExcerpt } from '../excerpts/reanchor-excerpt.ts';
import { createVerifier, recordVerifications } from '../excerpts/verify-excerpts.ts';
import { findExcerpt, getExcerpt, listExcerpts, updateExcerpt } from '../library/excerpts.ts';
import { act } from '../library/journal.ts';
import { indexExcerpt } from '../library/search-index.ts';
import { getSource } from '../library/sources.ts';
import { listTags } from '../library/tags.ts';
import { timestamp } from '../timestamp.ts';
import { restoreAll, trashAll } from './trash-handlers.ts';

type ExcerptHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `excerpts.${string}`> | 'tags.list'>;

/** Handlers on excerpts and tags. */
export function createExcerptHandlers(context: CoreContext): ExcerptHandlers {
  const db = () => context.library.current().db;
  return {
    'excerpts.create': input => presentExcerpt(createExcerpt(context, input)),
    'excerpts.locate': ({ sourceId, exact }) => {
      getSource(db(), sourceId);
      return { places: locateText(db(), sourceId, exact) };
    },
    'excerpts.list': query => {
      const { items, next } = listExcerpts(db(), query);
      return { items: items.map(presentExcerpt), next };
    },
    'excerpts.get': ({ ids }) => ({ items: getExcerpts(context, ids) }),
    'excerpts.update': ({ id, changes }) => updateDetails(context, id, changes),
    'excerpts.trash': ({ ids }) => trashAll(context, 'excerpt', ids),
    'excerpts.restore': ({ ids }) => restoreAll(context, 'excerpt', ids),
    'excerpts.verify': input => ({ items: verifyAndRecord(context, input) }),
    'excerpts.reanchor': ({ id }) => presentExcerpt(reanchorExcerpt(context, id)),
    'tags.list': () => ({ items: listTags(db()) }),
  };
}

/** In the order asked for, also from the trash; ids that the library does not have are left out. */
function getExcerpts(context: CoreContext, ids: readonly string[]): Excerpt[] {
  const { db } = context.library.current();
  return ids.flatMap(id => {
    const stored = findExcerpt(db, id);
    return stored ? [presentExcerpt(stored)] : [];
  });
}

function updateDetails(context: CoreContext, id: string, changes: Partial<ExcerptDetails>): Excerpt {
  const { db } = context.library.current();
  const at = timestamp(context.ports);
  act(db, { name: 'excerpts.update', targets: [id], at }, () => {
    updateExcerpt(db, id, changes, at);
    const { trashedAt, sourceId } = getExcerpt(db, id);
    if (trashedAt === null && getSource(db, sourceId).trashedAt === null) indexExcerpt(db, id);
  });
  context.events.changed('excerpts', 'tags');
  return presentExcerpt(getExcerpt(db, id));
}

function verifyAndRecord(context: CoreContext, { ids }: ParsedInput<'excerpts.verify'>) {
  const { db } = context.library.current();
  for (const id of ids) if (!findExcerpt(db, id)) throw new Failure('notFound', { noun: 'excerpt' });
  return verifyMany(context, ids);
}

/** Verifies quotes and records how they stand; tells the window only where something changed, so that asking again ends. */
export function verifyMany(context: CoreContext, ids: readonly string[]) {
  const { db } = context.library.current();
  const verifier = createVerifier(db);
  const items = ids.map(id => verifier.verify(id));
  const at = timestamp(context.ports);
  const changed = db.transaction(() => recordVerifications(db, items, at)).immediate();
  if (changed) context.events.changed('excerpts');
  return items;
}
