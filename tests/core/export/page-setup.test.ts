import { describe, expect, it } from 'vitest';
import type { ContentDocument, PageSetup } from '../../../shared/document/content-document.ts';
import { themeIds } from '../../../shared/model/output.ts';
import { specimenDocument } from '../../check-pdf/specimen.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { contentDocument, pageSetup, paragraph, part } from '../../helpers/pdf-content.ts';
import { type ReadPdf, readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';

const SIZES = { A4: [595, 842], letter: [612, 792], A5: [420, 595], A6: [298, 420] } as const;
const LINE =
  'Las exportaciones peruanas del primer semestre crecieron de modo sostenido y alcanzaron otra cifra. ';

async function pdfOf(content: ContentDocument): Promise<ReadPdf> {
  return readPdf((await exportPdf(content, { themes: testThemes })).bytes);
}

function parts(...lengths: number[]) {
  return lengths.map((lines, i) =>
    part(`p${i + 1}`, `Parte ${i + 1}`, [paragraph(LINE.repeat(lines))], { number: String(i + 1) }),
  );
}

function setup(extra: Partial<PageSetup>): PageSetup {
  return { ...pageSetup, ...extra };
}

describe('page setup', () => {
  it.each(
    (Object.keys(SIZES) as (keyof typeof SIZES)[]).flatMap(size =>
      themeIds.map(theme => [size, theme] as const),
    ),
  )('keeps everything on %s paper within its edges in %s', async (size, theme) => {
    const [width, height] = SIZES[size];
    const pdf = await pdfOf({ ...specimenDocument('es'), theme, page: setup({ size }) });
    for (const item of pdf.pages.flat()) {
      expect(item.x).toBeGreaterThan(12);
      expect(item.x + item.width).toBeLessThan(width - 12);
      expect(item.y).toBeGreaterThan(8);
      expect(item.y).toBeLessThan(height - 8);
    }
    await pdf.close();
  });

  it('mirrors margins, running head and foot on pages printed on both sides', async () => {
    const content = contentDocument(parts(120), { contentsTitle: null, page: setup({ duplex: true }) });
    const pdf = await pdfOf(content);
    expect(pdf.pages.length).toBeGreaterThan(1);
    const [recto, verso] = pdf.pages as [ReadPdf['pages'][0], ReadPdf['pages'][0]];
    const left = (page: typeof recto) =>
      Math.min(...page.filter(item => item.text.includes('export')).map(item => item.x));
    const footX = (page: typeof recto) => page.find(item => item.text.startsWith('Página'))!.x;
    const copyX = (page: typeof recto) => page.find(item => item.text.startsWith('Ejemplar'))!.x;
    expect(left(recto) - left(verso)).toBeCloseTo((6 * 72) / 25.4, 0);
    expect(footX(recto)).toBeGreaterThan(400);
    expect(footX(verso)).toBeLessThan(100);
    expect(copyX(recto)).toBeLessThan(100);
    expect(copyX(verso)).toBeGreaterThan(300);
    await pdf.close();
  });

  it('begins parts on odd pages, and says of the pages left empty that they are', async () => {
    const content = contentDocument(parts(3, 70, 3), { page: setup({ rightHandParts: true, duplex: true }) });
    const { bytes, anchors } = await exportPdf(content, { themes: testThemes });
    for (const id of ['p1', 'p2', 'p3']) expect(anchors[id]! % 2).toBe(1);
    const pdf = await readPdf(bytes);
    const blank = pdf.texts.flatMap((text, i) => (text.includes('se deja en blanco') ? [i] : []));
    expect(blank.length).toBeGreaterThan(1);
    for (const index of blank) {
      expect(index % 2).toBe(1);
      const words = pdf.pages[index]!.map(item => item.text).join(' ');
      expect(words).toContain('RESERVADO');
      expect(words).toContain(`Página ${index + 1} de`);
      expect(pdf.marked[index]!.ids).toEqual([]);
    }
    await pdf.close();
  });

  it('puts a sheet with number and title before each part', async () => {
    const content = contentDocument(parts(3, 3, 3), { page: setup({ dividers: true }) });
    const { bytes, anchors } = await exportPdf(content, { themes: testThemes });
    const pdf = await readPdf(bytes);
    for (const number of [1, 2, 3]) {
      const divider = anchors[`p${number}`]! - 2;
      expect(pdf.texts[divider]).toContain(`Parte ${number}`);
      expect(pdf.texts[divider]).not.toContain('exportaciones');
    }
    await pdf.close();
  });

  it('gives dividers a leaf of their own where both sides are printed, their tabs stepping down the edge', async () => {
    const many = Array.from({ length: 13 }, () => 1);
    const content = contentDocument(parts(...many), { page: setup({ dividers: true, duplex: true }) });
    const { bytes, anchors } = await exportPdf(content, { themes: testThemes });
    const pdf = await readPdf(bytes);
    const tabs = many.map((_, i) => {
      const part = anchors[`p${i + 1}`]!;
      expect(part % 2).toBe(1);
      const labels = pdf.pages[part - 3]!.filter(item => item.text === String(i + 1) && item.x > 555);
      expect(labels).toHaveLength(1);
      return labels[0]!.y;
    });
    for (let i = 1; i < 10; i++) expect(tabs[i]).toBeLessThan(tabs[i - 1]! - 20);
    expect(tabs[10]).toBeCloseTo(tabs[0]!, 0);
    await pdf.close();
  });
});
