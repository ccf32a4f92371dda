import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDensePdf } from './make-dense-pdf.ts';
import { type Measurement, median, time } from './measurement.ts';
import { type BenchCore, openCore } from './open-core.ts';
import { hasProgram, runProgram } from './programs.ts';

const FILES = 12;
const PAGES_PER_FILE = 20;
const PAGES = FILES * PAGES_PER_FILE;
const RUNS = 5;

/** Pages a second of dense Spanish PDF pages into the library: read in children, stored, indexed; beside pdftotext. */
export async function measureImport(tell: (line: string) => void): Promise<Measurement[]> {
  const bench = openCore();
  try {
    tell(`making ${FILES} files of ${PAGES_PER_FILE} pages`);
    const paths = await writeFiles(bench.folder);
    tell('importing');
    const ours: number[] = [];
    for (let run = 0; run <= RUNS; run++) ours.push(PAGES / (await importOnce(bench, paths, run)));
    tell('pdftotext');
    const peers = await measurePdftotext(paths);
    return describeFigures(ours, peers);
  } finally {
    await bench.close();
  }
}

async function writeFiles(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (let i = 0; i < FILES; i++) {
    const path = join(folder, `informe-${i + 1}.pdf`);
    writeFileSync(path, await makeDensePdf(i + 1, PAGES_PER_FILE));
    paths.push(path);
  }
  return paths;
}

/** Seconds from the call to the end of the job, in a library of its own. */
async function importOnce(bench: BenchCore, paths: readonly string[], run: number): Promise<number> {
  await bench.createLibrary(`run-${run}.valija`);
  const files = paths.map(path => bench.core.files.grant(path));
  const { ms, value } = await time(() => bench.runJob(() => bench.call('sources.import', { files })));
  if (value.result?.kind !== 'import') throw new Error('the import gave no result');
  const failed = value.result.outcomes.filter(outcome => outcome.kind !== 'imported');
  const { items } = await bench.call('sources.list', {});
  const pages = items.reduce((sum, source) => sum + source.pageCount, 0);
  if (failed.length > 0 || pages !== PAGES)
    throw new Error(`${failed.length} files failed, ${pages} pages came`);
  return ms / 1000;
}

interface PeerSamples {
  inTurn: number[];
  twoAtOnce: number[];
}

/** Pages a second of pdftotext, a process per file: one after the other, and two at once as the importer reads them. */
async function measurePdftotext(paths: readonly string[]): Promise<PeerSamples | null> {
  if (!(await hasProgram('pdftotext', '-v'))) return null;
  const samples: PeerSamples = { inTurn: [], twoAtOnce: [] };
  for (let run = 0; run <= RUNS; run++) {
    const alone = await time(() => convert([...paths]));
    const queue = [...paths];
    const together = await time(() => Promise.all([convert(queue), convert(queue)]));
    if (run === 0) continue;
    samples.inTurn.push(PAGES / (alone.ms / 1000));
    samples.twoAtOnce.push(PAGES / (together.ms / 1000));
  }
  return samples;
}

async function convert(queue: string[]): Promise<void> {
  for (let path = queue.shift(); path; path = queue.shift()) await runProgram('pdftotext', [path, '-']);
}

function describeFigures([first, ...warm]: number[], peers: PeerSamples | null): Measurement[] {
  const speed = { group: 'import', unit: 'pages/s', better: 'higher' } as const;
  const limit = peers && median(peers.inTurn) / 2;
  const target = limit === null ? undefined : { on: 'median' as const, limit, because: 'half of pdftotext' };
  return [
    { ...speed, name: `${PAGES} dense pages, ${FILES} files`, samples: warm, target },
    { ...speed, name: 'the same, first import after the start', samples: first === undefined ? [] : [first] },
    { ...speed, name: 'pdftotext, a process per file', samples: peers?.inTurn ?? null },
    { ...speed, name: 'pdftotext, two processes at once', samples: peers?.twoAtOnce ?? null },
  ];
}
