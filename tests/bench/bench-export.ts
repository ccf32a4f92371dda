import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bigDossier, makeDossier, scaleDossier } from './big-dossier.ts';
import { writeHtml } from './dossier-html.ts';
import { writeTypst } from './dossier-typst.ts';
import { type Measurement, median } from './measurement.ts';
import { type PrintFigures, printWithChromium } from './print-with-chromium.ts';
import { printWithWeasyPrint, typesetWithTypst } from './typeset-with-peers.ts';

/** What one process that exports says of itself; times in milliseconds. */
export interface ExportFigures {
  pages: number;
  bytes: number;
  /** From the start of the process to the written file. */
  coldMs: number;
  /** Largest resident memory of the process after the first export. */
  peakMb: number;
  warmMs: number[];
  /** Time of all threads of the process. */
  warmCpuMs: number[];
}

const RUNS = 3;
const WARM_RUNS = 4;
const execute = promisify(execFile);

/** Pages a second of a 300-page dossier's export, from a cold process and a warm one; beside Chromium's print to PDF, Typst and WeasyPrint. */
export async function measureExport(tell: (line: string) => void): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'valija-bench-'));
  try {
    const content = makeDossier(bigDossier);
    const words = JSON.stringify(content).split(/\s+/).length;
    const contentFile = join(folder, 'content.json');
    writeFileSync(contentFile, JSON.stringify(content));
    tell(`a dossier of ${words} words`);
    const ours: ExportFigures[] = [];
    for (let run = 0; run < RUNS; run++) {
      ours.push(await exportInProcess(contentFile, join(folder, 'dossier.pdf'), run === 0 ? WARM_RUNS : 0));
    }
    tell('Chromium');
    const chromium = await printWithChromium(writeHtml(content), RUNS, tell);
    tell('Typst');
    const typst = await typesetWithTypst(writeTypst(content), folder, tell);
    tell('WeasyPrint');
    const weasyPrint = await printWithWeasyPrint(writeHtml(content), folder, tell);
    const growth = await measureGrowth(folder, tell);
    return [
      ...growth,
      ...describeOurs(ours, chromium, { typst, weasyPrint }),
      ...describePeer('Chromium', chromium),
      ...describePeer('Typst', typst),
      ...describePeer('WeasyPrint', weasyPrint),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function exportInProcess(content: string, pdf: string, warm: number): Promise<ExportFigures> {
  const program = join(import.meta.dirname, 'export-once.ts');
  const { stdout } = await execute(process.execPath, [program, content, pdf, String(warm)]);
  return JSON.parse(stdout) as ExportFigures;
}

/** Pages of the dossiers whose cost must grow in step. */
const GROWTH = [250, 500, 1000, 2000];
/** How much more a page may cost in the longest of them than in the shortest. */
const MOST_GROWTH = 1.25;

/** What a page costs in dossiers of several lengths: the same in each, if the whole grows linearly. */
async function measureGrowth(folder: string, tell: (line: string) => void): Promise<Measurement[]> {
  const file = join(folder, 'growth.json');
  const rows: Measurement[] = [];
  for (const wanted of GROWTH) {
    writeFileSync(file, JSON.stringify(makeDossier(scaleDossier(wanted))));
    const { pages, warmCpuMs, peakMb } = await exportInProcess(file, join(folder, 'growth.pdf'), 2);
    tell(`${pages} pages`);
    const name = `${pages} pages: processor time a page, warm`;
    const samples = warmCpuMs.map(ms => ms / pages);
    const row = { group: 'export', unit: 'ms', better: 'lower', name, samples } as const;
    const shortest = rows[0]?.samples;
    const limit = shortest ? median(shortest) * MOST_GROWTH : Number.NaN;
    const target = { on: 'median' as const, limit, because: 'no more than in a short one' };
    rows.push(shortest ? { ...row, target } : row);
    rows.push({ ...weight, name: `${pages} pages: peak memory`, samples: [peakMb] });
  }
  return rows;
}

const speed = { group: 'export', unit: 'pages/s', better: 'higher' } as const;
const weight = { group: 'export', unit: 'MB', better: 'lower' } as const;

/** What a 300-page dossier's export is held to: pages a second when cold, and megabytes of the file. */
const GOAL = { cold: 150, fileMb: 2 };

function describeOurs(
  figures: readonly ExportFigures[],
  peer: PrintFigures | null,
  others: { typst: PrintFigures | null; weasyPrint: PrintFigures | null },
): Measurement[] {
  const peaks = [peer, others.typst, others.weasyPrint].flatMap(each => each?.peakMb ?? []);
  const pages = figures[0]?.pages ?? 0;
  const warm = figures.flatMap(figure => figure.warmMs);
  const ahead = (samples: number[] | undefined) =>
    samples && { on: 'median' as const, limit: median(samples), because: 'ahead of Chromium' };
  return [
    {
      ...speed,
      name: `${pages} pages, fresh process`,
      samples: figures.map(figure => (pages / figure.coldMs) * 1000),
      target: { on: 'median', limit: GOAL.cold, because: 'a folder in two seconds' },
    },
    {
      ...speed,
      name: `${pages} pages, warm`,
      samples: warm.map(ms => (pages / ms) * 1000),
      target: ahead(peer?.warm),
    },
    {
      ...weight,
      name: 'peak memory',
      samples: figures.map(figure => figure.peakMb),
      target: peaks.length
        ? { on: 'median', limit: Math.min(...peaks), because: 'below every peer' }
        : undefined,
    },
    {
      ...weight,
      name: 'file',
      samples: figures.map(figure => figure.bytes / 1e6),
      target: { on: 'median', limit: GOAL.fileMb, because: 'fits a mail' },
    },
  ];
}

function describePeer(name: string, peer: PrintFigures | null): Measurement[] {
  const pages = peer ? `${peer.pages} pages, ` : '';
  return [
    { ...speed, name: `${name}: ${pages}fresh process`, samples: peer?.cold ?? null },
    { ...speed, name: `${name}: ${pages}warm`, samples: peer?.warm.length ? peer.warm : null },
    { ...weight, name: `${name}: peak memory`, samples: peer?.peakMb ?? null },
    { ...weight, name: `${name}: file`, samples: peer && [peer.fileMb] },
  ];
}
