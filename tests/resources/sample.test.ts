import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { blockSchema } from '../../electron/cli/dossier-blocks.ts';
import { dossierFileSchema } from '../../electron/cli/dossier-file.ts';
import { DOCUMENTS, listMadeDocuments, makeDocument, PICTURES } from '../../resources/sample/make/make.ts';
import { pictures } from '../../resources/sample/make/pictures.ts';
import { chartKinds } from '../../shared/model/chart.ts';
import { normaliseText, readPdf, readSampleText } from './sample-text.ts';

interface Excerpt {
  key: string;
  file: string;
  exact: string;
  language: string;
  acrossPages?: string[];
}

interface Block {
  type: string;
  excerpt?: string;
  text?: string;
  items?: string[];
  header?: string[];
  rows?: string[][];
  blocks?: Block[];
}

interface Part {
  key: string;
  blocks: Block[];
  footnotes: Record<string, string>;
}

interface Dossier {
  documents: { file: string; title: string; authors: { literal: string }[]; issued: string }[];
  details: { meeting: { axes: string[] } };
  parts: Part[];
  excerpts: Excerpt[];
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dossier = JSON.parse(await readFile(join(root, 'resources/sample/dossier.json'), 'utf8')) as Dossier;
const names = (await readdir(DOCUMENTS)).sort();
const made = await listMadeDocuments();
const pdfs = names.filter(name => name.endsWith('.pdf'));
const read = (name: string): Promise<string> => readSampleText(join(DOCUMENTS, name));

const PARTS = [
  ...[
    'cover',
    'contents',
    'steeringBrief',
    'programme',
    'delegations',
    'objectives',
    'topicBrief',
    'topicBrief',
  ],
  ...[
    'topicBrief',
    'talkingPoints',
    'defensiveQa',
    'commitments',
    'countryProfile',
    'biographies',
    'chronology',
  ],
  ...['treaties', 'pressLine', 'jointStatement', 'aideMemoire', 'annexes', 'sources', 'addendum', 'minutes'],
];

function textsOf(block: Block): string[] {
  const own = [
    block.text ?? '',
    ...(block.items ?? []),
    ...(block.header ?? []),
    ...(block.rows ?? []).flat(),
  ];
  return [...own, ...(block.blocks ?? []).flatMap(textsOf)];
}

/** Every block, those of the points among them. */
function allBlocks(): Block[] {
  return dossier.parts.flatMap(part => part.blocks.flatMap(block => [block, ...(block.blocks ?? [])]));
}

describe('sample documents', () => {
  test('are of every ordinary format, and small', async () => {
    const count = (extension: string): number => names.filter(name => name.endsWith(extension)).length;
    expect(names.length).toBeGreaterThanOrEqual(14);
    expect(count('.pdf')).toBeGreaterThanOrEqual(5);
    expect(count('.docx')).toBeGreaterThanOrEqual(3);
    for (const extension of ['.html', '.md', '.txt']) expect(count(extension)).toBeGreaterThanOrEqual(2);
    const sizes = await Promise.all(names.map(async name => (await stat(join(DOCUMENTS, name))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
  });

  test.each(names)('%s says on its face that it is a sample', async name => {
    const face = (await read(name)).slice(0, 1200).toLowerCase();
    expect(face).toMatch(/documento de muestra|sample document/);
  });

  test.each(pdfs)('%s has title, author, date and language', async name => {
    const { info, language } = await readPdf(join(DOCUMENTS, name));
    expect(info.Title).toMatch(/\S/);
    expect(info.Author).toMatch(/muestra|sample/);
    expect(info.CreationDate).toMatch(/^D:201\d/);
    expect(language).toMatch(/^(es|en)$/);
  });

  test.each(pdfs)('%s numbers its front pages in roman and its body from 1', async name => {
    const { pages } = await readPdf(join(DOCUMENTS, name));
    const labels = pages.map(page => page.label);
    const front = labels.indexOf('1');
    expect(front).toBeGreaterThanOrEqual(2);
    expect(labels.slice(0, front)).toEqual(['i', 'ii', 'iii'].slice(0, front));
    expect(labels.slice(front)).toEqual(['1', '2', '3', '4'].slice(0, labels.length - front));
  });

  test.each(pdfs)('%s divides a word at a line end and a sentence at a page end', async name => {
    const { pages } = await readPdf(join(DOCUMENTS, name));
    expect(pages.map(page => page.text).join('\n')).toMatch(/\p{L}-\s*\n\s*\p{Ll}/u);
    const body = pages.slice(pages.findIndex(page => page.label === '1'));
    expect(body[0]?.text.trim()).not.toMatch(/[.:]$/);
    expect(body[1]?.text.trim()).toMatch(/^\p{Ll}/u);
  });

  test.each(made)('%s is what its paper makes, byte for byte', async name => {
    const bytes = await makeDocument(name);
    const kept = await readFile(join(DOCUMENTS, name));
    expect(Buffer.compare(Buffer.from(bytes), kept)).toBe(0);
  });

  test('disagree where the real sources disagree', async () => {
    const balance = await read('balance-diplomacia-de-gabinetes-2018.pdf');
    expect(balance).toContain('tres reuniones del gabinete');
    expect(balance).toContain('once reuniones');
    expect(await read('acta-iv-gabinete-peru-bolivia-2018.pdf')).toContain('ha celebrado cuatro reuniones');
    expect(await read('gabinete-peru-ecuador-quito-2018.docx')).toContain('ha celebrado doce reuniones');
    const consultations = await read('consultas-peru-union-europea-2018.pdf');
    expect(consultations).toContain('VII Consultas bilaterales');
    expect(consultations).toContain('La VIII reunión de consultas');
  });
});

describe('specimen dossiers', () => {
  test('have their pictures from the rule, byte for byte', async () => {
    for (const [name, make] of Object.entries(pictures)) {
      const kept = await readFile(join(PICTURES, name));
      expect(Buffer.compare(Buffer.from(await make()), kept), name).toBe(0);
    }
    expect((await readdir(PICTURES)).sort()).toEqual(Object.keys(pictures).sort());
  });

  test.each(['es', 'en'])('the one in %s uses every kind of block', async language => {
    const file = await readFile(join(root, `resources/sample/specimen-${language}.json`), 'utf8');
    const { parts } = dossierFileSchema.parse(JSON.parse(file));
    const used = new Set(parts.flatMap(part => part.blocks.map(block => block.type)));
    expect([...used].toSorted()).toEqual(
      blockSchema.options.flatMap(option => typesOf(option.shape.type)).toSorted(),
    );
    const charts = parts.flatMap(part =>
      part.blocks.flatMap(block => (block.type === 'chart' ? [block.chart.kind] : [])),
    );
    expect(new Set(charts)).toEqual(new Set(chartKinds));
    for (const mark of [
      /\+\+/,
      /__/,
      /\[\[/,
      /\{e[ns]:/,
      /\]\(https:/,
      /"side"/,
      /\[&/,
      /:title\]/,
      /:page\]/,
      /rowspan/,
      /"colspan"/,
      /"warning"/,
      /"internal"/,
      /"translation"/,
      /"ordered"/,
    ])
      expect(file).toMatch(mark);
  });
});

type BlockType = (typeof blockSchema.options)[number]['shape']['type'];

function typesOf(type: BlockType): string[] {
  return 'options' in type ? [...type.options] : [...type.values];
}

describe('sample dossier', () => {
  test('has every part of the template, in order, with one topic brief for each axis', () => {
    expect(dossier.parts.map(part => part.key)).toEqual(PARTS);
    const briefs = dossier.parts.filter(part => part.key === 'topicBrief');
    expect(briefs).toHaveLength(dossier.details.meeting.axes.length);
    for (const part of dossier.parts) expect(part.blocks.length).toBeGreaterThan(0);
  });

  test('has excerpts enough, from documents enough, in both languages', () => {
    expect(dossier.excerpts.length).toBeGreaterThanOrEqual(24);
    expect(new Set(dossier.excerpts.map(excerpt => excerpt.key)).size).toBe(dossier.excerpts.length);
    expect(new Set(dossier.excerpts.map(excerpt => excerpt.file)).size).toBeGreaterThanOrEqual(10);
    expect(new Set(dossier.excerpts.map(excerpt => excerpt.language))).toEqual(new Set(['es', 'en']));
  });

  test.each(dossier.excerpts)('excerpt $key reads in $file as it is given, once', async excerpt => {
    const text = await read(excerpt.file);
    expect(text.split(excerpt.exact)).toHaveLength(2);
  });

  test('names the plain-text documents as they name themselves', async () => {
    expect(dossier.documents.map(each => each.file)).toEqual(names.filter(name => name.endsWith('.txt')));
    for (const { file, title, authors, issued } of dossier.documents) {
      const text = await read(file);
      for (const words of [title, authors[0]?.literal ?? '', issued]) expect(text).toContain(words);
    }
  });

  test('quotes every excerpt, and none that is not there', () => {
    const quoted = allBlocks().flatMap(block => (block.type === 'quote' ? [block.excerpt] : []));
    expect(quoted.toSorted()).toEqual(dossier.excerpts.map(excerpt => excerpt.key).toSorted());
  });

  test('shows points to make, a chart and references to both', () => {
    const types = new Set(allBlocks().map(block => block.type));
    for (const type of ['point', 'chart', 'table', 'quote']) expect(types).toContain(type);
    const texts = allBlocks().flatMap(textsOf).join(' ');
    for (const reference of ['[@exportaciones]', '[@productos]', '[@compromisos:page]'])
      expect(texts).toContain(reference);
  });

  test('has an excerpt across pages, one on a roman page and one with a divided word', async () => {
    const across = dossier.excerpts.filter(excerpt => excerpt.acrossPages);
    expect(across.length).toBeGreaterThanOrEqual(2);
    for (const { file, acrossPages = [], exact } of across) {
      const { pages } = await readPdf(join(DOCUMENTS, file));
      const at = acrossPages.map(words => pages.findIndex(page => normaliseText(page.text).includes(words)));
      expect(at[0]).toBeGreaterThanOrEqual(0);
      expect(at[1]).toBe((at[0] ?? 0) + 1);
      expect(normaliseText(acrossPages.join('\n'))).toBe(exact);
    }
    const places = await Promise.all(
      dossier.excerpts.filter(excerpt => excerpt.file.endsWith('.pdf')).map(findPlace),
    );
    expect(places.some(place => place.isRoman)).toBe(true);
    expect(places.some(place => place.isDivided)).toBe(true);
  });

  test('gives every footnote it calls and every table row its cells', () => {
    for (const part of dossier.parts) {
      const texts = part.blocks.flatMap(textsOf);
      const called = texts.flatMap(text => [...text.matchAll(/\[\^(\d+)\]/g)].map(match => match[1]));
      expect(called).toEqual(Object.keys(part.footnotes));
      for (const { header = [], rows = [] } of part.blocks)
        for (const row of rows) expect(row).toHaveLength(header.length);
    }
  });

  test('gives its commitments word for word, with the page where they stand', async () => {
    const part = dossier.parts.find(each => each.key === 'commitments');
    const rows = part?.blocks.find(block => block.type === 'table')?.rows ?? [];
    const { pages } = await readPdf(join(DOCUMENTS, 'nota-conceptual-dialogo-peru-eeuu-2018.pdf'));
    expect(rows.length).toBeGreaterThanOrEqual(6);
    for (const [, text = '', source = ''] of rows) {
      const label = source.replace(/^Nota conceptual, p\. /, '');
      const page = pages.find(each => each.label === label);
      expect(normaliseText(page?.text ?? '')).toContain(text.slice(1, -1));
    }
  });
});

async function findPlace(excerpt: Excerpt): Promise<{ isRoman: boolean; isDivided: boolean }> {
  const { pages } = await readPdf(join(DOCUMENTS, excerpt.file));
  const page = pages.find(each => normaliseText(each.text).includes(excerpt.exact));
  const undivided = page?.text.replace(/\s+/g, ' ') ?? '';
  return {
    isRoman: /^[iv]+$/.test(page?.label ?? ''),
    isDivided: !!page && !undivided.includes(excerpt.exact),
  };
}
