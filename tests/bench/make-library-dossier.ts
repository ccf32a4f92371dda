import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentJson, Section } from '../../shared/model/dossier.ts';
import type { BenchCore } from './open-core.ts';
import { Prose } from './spanish-prose.ts';

/** A dossier in the open library of a core, with the parts that bear text. */
export interface LibraryDossier {
  id: string;
  title: string;
  sections: Section[];
}

const SOURCES = 6;
const PARAGRAPHS_PER_SOURCE = 40;
/** Quotes of a dossier: some, and so many more with every page. */
const QUOTES = { few: 30, aPage: 0.3 };
/** Parts that bear text, after cover and contents. */
const PARTS = 10;

/** Makes a dossier of about so many pages in the open library: sources, excerpts, and parts full of text, quotes and tables. */
export async function makeLibraryDossier(bench: BenchCore, pages: number): Promise<LibraryDossier> {
  const prose = new Prose(3030);
  await importSources(bench, prose);
  const quotes = await keepExcerpts(bench, prose, Math.round(QUOTES.few + QUOTES.aPage * pages));
  const templates = await bench.call('dossiers.templates', {});
  const title = `Carpeta de ${pages} páginas`;
  const dossier = await bench.call('dossiers.create', {
    templateId: templates.items[0]?.id ?? '',
    language: 'es',
    details: { title },
  });
  const [written, spare] = [dossier.sections.slice(2, 2 + PARTS), dossier.sections.slice(2 + PARTS)];
  for (const { id } of spare) await bench.call('sections.trash', { id });
  const quotesEach = Math.ceil(quotes.length / PARTS);
  // Quotes, headings and tables fill some pages; so many words of the parts' own fill each of the others.
  const words = Math.round((Math.max(4, pages - 17) * 238) / PARTS);
  const sections: Section[] = [];
  for (const [i, section] of written.entries()) {
    const own = quotes.slice(i * quotesEach, (i + 1) * quotesEach);
    const text = composeText(prose, words, own);
    const { id, revision } = section;
    sections.push(await bench.call('sections.update', { id, revision, changes: { text } }));
  }
  return { id: dossier.id, title, sections };
}

async function importSources(bench: BenchCore, prose: Prose): Promise<void> {
  const files: string[] = [];
  for (let i = 0; i < SOURCES; i++) {
    const path = join(bench.folder, `nota-${i + 1}.txt`);
    const paragraphs = Array.from({ length: PARAGRAPHS_PER_SOURCE }, () => prose.paragraph(60));
    writeFileSync(path, paragraphs.join('\n\n'));
    files.push(bench.core.files.grant(path));
  }
  await bench.runJob(() => bench.call('sources.import', { files }));
}

async function keepExcerpts(bench: BenchCore, prose: Prose, count: number): Promise<string[]> {
  const { items } = await bench.call('sources.list', {});
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const sourceId = items[i % items.length]?.id ?? '';
    const { pages } = await bench.call('sources.pages', { id: sourceId, from: 0, count: 1 });
    const text = pages[0]?.text ?? '';
    const start = text.indexOf('. ', prose.between(0, text.length - 2000)) + 2;
    const end = text.indexOf('. ', start + 150) + 1;
    const place = { start: { page: 0, offset: start }, end: { page: 0, offset: end } };
    ids.push((await bench.call('excerpts.create', { sourceId, ...place })).id);
  }
  return ids;
}

type NodeJson = Record<string, unknown>;

function composeText(prose: Prose, words: number, quotes: readonly string[]): DocumentJson {
  const content: NodeJson[] = [heading(prose)];
  for (let count = 0; count < words; count += 60) {
    content.push(paragraph([textNode(prose.paragraph(52)), ...(count === 60 ? [footnote(prose)] : [])]));
    if (count % 240 === 180) content.push(heading(prose));
  }
  for (const excerptId of quotes) content.splice(3, 0, { type: 'excerpt_quote', attrs: { excerptId } });
  content.push(table(prose));
  return { type: 'doc', content };
}

function textNode(text: string): NodeJson {
  return { type: 'text', text };
}

function paragraph(content: NodeJson[]): NodeJson {
  return { type: 'paragraph', content };
}

function heading(prose: Prose): NodeJson {
  return { type: 'heading', attrs: { level: 1 }, content: [textNode(prose.sentence(6).slice(0, -1))] };
}

function footnote(prose: Prose): NodeJson {
  return { type: 'footnote', content: [textNode(prose.sentence(10))] };
}

function table(prose: Prose): NodeJson {
  const row = (type: string, words: number) => ({
    type: 'table_row',
    content: [3, words, 2].map(count => ({ type, content: [paragraph([textNode(prose.sentence(count))])] })),
  });
  const rows = [row('table_header', 2), ...Array.from({ length: 6 }, () => row('table_cell', 9))];
  return { type: 'table', attrs: { caption: 'Compromisos' }, content: rows };
}
