import type { SearchHit } from '../../../shared/contract/search-calls.ts';
import { readSegments } from './excerpts.ts';
import type { Db } from './library.ts';
import { plainText, readDossierBody, readExcerptBody, readSourceBody } from './search-body.ts';
import type { EntryKind } from './search-index.ts';
import type { HitFinder } from './search-query.ts';
import { cutSnippet } from './snippet.ts';
import { first } from './statement.ts';

/** An entry of the index that a query has found. */
export interface FoundEntry {
  key: number;
  kind: EntryKind;
  targetId: string;
  sourceId: string | null;
  dossierId: string | null;
}

/** What the user sees of an entry: title, place, and a snippet with the words found. A dossier is shown as its first part. */
export function describeHit(db: Db, entry: FoundEntry, finder: HitFinder): SearchHit {
  const { kind, targetId, sourceId, dossierId } = entry;
  const shown =
    kind === 'dossier'
      ? { kind: 'section' as const, id: findFirstPart(db, targetId) ?? targetId }
      : { kind, id: targetId };
  return { ...shown, sourceId, dossierId, ...describe[kind](db, entry, finder) };
}

function findFirstPart(db: Db, dossierId: string): string | undefined {
  return first<{ id: string }>(
    db,
    'SELECT id FROM section WHERE dossier_id = ? AND trashed_at IS NULL ORDER BY position, id LIMIT 1',
    dossierId,
  )?.id;
}

type Description = Pick<SearchHit, 'title' | 'place' | 'snippet'>;

const describe: Record<EntryKind, (db: Db, entry: FoundEntry, finder: HitFinder) => Description> = {
  source(db, { targetId }, finder) {
    const { title } = first<{ title: string }>(db, 'SELECT title FROM source WHERE id = ?', targetId)!;
    const body = readSourceBody(db, targetId);
    const text = finder.find(body, 1).length > 0 ? body : title;
    return { title, place: null, snippet: cutSnippet(text, finder).pieces };
  },
  page(db, { targetId }, finder) {
    const row = first<{ idx: number; label: string | null; text: string; title: string }>(
      db,
      'SELECT idx, label, text, title FROM page JOIN source ON source.id = source_id WHERE page.id = ?',
      targetId,
    )!;
    const { pieces, offset } = cutSnippet(row.text, finder);
    return { title: row.title, place: { page: row.idx, label: row.label, offset }, snippet: pieces };
  },
  excerpt(db, { targetId }, finder) {
    const row = first<{ source_id: string; title: string }>(
      db,
      'SELECT source_id, title FROM excerpt JOIN source ON source.id = source_id WHERE excerpt.id = ?',
      targetId,
    )!;
    const place = findPlace(db, targetId, row.source_id, finder);
    return { title: row.title, place, snippet: cutSnippet(readExcerptBody(db, targetId), finder).pieces };
  },
  section(db, { targetId }, finder) {
    const row = first<{ title: string; text: string; dossier: string }>(
      db,
      `SELECT section.title, text, dossier.title AS dossier FROM section JOIN dossier ON dossier.id = dossier_id
       WHERE section.id = ?`,
      targetId,
    )!;
    const body = plainText(JSON.parse(row.text));
    const text = body === '' || finder.find(body, 1).length === 0 ? row.title : body;
    return { title: `${row.dossier} · ${row.title}`, place: null, snippet: cutSnippet(text, finder).pieces };
  },
  dossier(db, { targetId }, finder) {
    const { title } = first<{ title: string }>(db, 'SELECT title FROM dossier WHERE id = ?', targetId)!;
    const body = readDossierBody(db, targetId);
    const text = finder.find(body, 1).length > 0 ? body : title;
    return { title, place: null, snippet: cutSnippet(text, finder).pieces };
  },
};

/** The first word found in an excerpt, in its source; the excerpt's beginning where the word is in its note. */
function findPlace(db: Db, excerptId: string, sourceId: string, finder: HitFinder): SearchHit['place'] {
  const segments = readSegments(db, excerptId);
  let place = { page: segments[0]!.page, offset: segments[0]!.start };
  for (const segment of segments) {
    const hit = finder.find(segment.exact, 1)[0];
    if (hit) {
      place = { page: segment.page, offset: segment.start + hit.start };
      break;
    }
  }
  const row = first<{ label: string | null }>(
    db,
    'SELECT label FROM page WHERE source_id = ? AND idx = ?',
    sourceId,
    place.page,
  );
  return { ...place, label: row?.label ?? null };
}
