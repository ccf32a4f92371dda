import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExportPreset } from '../../../shared/model/output.ts';
import { comparePage, findDifference } from '../../helpers/compare-pages.ts';
import { rasterPages } from '../../helpers/pdf-raster.ts';
import { readPdf } from '../../helpers/pdf-read.ts';
import {
  openSpecimenLibrary,
  type SpecimenLanguage,
  type SpecimenLibrary,
} from '../../helpers/specimen-library.ts';

const DPI = 56;

let library: SpecimenLibrary;

beforeAll(async () => {
  library = await openSpecimenLibrary();
});

afterAll(() => library.close());

interface Look {
  language: SpecimenLanguage;
  changes: Partial<ExportPreset>;
  /** Pages by name: the first page, from `after` on, that has all these words. */
  pages: Record<string, { words: string[]; after?: number }>;
}

const output = (kind: ExportPreset['outputs'][number]['kind']): Partial<ExportPreset> => ({
  outputs: [{ kind, format: 'pdf' }],
});

/** The pages whose look is kept: one of each kind that a reader would notice. */
const looks: Record<string, Look> = {
  folder: {
    language: 'es',
    changes: { annexes: 'merged' },
    pages: {
      cover: { words: ['Contraparte'] },
      contents: { words: ['Índice', 'Nota de síntesis'] },
      'topic-brief': { words: ['Antecedentes utilizables', 'Traducción:'], after: 3 },
      'figures-and-terms': { words: ['Vocabulario convenido', 'Figura'], after: 3 },
      'wide-table': { words: ['Compromisos en curso y propuestos', 'Próximo paso'], after: 3 },
      charts: { words: ['Figura 5'], after: 3 },
      'long-table': { words: ['Cuadro 4 (continuación)'] },
      parallel: { words: ['Joint statement', 'Declaración conjunta'], after: 3 },
      'annex-cover': { words: ['Páginas del original: 5'], after: 28 },
      'annex-page': { words: ['1. Antecedentes inmediatos', 'Popolizio'], after: 28 },
      'name-index': { words: ['Índice de nombres', 'Rothstein'], after: 20 },
    },
  },
  speaking: {
    language: 'es',
    changes: output('speakingPages'),
    pages: { 'speaking-page': { words: ['Vengo a proponerle'] } },
  },
  cards: {
    language: 'es',
    changes: output('pocketCards'),
    pages: { 'pocket-card': { words: ['Vengo a proponerle'] } },
  },
  duplex: {
    language: 'en',
    changes: { theme: 'modern-sans', binding: 'duplex', dividers: true },
    pages: {
      'sans-topic-brief': { words: ['Background that may be used'], after: 3 },
      divider: { words: ['Second axis: security and defence'], after: 3 },
    },
  },
  large: {
    language: 'es',
    changes: { ...output('steeringBrief'), theme: 'large-print' },
    pages: { 'large-print': { words: ['De qué se trata'] } },
  },
};

test.each(Object.entries(looks))(
  'the pages of the specimen look as they did: %s',
  async (_, look) => {
    const [file] = await library.exportAs(look.language, look.changes);
    const pdf = await readPdf(file!.bytes);
    const texts = pdf.texts.map(text => text.replace(/-?\s+/g, ' '));
    await pdf.close();
    const named = Object.entries(look.pages);
    const numbers = named.map(([name, { words, after = 0 }]) => {
      const found = texts.findIndex((text, i) => i >= after && words.every(each => text.includes(each)));
      expect(found, `${name}: ${words.join(', ')}`).toBeGreaterThanOrEqual(0);
      return found;
    });
    const pictures = await rasterPages(file!.bytes, numbers, DPI);
    const differences = named.map(([name], i) => comparePage(name, pictures[i]!)).filter(Boolean);
    expect(differences).toEqual([]);
  },
  120_000,
);

test('a line that moves by a pixel is seen', async () => {
  const { changes, pages } = looks.cards!;
  const [file] = await library.exportAs('es', changes);
  const [page] = await rasterPages(file!.bytes, [0], DPI);
  const [name] = Object.keys(pages);
  expect(findDifference(name!, page!)).toBeNull();
  const moved = page!.data.slice();
  const [from, to] = [90 * page!.width, 100 * page!.width];
  moved.copyWithin(from + 1, from, to);
  const difference = findDifference(name!, { ...page!, data: moved });
  expect(difference?.what).toMatch(/pixels differ$/);
  expect(difference?.picture).not.toBeNull();
  expect(findDifference(name!, { ...page!, width: 1, data: moved })?.picture).toBeNull();
  expect(findDifference('no-such-page', page!)?.what).toBe('no picture is kept');
});
