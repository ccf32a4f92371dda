import type { Db } from './library.ts';
import { all, first, run } from './statement.ts';

/** What can bear tags. */
export type TaggedKind = 'source' | 'excerpt';

/** Gives a source or an excerpt exactly these tags; tags that nothing bears any more are removed. */
export function setTags(db: Db, kind: TaggedKind, id: string, names: readonly string[]): void {
  run(db, `DELETE FROM ${kind}_tag WHERE ${kind}_id = ?`, id);
  for (const name of new Set(names)) {
    run(db, `INSERT INTO ${kind}_tag (${kind}_id, tag_key) VALUES (?, ?)`, id, keyOfTag(db, name));
  }
  removeUnusedTags(db);
}

function keyOfTag(db: Db, name: string): number {
  const known = findTagKey(db, name);
  if (known !== null) return known;
  return first<{ key: number }>(db, 'INSERT INTO tag (name) VALUES (?) RETURNING key', name)!.key;
}

/** The key of a tag, or null. */
export function findTagKey(db: Db, name: string): number | null {
  return first<{ key: number }>(db, 'SELECT key FROM tag WHERE name = ?', name)?.key ?? null;
}

/** Removes tags that nothing bears. */
export function removeUnusedTags(db: Db): void {
  run(
    db,
    `DELETE FROM tag WHERE key NOT IN (SELECT tag_key FROM source_tag) AND key NOT IN (SELECT tag_key FROM excerpt_tag)`,
  );
}

/** The tags of a source or an excerpt, by name. */
export function readTags(db: Db, kind: TaggedKind, id: string): { key: number; name: string }[] {
  return all(
    db,
    `SELECT tag.key, tag.name FROM ${kind}_tag JOIN tag ON tag.key = tag_key WHERE ${kind}_id = ? ORDER BY tag.name`,
    id,
  );
}

/** Every tag in use outside the trash, and how many sources and excerpts bear it. */
export function listTags(db: Db): { name: string; count: number }[] {
  return all(
    db,
    `SELECT tag.name, count(*) AS count FROM (
       SELECT tag_key FROM source_tag JOIN source ON source.id = source_id WHERE trashed_at IS NULL
       UNION ALL
       SELECT tag_key FROM excerpt_tag JOIN excerpt ON excerpt.id = excerpt_id
         JOIN source ON source.id = excerpt.source_id
         WHERE excerpt.trashed_at IS NULL AND source.trashed_at IS NULL
     ) JOIN tag ON tag.key = tag_key GROUP BY tag.key ORDER BY tag.name`,
  );
}
