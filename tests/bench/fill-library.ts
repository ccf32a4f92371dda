import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { insertExcerpt } from '../../electron/core/library/excerpts.ts';
import { insertFile } from '../../electron/core/library/files.ts';
import type { Db } from '../../electron/core/library/library.ts';
import { closeDatabase } from '../../electron/core/library/open-database.ts';
import { openLibrary } from '../../electron/core/library/open-library.ts';
import { insertPages, packPages } from '../../electron/core/library/pages.ts';
import { indexWholeSource } from '../../electron/core/library/search-index.ts';
import { insertSource } from '../../electron/core/library/sources.ts';
import { describeSegment } from '../../shared/anchoring/describe-quote.ts';
import type { Page } from '../../shared/model/page.ts';
import { Prose } from './spanish-prose.ts';

/** Tags that excerpts bear: the first on every fourth, the others ever rarer. */
export const tags: readonly string[] = [
  'comercio',
  'fronteras',
  'migración',
  'energía',
  'minería',
  'turismo',
  'hidrovía',
  'corredor bioceánico',
];

const PAGES_PER_SOURCE = 20;
const EXCERPTS_PER_PAGE = 10;
const WORDS_PER_PAGE = 400;

/**
 * Fills a closed library with sources of 20 pages, ten excerpts on each, through the library's own functions: as
 * an import and a user would leave it, but for the originals, which are a line each. `tell` hears every 10,000 excerpts.
 */
export async function fillLibrary(
  path: string,
  excerpts: number,
  tell: (done: number) => void,
): Promise<void> {
  const { db } = openLibrary(path);
  const sources = Math.ceil(excerpts / (PAGES_PER_SOURCE * EXCERPTS_PER_PAGE));
  for (let i = 0; i < sources; i++) {
    await addSource(db, i);
    const done = (i + 1) * PAGES_PER_SOURCE * EXCERPTS_PER_PAGE;
    if (done % 10_000 === 0) tell(done);
  }
  closeDatabase(db);
}

async function addSource(db: Db, number: number): Promise<void> {
  const prose = new Prose(number + 1);
  const pages: Page[] = [];
  for (let index = 0; index < PAGES_PER_SOURCE; index++) pages.push(makePage(prose, index));
  const packed = await packPages(pages, newId);
  db.transaction(() => {
    const sourceId = insertEmptySource(db, prose, number);
    insertPages(db, sourceId, packed);
    for (const page of pages) insertExcerpts(db, prose, sourceId, page);
    indexWholeSource(db, sourceId);
  })();
}

function makePage(prose: Prose, index: number): Page {
  const paragraphs: string[] = [];
  for (let words = 0; words < WORDS_PER_PAGE; words += 80) paragraphs.push(prose.paragraph(72));
  const text = paragraphs.join('\n');
  const layout = {
    kind: 'flow' as const,
    blocks: [{ kind: 'paragraph' as const, level: 0, start: 0, end: text.length }],
  };
  return { index, label: String(index + 1), text, layout };
}

function insertEmptySource(db: Db, prose: Prose, number: number): string {
  const at = new Date(Date.UTC(2020, 0, 1) + number * 3_600_000).toISOString();
  const bytes = Buffer.from(`original ${number}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const fileId = insertFile(db, { id: newId(), sha256, bytes, addedAt: at });
  const id = newId();
  const fileName = `documento-${number + 1}.txt`;
  insertSource(db, {
    id,
    fileId,
    at,
    origin: { format: 'text', mediaType: 'text/plain', fileName, pageCount: PAGES_PER_SOURCE, warnings: [] },
    metadata: {
      type: 'report',
      title: prose.sentence(7).slice(0, -1),
      authors: [{ literal: 'Cancillería' }],
      issued: String(prose.between(1990, 2026)),
      publisher: 'Ministerio de Relaciones Exteriores',
      containerTitle: '',
      url: '',
      language: 'es',
      note: '',
      marking: null,
      tags: number % 5 === 0 ? ['consultas políticas'] : [],
    },
  });
  return id;
}

/** One excerpt a paragraph stretch: 20 to 45 words, spread over the page. */
function insertExcerpts(db: Db, prose: Prose, sourceId: string, page: Page): void {
  const at = new Date(Date.UTC(2021, 0, 1)).toISOString();
  for (let i = 0; i < EXCERPTS_PER_PAGE; i++) {
    const from = page.text.indexOf(' ', Math.floor((page.text.length * i) / (EXCERPTS_PER_PAGE + 1)));
    const to = page.text.indexOf(' ', from + prose.between(120, 270));
    const segment = describeSegment(page, from, to < 0 ? page.text.length : to);
    if (!segment) continue;
    insertExcerpt(db, {
      id: newId(),
      sourceId,
      exact: segment.exact,
      segments: [segment],
      at,
      details: {
        note: prose.random() < 0.2 ? prose.sentence(8) : '',
        language: null,
        translation: '',
        tags: pickTags(prose),
        marking: null,
      },
    });
  }
}

function pickTags(prose: Prose): string[] {
  return tags.filter((_, rank) => prose.random() < 0.25 / (rank + 1));
}
