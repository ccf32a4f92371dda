import type { CoreContext } from '../core-context.ts';
import type { Noun } from '../event-bus.ts';
import { act } from '../library/journal.ts';
import { restore, type TrashKind, trash } from '../library/trash.ts';
import { timestamp } from '../timestamp.ts';

const changes: Record<TrashKind, Noun[]> = {
  source: ['sources', 'excerpts', 'tags', 'trash'],
  excerpt: ['excerpts', 'sources', 'tags', 'trash'],
  dossier: ['dossiers', 'sections', 'trash'],
  section: ['sections', 'dossiers', 'trash'],
};

/** Puts things of one kind into the trash, all or none. */
export function trashAll(
  context: CoreContext,
  kind: TrashKind,
  ids: readonly string[],
): Record<string, never> {
  const { db } = context.library.current();
  const at = timestamp(context.ports);
  act(db, { name: `${kind}s.trash`, targets: ids, at }, () => {
    for (const id of ids) trash(db, kind, id, at);
  });
  context.events.changed(...changes[kind]);
  return {};
}

/** Takes things of one kind out of the trash, all or none. */
export function restoreAll(
  context: CoreContext,
  kind: TrashKind,
  ids: readonly string[],
): Record<string, never> {
  const { db } = context.library.current();
  act(db, { name: `${kind}s.restore`, targets: ids, at: timestamp(context.ports) }, () => {
    for (const id of ids) restore(db, kind, id);
  });
  context.events.changed(...changes[kind]);
  return {};
}
