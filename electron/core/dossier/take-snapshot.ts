import type { DocumentJson } from '../../../shared/model/dossier.ts';
import { defaultPreset, type ExportPreset } from '../../../shared/model/output.ts';
import { getStyle, readCsl } from '../library/citation-styles.ts';
import { getDossier } from '../library/dossiers.ts';
import { findImage } from '../library/images.ts';
import type { Db } from '../library/library.ts';
import { readPages } from '../library/pages.ts';
import { listSections, readReferences } from '../library/sections.ts';
import { getSource } from '../library/sources.ts';
import { first } from '../library/statement.ts';
import { checkText } from './check-text.ts';
import { listImageIds } from './list-image-ids.ts';
import { locateQuote } from './locate-quote.ts';
import { type ReadQuote, readQuotesOf } from './read-quote.ts';
import type {
  DossierSnapshot,
  QuotePlace,
  SnapshotExcerpt,
  SnapshotImage,
  SnapshotStyle,
} from './snapshot.ts';
import type { Templates } from './templates.ts';

/** A part's text that is not saved yet, for the preview. */
export interface Draft {
  sectionId: string;
  text: DocumentJson;
}

/** Which originals go with the dossier. */
export type WantedAnnexes = Pick<ExportPreset, 'annexes' | 'annexSourceIds'>;

/**
 * Reads everything a dossier's paper is made from; every quote is verified against its source as it is now. Where originals
 * are bound in, their quoted passages are located too. `readQuote` reads each quote, anew when absent. Throws `notFound`.
 */
export function takeSnapshot(
  db: Db,
  templates: Templates,
  dossierId: string,
  draft?: Draft,
  wanted: WantedAnnexes = defaultPreset,
  readQuote: ReadQuote = readQuotesOf(db),
): DossierSnapshot {
  const dossier = getDossier(db, dossierId);
  const sections = listSections(db, dossierId).filter(section => section.included);
  const references = sections.map(section => {
    if (draft?.sectionId !== section.id) return readReferences(db, section.id);
    const text = checkText(draft.text);
    section.text = text.json;
    return text;
  });
  const excerptIds = references.flatMap(text => text.excerptIds);
  const excerpts = readExcerpts(readQuote, excerptIds, dossier.updatedAt);
  const quoted = Object.values(excerpts).map(excerpt => excerpt.sourceId);
  const annexed = wanted.annexes === 'none' ? [] : (wanted.annexSourceIds ?? []);
  const sources: DossierSnapshot['sources'] = {};
  for (const id of [...quoted, ...references.flatMap(text => text.sourceIds), ...annexed]) {
    if (!sources[id] && hasSource(db, id)) sources[id] = getSource(db, id);
  }
  return {
    dossier,
    sections,
    excerpts,
    sources,
    images: readImages(
      db,
      sections.flatMap(section => listImageIds(section.text)),
    ),
    places: wanted.annexes === 'merged' ? locateQuotes(db, excerpts, wanted.annexSourceIds) : {},
    texts: wanted.annexes === 'merged' ? readTexts(db, wanted.annexSourceIds ?? quoted, sources) : {},
    markingSchemes: templates.listMarkings(),
    citationStyle: readCitationStyle(db, dossier.citationStyleId),
  };
}

function readCitationStyle(db: Db, id: string | null): SnapshotStyle | null {
  if (id === null) return null;
  const { title, kind } = getStyle(db, id);
  return { title, kind, csl: readCsl(db, id)! };
}

function readExcerpts(
  readQuote: ReadQuote,
  ids: readonly string[],
  at: string,
): Record<string, SnapshotExcerpt> {
  const excerpts: Record<string, SnapshotExcerpt> = {};
  for (const id of new Set(ids)) {
    const quote = readQuote(id);
    if (quote) excerpts[id] = { ...quote, verifiedAt: at };
  }
  return excerpts;
}

function hasSource(db: Db, id: string): boolean {
  return first(db, 'SELECT 1 FROM source WHERE id = ?', id) !== undefined;
}

function readImages(db: Db, ids: readonly string[]): Record<string, SnapshotImage> {
  const images: Record<string, SnapshotImage> = {};
  for (const id of new Set(ids)) {
    const image = findImage(db, id);
    if (!image) continue;
    const { fileName, pixelWidth, pixelHeight, profileDropped } = image;
    images[id] = { fileName, pixelWidth, pixelHeight, profileDropped };
  }
  return images;
}

/** Letters of an original's text that are set at most: some 700 pages. */
const LONGEST_TEXT = 2_000_000;

/** The texts of originals that have no pages to bind in; one that is longer than a book stays out. */
function readTexts(
  db: Db,
  ids: readonly string[],
  sources: DossierSnapshot['sources'],
): DossierSnapshot['texts'] {
  const texts: DossierSnapshot['texts'] = {};
  for (const id of new Set(ids)) {
    if (!sources[id] || sources[id].format === 'pdf') continue;
    const pages = readPages(db, id, 0, Number.MAX_SAFE_INTEGER).map(({ text, layout }) => ({
      text,
      blocks: layout.kind === 'flow' ? layout.blocks : [],
    }));
    const length = pages.reduce((sum, { text }) => sum + text.length, 0);
    if (length <= LONGEST_TEXT) texts[id] = pages;
  }
  return texts;
}

/** Where quotes stand in their originals now; a changed one stands nowhere. */
function locateQuotes(
  db: Db,
  excerpts: Record<string, SnapshotExcerpt>,
  sourceIds: readonly string[] | null,
): DossierSnapshot['places'] {
  const found = Object.values(excerpts).filter(
    excerpt =>
      excerpt.verification.status !== 'changed' &&
      excerpt.trashedAt === null &&
      (sourceIds === null || sourceIds.includes(excerpt.sourceId)),
  );
  return Object.fromEntries(found.map(excerpt => [excerpt.id, locateExcerpt(db, excerpt)]));
}

function locateExcerpt(db: Db, { sourceId, segments, verification }: SnapshotExcerpt): QuotePlace[] {
  return (verification.segments ?? segments).flatMap(({ page, start, end }) => {
    const [read] = readPages(db, sourceId, page, 1);
    return read ? [{ page, boxes: locateQuote(read.layout, start, end) }] : [];
  });
}
