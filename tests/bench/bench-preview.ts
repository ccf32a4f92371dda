import type { DocumentJson, Section } from '../../shared/model/dossier.ts';
import { type LibraryDossier, makeLibraryDossier } from './make-library-dossier.ts';
import { type Measurement, time } from './measurement.ts';
import { type BenchCore, openCore } from './open-core.ts';

const PAGES = 30;
const WARM_UP = 10;
const KEYSTROKES = 60;

/** Time from the call for a preview, with one part changed since the last, to the PDF's bytes; and the first preview. */
export async function measurePreview(tell: (line: string) => void): Promise<Measurement[]> {
  const bench = openCore();
  try {
    await bench.createLibrary('carpeta.valija');
    const dossier = await makeLibraryDossier(bench, PAGES);
    const first = await time(() => bench.call('dossiers.preview', { id: dossier.id }));
    const pages = first.value.pageCount;
    tell(`${pages} pages`);
    const samples = await typeInto(bench, dossier);
    const row = { group: 'preview', unit: 'ms', better: 'lower' } as const;
    const target = { on: 'p95' as const, limit: 150, because: 'a keystroke shown on the page' };
    return [
      { ...row, name: `${pages} pages, one part changed`, samples, target },
      { ...row, name: `${pages} pages, first preview`, samples: [first.ms] },
    ];
  } finally {
    await bench.close();
  }
}

/** One letter more in the middle of the dossier with every call, as somebody types. */
async function typeInto(bench: BenchCore, { id, sections }: LibraryDossier): Promise<number[]> {
  const section = sections[sections.length >> 1];
  if (!section) throw new Error('the dossier has no parts');
  const samples: number[] = [];
  for (let typed = 1; typed <= WARM_UP + KEYSTROKES; typed++) {
    const draft = { sectionId: section.id, text: appendLetters(section, typed) };
    const { ms } = await time(() => bench.call('dossiers.preview', { id, draft }));
    if (typed > WARM_UP) samples.push(ms);
  }
  return samples;
}

function appendLetters({ text }: Section, count: number): DocumentJson {
  const letters = 'acuerdo de cooperación '.repeat(10).slice(0, count);
  const content = structuredClone(text.content) as { type: string; content?: { text?: string }[] }[];
  const run = content.find(node => node.type === 'paragraph')?.content?.[0];
  if (run?.text === undefined) throw new Error('the part has no paragraph');
  run.text += ` ${letters}`;
  return { ...text, content };
}
