import { openDatabase } from '../../electron/core/library/open-database.ts';
import { fillLibrary } from './fill-library.ts';
import { makeQueries, type QueryKind } from './make-queries.ts';
import { type Measurement, time } from './measurement.ts';
import { type BenchCore, openCore } from './open-core.ts';

const EXCERPTS = 100_000;
/** A scan of everything is slow: so many words of each kind are enough. */
const SCANS = 12;
const TARGET = { on: 'p95', limit: 50, because: 'as the user types' } as const;

/** Latency of every kind of query among 100,000 excerpts and their pages, beside a LIKE scan of the same texts. */
export async function measureSearch(tell: (line: string) => void): Promise<Measurement[]> {
  const bench = openCore();
  try {
    const path = await bench.createLibrary('grande.valija');
    await bench.call('library.close', {});
    const filled = await time(() => fillLibrary(path, EXCERPTS, done => tell(`${done} excerpts`)));
    tell(`filled in ${(filled.ms / 1000).toFixed(0)} s`);
    await bench.call('library.open', { file: bench.core.files.grant(path) });
    const kinds = makeQueries(await readTexts(bench));
    const ours: Measurement[] = [];
    for (const kind of kinds) ours.push(await measureKind(bench, kind));
    await bench.call('library.close', {});
    tell('LIKE');
    return [...ours, ...scan(path, kinds)];
  } finally {
    await bench.close();
  }
}

async function readTexts(bench: BenchCore): Promise<string[]> {
  const { items } = await bench.call('excerpts.list', { limit: 1000 });
  return items.map(item => item.exact);
}

/** Every query once, after a first round that warms the caches with every second one of them. */
async function measureKind(bench: BenchCore, { name, queries }: QueryKind): Promise<Measurement> {
  for (const query of queries.filter((_, i) => i % 2 === 0)) await bench.call('search.query', query);
  const samples: number[] = [];
  let found = 0;
  for (const query of queries) {
    const { ms, value } = await time(() => bench.call('search.query', query));
    samples.push(ms);
    if (value.hits.length > 0) found++;
  }
  const note = `${found} of ${queries.length} found something`;
  return { group: 'search', name, unit: 'ms', better: 'lower', samples, target: TARGET, note };
}

/** What the same words cost without an index: every text is read, nothing is ranked. */
function scan(path: string, kinds: readonly QueryKind[]): Measurement[] {
  const db = openDatabase(path, { create: false });
  const like = db.prepare(
    'SELECT id FROM excerpt WHERE exact LIKE ? UNION ALL SELECT id FROM page WHERE text LIKE ?',
  );
  const words = kinds.find(kind => kind.name === 'one word')?.queries.slice(0, SCANS) ?? [];
  const samples: number[] = [];
  for (const { text } of words) {
    const start = performance.now();
    like.all(`%${text}%`, `%${text}%`);
    samples.push(performance.now() - start);
  }
  db.close();
  return [
    { group: 'search', name: 'one word by LIKE', unit: 'ms', better: 'lower', samples: samples.slice(1) },
  ];
}
