import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { mixWithWhite, shadeColors } from '../../../electron/core/export/layout/cell-shades.ts';
import type { Block, TableBlock } from '../../../shared/document/content.ts';
import { themeIds } from '../../../shared/model/output.ts';
import { openPdf } from '../../check-pdf/open-pdf.ts';
import { readStructure } from '../../check-pdf/read-structure.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import {
  cell,
  contentDocument,
  footnote,
  heading,
  paragraph,
  part,
  table,
  text,
} from '../../helpers/pdf-content.ts';
import { readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';

const LINE = 'Las exportaciones peruanas del primer semestre crecieron de modo sostenido. ';

async function read(blocks: Block[]) {
  const content = contentDocument([part('a', 'Parte', blocks)], { contentsTitle: null });
  const exported = await exportPdf(content, { themes: testThemes });
  const sizes = (await PDFDocument.load(exported.bytes)).getPages().map(page => page.getSize());
  const turned = sizes.map(({ width, height }) => width > height);
  return { ...exported, turned, pdf: await readPdf(exported.bytes) };
}

async function countElements(bytes: Uint8Array, role: string): Promise<number> {
  const { all } = readStructure(await openPdf(bytes));
  return all.filter(element => element.role === role).length;
}

function grid(columns: number, rows: number, extra: Partial<TableBlock> = {}): TableBlock {
  const range = (count: number) => Array.from({ length: count }, (_, i) => i);
  const head = range(columns).map(c => `Indicador${c}h`);
  const body = range(rows).map(r => range(columns).map(c => (c ? `w${r * columns + c}x` : `Fila${r}f`)));
  return table([head, ...body], extra);
}

describe('a table too wide to stand', () => {
  it('takes pages turned to landscape in its place, and the text goes on upright', async () => {
    const { turned, pdf } = await read([
      paragraph(`Antes ${LINE.repeat(16)}`),
      grid(12, 30, { id: 't', label: 'Cuadro 5', caption: [text('Indicadores')] }),
      paragraph(`Después ${LINE}`),
    ]);
    expect(turned).toEqual([false, true, true, false]);
    expect(pdf.texts[0]).toContain('Antes');
    expect(pdf.texts[1]).toContain('Cuadro 5. Indicadores');
    expect(pdf.texts[2]).toContain('Cuadro 5 (continuación)');
    expect(pdf.texts[3]).toContain('Después');
    for (const page of pdf.pages.slice(1, 3))
      for (const item of page) expect(item.x + item.width).toBeLessThan(842 - 70);
    await pdf.close();
  });

  it('takes the heading above it along', async () => {
    const { turned, pdf } = await read([
      paragraph(LINE.repeat(16)),
      heading('h', 2, 'Encabezado'),
      grid(12, 3),
    ]);
    expect(turned).toEqual([false, true]);
    expect(pdf.texts[0]).not.toContain('Encabezado');
    expect(pdf.texts[1]).toContain('Encabezado');
    await pdf.close();
  });

  it('has a short opening of the part on its own page', async () => {
    const { turned, pdf } = await read([paragraph(`Antes ${LINE}`), grid(12, 3), paragraph('Después.')]);
    expect(turned).toEqual([true, false]);
    expect(pdf.texts[0]).toContain('Antes');
    await pdf.close();
  });

  it('is turned where a column would stand as a tall strip, if it has many', async () => {
    const row = (columns: number) =>
      Array.from({ length: columns }, (_, i) => (i === 1 ? LINE.repeat(2) : 'por confirmar'));
    const many = await read([table([row(9).map(() => 'Plazo'), row(9)])]);
    expect(many.turned).toEqual([true]);
    const few = await read([table([row(4).map(() => 'Plazo'), row(4)])]);
    expect(few.turned).toEqual([false]);
    await Promise.all([many, few].map(each => each.pdf.close()));
  });

  it('stands where that is asked, and is turned where that is', async () => {
    const upright = await read([grid(12, 3, { orientation: 'portrait' })]);
    expect(upright.turned).toEqual([false]);
    const turned = await read([grid(3, 3, { orientation: 'landscape' }), paragraph('Después.')]);
    expect(turned.turned).toEqual([true, false]);
    const narrow = await read([grid(3, 3)]);
    expect(narrow.turned).toEqual([false]);
    await Promise.all([upright, turned, narrow].map(each => each.pdf.close()));
  });

  it('prints the notes that it calls on its own pages', async () => {
    const noted: TableBlock = {
      ...grid(12, 2),
      rows: [[{ blocks: [paragraph([text('llamada'), footnote(1, `Textonota ${LINE.repeat(4)}`)])] }]],
    };
    const { pdf } = await read([noted]);
    expect(pdf.texts[0]).toContain('Textonota');
    await pdf.close();
  });
});

describe('a table of forty columns', () => {
  it('goes on below in groups of columns that are one table to a reader', async () => {
    const { bytes, pdf, turned } = await read([grid(40, 20, { caption: [text('Serie')] })]);
    expect(turned.every(Boolean)).toBe(true);
    const words = pdf.texts.join(' ').match(/w\d+x/g)!;
    expect(words).toHaveLength(39 * 20);
    expect(new Set(words).size).toBe(39 * 20);
    expect(await countElements(bytes, 'TD')).toBe(39 * 20);
    expect(await countElements(bytes, 'Table')).toBe(1);
    expect(pdf.texts.join(' ').match(/Fila7f/g)!.length).toBeGreaterThan(1);
    for (const page of pdf.pages) for (const item of page) expect(item.x + item.width).toBeLessThan(842 - 60);
    await pdf.close();
  });

  it('keeps cells that span groups regular', async () => {
    const wide = grid(40, 3);
    wide.head = [[cell('Todo', { colspan: 40 })], ...wide.head];
    wide.rows.push([cell('Total', { colspan: 20 }), cell('Resto', { colspan: 20 })]);
    wide.rows[0]![3] = cell('w3x', { rowspan: 3 });
    wide.rows[1]!.splice(3, 1);
    wide.rows[2]!.splice(3, 1);
    const { pdf } = await read([wide]);
    expect(pdf.texts.join(' ')).toContain('Resto');
    await pdf.close();
  });
});

describe('cells', () => {
  it('align figures at their right edge and break none', async () => {
    const { pdf } = await read([
      table([
        ['País', 'Monto', 'Nota'],
        ['Perú', '1 234,5', LINE.repeat(3)],
        ['Chile', '98 765 432,1', LINE],
        ['Brasil', '—', LINE],
      ]),
    ]);
    const right = (value: string) => {
      const item = pdf.pages[0]!.find(each => each.text === value)!;
      return item.x + item.width;
    };
    expect(right('1 234,5')).toBeCloseTo(right('98 765 432,1'), 0);
    expect(right('—')).toBeCloseTo(right('98 765 432,1'), 0);
    expect(right('Monto')).toBeCloseTo(right('98 765 432,1'), 0);
    await pdf.close();
  });

  it('are wide enough for their words where the text is set smaller', async () => {
    for (let columns = 5; columns <= 9; columns++) {
      const row = Array.from({ length: columns }, (_, i) => `${i}8.30.45`);
      for (const size of ['A5', 'A6'] as const) {
        const content = contentDocument(
          [part('a', 'Parte', [table([row, row], { orientation: 'portrait' })])],
          {
            contentsTitle: null,
            page: { size, duplex: false, booklet: false, rightHandParts: false, dividers: false },
          },
        );
        const { bytes } = await exportPdf(content, { themes: testThemes });
        const pdf = await readPdf(bytes);
        for (const word of row) expect(pdf.texts.join(' '), `${columns} ${size}`).toContain(word);
        await pdf.close();
      }
    }
  });

  it('repeat a row head that spans on to the next page', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => [
      ...(i === 0 ? [cell('Eje', { rowspan: 90, header: true })] : []),
      cell(`fila${i}x ${LINE}`),
    ]);
    const { bytes, pdf } = await read([{ kind: 'table', caption: null, head: [], rows }]);
    expect(pdf.pages.length).toBeGreaterThan(1);
    for (const page of pdf.texts) expect(page).toContain('Eje');
    expect(await countElements(bytes, 'TH')).toBe(1);
    await pdf.close();
  });

  it.each(themeIds)('are shaded so that text on them is easily read in %s', id => {
    const theme = testThemes.get(id);
    for (const shade of ['tint', 'strong', 'warning'] as const) {
      const { fill } = shadeColors(shade, theme);
      for (const color of [theme.colors.ink, theme.colors.heading, theme.colors.link])
        expect(contrast(color, fill)).toBeGreaterThan(4.5);
    }
    expect(mixWithWhite('#000000', 0)).toBe('#ffffff');
    expect(mixWithWhite('#102030', 1)).toBe('#102030');
  });

  it('are shaded across rows, spans and page ends', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [
      ...(i % 20 === 0 ? [cell('Eje', { rowspan: 20, header: true, shade: 'tint' })] : []),
      cell(`fila${i}x ${LINE}`, { shade: i % 2 ? 'warning' : 'strong' }),
    ]);
    const { pdf } = await read([{ kind: 'table', caption: null, head: [], rows }]);
    expect(pdf.texts.join(' ').match(/fila\d+x/g)).toHaveLength(60);
    await pdf.close();
  });

  it('may all be empty, or wanting', async () => {
    const { pdf } = await read([
      { kind: 'table', label: 'Cuadro 1', caption: [text('Sin filas')], head: [], rows: [] },
      { kind: 'table', caption: null, head: [[]], rows: [[], []] },
      { kind: 'table', caption: [], head: [[cell('')]], rows: [[{ blocks: [] }]] },
    ]);
    expect(pdf.texts[0]).toContain('Cuadro 1. Sin filas');
    await pdf.close();
  });
});

/** Contrast of two colours (WCAG 2.2). */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const linear = [1, 3, 5].map(at => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
}
