import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline, TableCell } from '../../../shared/document/content.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { cell, contentDocument, footnote, paragraph, part, table, text } from '../../helpers/pdf-content.ts';
import { type ReadPdf, readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';
import { PATIENCE, tried } from '../../helpers/property-runs.ts';

async function pagesOf(blocks: Block[]): Promise<ReadPdf> {
  const content = contentDocument([part('a', 'Parte', blocks)], { contentsTitle: null });
  return readPdf((await exportPdf(content, { themes: testThemes })).bytes);
}

function wordsOf(stem: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${stem}${i}x`);
}

/** All words «w12x» that stand inside the text frame, where they can be seen. */
function seenWords(pdf: ReadPdf): string[] {
  const seen = pdf.pages.flat().filter(item => item.y > 70 && item.y < 842 - 75);
  return seen.flatMap(item => item.text.match(/[a-z]+\d+x/g) ?? []);
}

describe('calls of notes', () => {
  it.each<[string, Inline[], string]>([
    [
      'stand before a sign without a space',
      [text('acuerdo'), footnote(1, 'n'), text(', que')],
      'acuerdo1, que',
    ],
    ['go back over a space', [text('acuerdo '), footnote(1, 'n'), text('que')], 'acuerdo1 que'],
    [
      'go back over a space before a sign',
      [text('acuerdo '), footnote(1, 'n'), text('. Fin')],
      'acuerdo1. Fin',
    ],
    ['keep a space that follows', [text('acuerdo'), footnote(1, 'n'), text(' que')], 'acuerdo1 que'],
    ['stay apart', [text('acuerdo'), footnote(1, 'n'), footnote(2, 'm'), text('.')], 'acuerdo1,2.'],
    ['begin a paragraph', [footnote(1, 'n'), text(' que')], '1 que'],
  ])('%s', async (_, inlines, printed) => {
    const pdf = await pagesOf([paragraph(inlines)]);
    expect(pdf.texts[0]).toContain(printed);
    await pdf.close();
  });
});

describe('rows tied by a rowspan', () => {
  it('are divided between rows when they are longer than a page', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => [
      ...(i === 0 ? [cell('Eje', { rowspan: 90, header: true })] : []),
      cell(`fila${i}x`),
      cell(`valor${i}x`),
    ]);
    const pdf = await pagesOf([
      { kind: 'table', caption: null, head: [[cell('A'), cell('B'), cell('C')]], rows },
    ]);
    expect(seenWords(pdf).sort()).toEqual([...wordsOf('fila', 90), ...wordsOf('valor', 90)].sort());
    for (const page of pdf.pages) {
      const lineOf = (stem: string) => page.filter(item => item.text.startsWith(stem)).map(item => item.y);
      expect(lineOf('fila')).toEqual(lineOf('valor'));
    }
    await pdf.close();
  });

  it('lose no word, whatever spans and however long the cells', { timeout: PATIENCE }, async () => {
    const size = fc.integer({ min: 0, max: 260 });
    const spans = fc.array(fc.record({ rows: fc.integer({ min: 1, max: 6 }), long: size }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(spans, fc.array(size, { minLength: 4, maxLength: 4 }), async (groups, sizes) => {
        let next = 0;
        const take = (count: number) => Array.from({ length: count }, () => `w${next++}x`).join(' ');
        const rows: TableCell[][] = groups.flatMap((group, g) =>
          Array.from({ length: group.rows }, (_, i) => [
            ...(i === 0 ? [cell(take(group.long), { rowspan: group.rows })] : []),
            cell(take(sizes[(g + i) % 4]!)),
            cell(take(i)),
          ]),
        );
        const pdf = await pagesOf([{ kind: 'table', caption: null, head: [], rows }]);
        expect(seenWords(pdf).sort()).toEqual(wordsOf('w', next).sort());
        await pdf.close();
      }),
      tried(20),
    );
  });
});

describe('notes longer than pages', () => {
  it('leave room for a row that is longer than a page itself', async () => {
    const pdf = await pagesOf([
      paragraph([text('Aquí'), footnote(1, wordsOf('nota', 4000).join(' '))]),
      table([
        ['A', 'B'],
        ['x', wordsOf('celda', 1500).join(' ')],
      ]),
    ]);
    expect(seenWords(pdf).sort()).toEqual([...wordsOf('nota', 4000), ...wordsOf('celda', 1500)].sort());
    await pdf.close();
  });

  it('stand on the page of their call where rows are divided', async () => {
    const called = (i: number): TableCell => ({
      blocks: [paragraph([text(`valor${i}x`), footnote(i + 1, `nota${i}x`)])],
    });
    const rows = Array.from({ length: 60 }, (_, i) => [
      ...(i === 0 ? [cell('Eje', { rowspan: 60 })] : []),
      called(i),
    ]);
    const pdf = await pagesOf([{ kind: 'table', caption: null, head: [], rows }]);
    for (let i = 0; i < 60; i++) {
      const page = pdf.texts.find(each => each.includes(`valor${i}x`));
      expect(page).toContain(`nota${i}x`);
    }
    await pdf.close();
  });

  it('are all printed when one row calls two', async () => {
    const long = (number: number, stem: string): TableCell => ({
      blocks: [paragraph([text('aquí'), footnote(number, wordsOf(stem, 900).join(' '))])],
    });
    const rows = [[long(1, 'una'), long(2, 'otra')]];
    const pdf = await pagesOf([{ kind: 'table', caption: null, head: [], rows }, paragraph('Fin.')]);
    expect(seenWords(pdf).sort()).toEqual([...wordsOf('una', 900), ...wordsOf('otra', 900)].sort());
    await pdf.close();
  });
});
