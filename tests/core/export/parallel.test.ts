import { describe, expect, it } from 'vitest';
import type { Block, ParallelBlock } from '../../../shared/document/content.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { contentDocument, paragraph, part } from '../../helpers/pdf-content.ts';
import { flattenStructure, readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';

function words(stem: string, count: number): string {
  return Array.from({ length: count }, (_, i) => `${stem}${i}x`).join(' ');
}

function parallel(rows: [Block[], Block[]][]): ParallelBlock {
  return { kind: 'parallel', heads: ['Español', 'English'], languages: ['es', 'en'], rows };
}

async function read(blocks: Block[]) {
  const content = contentDocument([part('a', 'Parte', blocks)], { contentsTitle: null });
  return readPdf((await exportPdf(content, { themes: testThemes })).bytes);
}

describe('parallel texts', () => {
  it('begin each pair of paragraphs on one line, in their languages', async () => {
    const rows = Array.from({ length: 6 }, (_, i): [Block[], Block[]] => [
      [paragraph(words(`es${i}q`, 10 + 20 * (i % 3)))],
      [paragraph(words(`en${i}q`, 40 - 15 * (i % 2)))],
    ]);
    const pdf = await read([parallel(rows)]);
    const items = pdf.pages.flat();
    for (let i = 0; i < 6; i++) {
      const of = (stem: string) => items.find(item => item.text.startsWith(`${stem}${i}q0x`))!;
      expect(of('es').y).toBeCloseTo(of('en').y, 1);
      expect(of('es').x + of('es').width).toBeLessThan(of('en').x);
    }
    const english = flattenStructure(pdf.structure[0]!).filter(node => node.lang === 'en');
    expect(english).toHaveLength(7);
    await pdf.close();
  });

  it('go on in both columns of the next page, under their heads', async () => {
    const pdf = await read([
      parallel([[[paragraph(words('es', 500))], [paragraph(words('en', 500))]]]),
      paragraph('Fin.'),
    ]);
    expect(pdf.pages.length).toBeGreaterThan(1);
    for (const page of pdf.texts)
      for (const head of ['Español', 'English', 'es', 'en']) expect(page).toContain(head);
    for (const stem of ['es', 'en'])
      expect(pdf.texts.join(' ').match(new RegExp(`${stem}\\d+x`, 'g'))).toHaveLength(500);
    await pdf.close();
  });

  it('do not wait for a page of their own', async () => {
    const filler = Array.from({ length: 24 }, (_, i) => paragraph(`Relleno ${i}.`));
    const pdf = await read([
      ...filler,
      parallel([[[paragraph(words('es', 100))], [paragraph(words('en', 100))]]]),
    ]);
    expect(pdf.texts[0]).toContain('es0x');
    expect(pdf.texts[1]).toContain('es99x');
    await pdf.close();
  });

  it('may lack either side or both, and hold lists', async () => {
    const list: Block = {
      kind: 'list',
      ordered: true,
      start: 1,
      items: [[paragraph('uno')], [paragraph('dos')]],
    };
    const pdf = await read([
      parallel([
        [[paragraph('solo')], []],
        [[], [paragraph('alone')]],
        [[], []],
        [[list], [paragraph('')]],
      ]),
    ]);
    for (const word of ['solo', 'alone', 'uno', 'dos']) expect(pdf.texts[0]).toContain(word);
    await pdf.close();
  });
});
