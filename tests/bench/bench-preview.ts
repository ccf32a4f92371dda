import type { DocumentJson, Section } from '../../shared/model/dossier.ts';
import { type LibraryDossier, makeLibraryDossier } from './make-library-dossier.ts';
import { type Measurement, time } from './measurement.ts';
import { type BenchCore, openCore } from './open-core.ts';

/** Sizes of dossiers, and within how many milliseconds a keystroke in them is to be seen on the page. */
export const PREVIEWED = [
  { pages: 30, limit: 100 },
  { pages: 300, limit: 250 },
] as const;

const WARM_UP = 10;
const KEYSTROKES = 60;
/** Pages painted on either side of the part that is written: what the window asks for. */
const AROUND = 2;

/** Time from the call for a preview, with one part changed since the last, to the PDF's bytes; and the first preview. */
export async function measurePreview(tell: (line: string) => void): Promise<Measurement[]> {
  const rows: Measurement[] = [];
  for (const { pages, limit } of PREVIEWED) rows.push(...(await measureDossier(pages, limit, tell)));
  return rows;
}

async function measureDossier(
  size: number,
  limit: number,
  tell: (line: string) => void,
): Promise<Measurement[]> {
  const bench = openCore();
  try {
    await bench.createLibrary('carpeta.valija');
    const dossier = await makeLibraryDossier(bench, size);
    const first = await time(() => bench.call('dossiers.preview', { id: dossier.id }));
    const pages = first.value.pageCount;
    tell(`${pages} pages`);
    const { wall, cpu } = await typeInto(bench, dossier, first.value.sectionPages);
    const row = { group: 'preview', unit: 'ms', better: 'lower' } as const;
    const target = { on: 'p95' as const, limit, because: 'a keystroke shown on the page' };
    return [
      { ...row, name: `${pages} pages, one part changed`, samples: wall, target },
      { ...row, name: `${pages} pages, one part changed: processor`, samples: cpu },
      { ...row, name: `${pages} pages, first preview, every page`, samples: [first.ms] },
    ];
  } finally {
    await bench.close();
  }
}

interface Times {
  wall: number[];
  /** Time of all threads of the process: what other programs on the machine do is not in it. */
  cpu: number[];
}

/** One letter more in the middle of the dossier with every call, as somebody types who sees the part's first pages. */
async function typeInto(
  bench: BenchCore,
  { id, sections }: LibraryDossier,
  sectionPages: Record<string, number>,
): Promise<Times> {
  const section = sections[sections.length >> 1];
  if (!section) throw new Error('the dossier has no parts');
  const page = sectionPages[section.id] ?? 1;
  const pages = { from: Math.max(1, page - AROUND), to: page + AROUND };
  const times: Times = { wall: [], cpu: [] };
  for (let typed = 1; typed <= WARM_UP + KEYSTROKES; typed++) {
    const draft = { sectionId: section.id, text: appendLetters(section, typed) };
    const before = process.cpuUsage();
    const { ms } = await time(() => bench.call('dossiers.preview', { id, draft, pages }));
    const { user, system } = process.cpuUsage(before);
    if (typed <= WARM_UP) continue;
    times.wall.push(ms);
    times.cpu.push((user + system) / 1000);
  }
  return times;
}

function appendLetters({ text }: Section, count: number): DocumentJson {
  const letters = 'acuerdo de cooperación '.repeat(10).slice(0, count);
  const content = structuredClone(text.content) as { type: string; content?: { text?: string }[] }[];
  const run = content.find(node => node.type === 'paragraph')?.content?.[0];
  if (run?.text === undefined) throw new Error('the part has no paragraph');
  run.text += ` ${letters}`;
  return { ...text, content };
}
