import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';
import type { AnchoredPage } from '../../../shared/anchoring/describe-quote.ts';
import type { Page, PageLayout, TextRun } from '../../../shared/model/page.ts';
import type { Db } from './library.ts';
import { all, run } from './statement.ts';

const deflate = promisify(deflateRaw);

/** A page as it is stored: its id given, its layout packed. */
export interface PackedPage {
  id: string;
  index: number;
  label: string | null;
  text: string;
  layout: Buffer;
}

/** A layout as JSON, runs flattened to six numbers each. */
type PackedLayout =
  | { kind: 'fixed'; width: number; height: number; runs: number[] }
  | Extract<PageLayout, { kind: 'flow' }>;

/** Packs pages for the library; done before the transaction, since it takes time. */
export async function packPages(pages: readonly Page[], newId: () => string): Promise<PackedPage[]> {
  const packed: PackedPage[] = [];
  for (const { index, label, text, layout } of pages) {
    packed.push({ id: newId(), index, label, text, layout: await deflate(JSON.stringify(flatten(layout))) });
  }
  return packed;
}

function flatten(layout: PageLayout): PackedLayout {
  if (layout.kind === 'flow') return layout;
  const runs = layout.runs.flatMap(({ start, end, x, y, width, height }) => [
    start,
    end,
    ...[x, y, width, height].map(roundPoints),
  ]);
  return { kind: 'fixed', width: roundPoints(layout.width), height: roundPoints(layout.height), runs };
}

/** A hundredth of a point is finer than any screen. */
function roundPoints(points: number): number {
  return Math.round(points * 100) / 100;
}

function unpackLayout(bytes: Uint8Array): PageLayout {
  const packed = JSON.parse(inflateRawSync(bytes).toString()) as PackedLayout;
  if (packed.kind === 'flow') return packed;
  const runs: TextRun[] = [];
  for (let i = 0; i < packed.runs.length; i += 6) {
    const [start, end, x, y, width, height] = packed.runs.slice(i, i + 6) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    runs.push({ start, end, x, y, width, height });
  }
  return { ...packed, runs };
}

/** Stores the pages of a source. */
export function insertPages(db: Db, sourceId: string, pages: readonly PackedPage[]): void {
  for (const page of pages) {
    run(
      db,
      'INSERT INTO page (id, source_id, idx, label, text, layout) VALUES (?, ?, ?, ?, ?, ?)',
      page.id,
      sourceId,
      page.index,
      page.label,
      page.text,
      page.layout,
    );
  }
}

/** Pages with text and layout, `count` of them from a 0-based index. */
export function readPages(db: Db, sourceId: string, from: number, count: number): Page[] {
  const rows = all<{ idx: number; label: string | null; text: string; layout: Uint8Array }>(
    db,
    'SELECT idx, label, text, layout FROM page WHERE source_id = ? AND idx >= ? ORDER BY idx LIMIT ?',
    sourceId,
    from,
    count,
  );
  return rows.map(({ idx, label, text, layout }) => ({
    index: idx,
    label,
    text,
    layout: unpackLayout(layout),
  }));
}

/** The texts of a source's pages from one index to another, inclusive, as anchoring reads them. */
export function readPageTexts(
  db: Db,
  sourceId: string,
  from = 0,
  to: number = Number.MAX_SAFE_INTEGER,
): AnchoredPage[] {
  return all<AnchoredPage>(
    db,
    'SELECT idx AS "index", text FROM page WHERE source_id = ? AND idx BETWEEN ? AND ? ORDER BY idx',
    sourceId,
    from,
    to,
  );
}
