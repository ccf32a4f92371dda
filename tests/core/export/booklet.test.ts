import { describe, expect, it } from 'vitest';
import { imposeBooklet, type Size } from '../../../electron/core/export/render-pdf/impose-pages.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import {
  contentDocument,
  footnote,
  heading,
  paragraph,
  part,
  quote,
  table,
  text,
} from '../../helpers/pdf-content.ts';
import { flattenStructure, readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';

const A5: Size = [420, 595];
const page = { size: 'A5', duplex: true, booklet: true, rightHandParts: false, dividers: false } as const;

function makeContent(parts: number, extra: Parameters<typeof contentDocument>[1] = {}) {
  const blocks = (id: string) => [
    heading(`${id}-h`, 2, 'Antecedentes'),
    paragraph([
      text('Remite a '),
      text('la última parte', { link: { kind: 'anchor', id: `p${parts - 1}` } }),
      footnote(Number(id.slice(1)) + 1, 'Una nota.'),
    ]),
    quote(`${id}-q`, 'Las partes se comprometen.'),
    table([
      ['N.º', 'Compromiso'],
      ['1', 'Uno'],
    ]),
  ];
  const all = Array.from({ length: parts }, (_, i) => part(`p${i}`, `Parte ${i}`, blocks(`p${i}`)));
  return contentDocument(all, { page, ...extra });
}

describe('the pages of a booklet', () => {
  it.each([1, 4, 5, 8, 11, 64])(
    '%i of them: every one stands once, folded in the order they are read',
    count => {
      const sides = imposeBooklet(
        Array.from({ length: count }, () => A5),
        A5,
      );
      const total = Math.ceil(count / 4) * 4;
      expect(sides.length).toBe(total / 2);
      const placed = sides.flatMap(side => side.pages.map(each => each.page)).sort((a, b) => a - b);
      expect(placed).toEqual(Array.from({ length: count }, (_, i) => i));
      expect(fold(sides.map(side => placesOf(side, count)))).toEqual(
        Array.from({ length: total }, (_, i) => (i < count ? i : null)),
      );
    },
  );

  it('that lie on their side are turned to stand', () => {
    const [side] = imposeBooklet([[595, 420], A5, A5, A5], A5);
    const turned = side!.pages.find(each => each.page === 0)!;
    expect(turned.matrix).toEqual([0, 1, -1, 0, 840, 0]);
  });
});

/** Left and right page of a side, null where it is empty. */
function placesOf(side: ReturnType<typeof imposeBooklet>[number], count: number): (number | null)[] {
  const at = (x: number) => side.pages.find(each => each.matrix[4] === x)?.page ?? null;
  expect(side.pages.length + side.blanks.length).toBe(2);
  for (const each of side.pages) expect(each.page).toBeLessThan(count);
  return [at(0), at(A5[0])];
}

/** Lays the sheets (front, back, front, …) on each other, folds them, and turns the leaves. */
function fold(sides: (number | null)[][]): (number | null)[] {
  const first: (number | null)[] = [];
  const last: (number | null)[] = [];
  for (let i = 0; i < sides.length; i += 2) {
    const [front, back] = [sides[i]!, sides[i + 1]!];
    first.push(front[1]!, back[0]!);
    last.unshift(back[1]!, front[0]!);
  }
  return [...first, ...last];
}

describe('a booklet', () => {
  it('has landscape sheets with two pages on each side, read in the order of the pages', async () => {
    const { bytes, pageCount, anchors } = await exportPdf(makeContent(8), { themes: testThemes });
    const pdf = await readPdf(bytes);
    expect(pageCount).toBe(9);
    expect(pdf.pages.length).toBe(6);
    expect(pdf.labels).toEqual(['1', '2', '3', '4, 9', '5, 8', '6, 7']);
    expect(anchors.p7).toBe(9);
    expect(pdf.texts[3]).toContain('Parte 2');
    expect(pdf.texts[3]).toContain('Parte 7');
    const [left, right] = ['Página 4 de 9', 'Página 9 de 9'].map(
      words => pdf.pages[3]!.find(item => item.text === words)!.x,
    );
    expect(left! < 420).toBe(true);
    expect(right! > 420).toBe(true);
    expect(await pdf.pageOf('p7')).toBe(4);
    const { structure } = pdf;
    const titles = structure.flatMap(flattenStructure).filter(node => node.role === 'H1');
    expect(titles.length).toBe(9);
    await pdf.close();
  });

  it('carries marking, copy and watermark on its empty pages too', async () => {
    const content = makeContent(2, { watermark: 'Embajadora Quispe', contentsTitle: null });
    const pdf = await readPdf((await exportPdf(content, { themes: testThemes })).bytes);
    expect(pdf.pages.length).toBe(2);
    for (const items of pdf.pages) {
      expect(items.filter(item => item.text === 'RESERVADO').length).toBe(4);
      expect(items.filter(item => item.text.startsWith('Ejemplar 3')).length).toBe(2);
      expect(items.filter(item => item.text === 'Embajadora Quispe').length).toBe(2);
    }
    await pdf.close();
  });

  it('is shown page by page in a preview', async () => {
    const { bytes } = await exportPdf(makeContent(3), { themes: testThemes, quick: true });
    const pdf = await readPdf(bytes);
    expect(pdf.pages.length).toBe(4);
    await pdf.close();
  });
});
