import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/document/content.ts';
import type { ContentDocument } from '../../../shared/document/content-document.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import {
  cell,
  contentDocument,
  footnote,
  heading,
  pageSetup,
  paragraph,
  part,
  quote,
  table,
  text,
} from '../../helpers/pdf-content.ts';
import { type ReadItem, type ReadPdf, readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';

const LINE =
  'Las exportaciones peruanas del primer semestre crecieron de modo sostenido y alcanzaron otra cifra. ';

async function pagesOf(blocks: Block[], extra: Partial<ContentDocument> = {}): Promise<ReadPdf> {
  const content = contentDocument([part('a', 'Parte', blocks)], { contentsTitle: null, ...extra });
  const { bytes } = await exportPdf(content, { themes: testThemes });
  return readPdf(bytes);
}

/** Items within the text frame: no furniture. */
function body(items: ReadItem[]): ReadItem[] {
  return items.filter(item => item.text.trim() && item.y > 75 && item.y < 765);
}

describe('pages', () => {
  it('puts each note at the foot of the page that calls it', async () => {
    const blocks = Array.from({ length: 60 }, (_, i) =>
      paragraph([text(`Llamada${i} ${LINE}${LINE}`), footnote(i + 1, `Textonota${i} ${LINE}`)]),
    );
    const pdf = await pagesOf(blocks);
    for (const [i] of blocks.entries()) {
      const callPage = pdf.texts.findIndex(page => page.includes(`Llamada${i} `));
      expect(pdf.texts[callPage]).toContain(`Textonota${i} `);
    }
    await pdf.close();
  });

  it('continues a note that is longer than the room at the foot', async () => {
    const note = Array.from({ length: 400 }, (_, i) => `nota${i}`).join(' ');
    const lead = Array.from({ length: 12 }, () => paragraph(LINE));
    const pdf = await pagesOf([
      ...lead,
      paragraph([text('Aquí'), footnote(1, note)]),
      paragraph(LINE.repeat(30)),
    ]);
    const all = pdf.texts.join(' ');
    for (let i = 0; i < 400; i++) expect(all).toContain(`nota${i}`);
    expect(pdf.texts[0]).toContain('nota0 ');
    expect(pdf.texts[0]).not.toContain('nota399');
    await pdf.close();
  });

  it('never leaves a heading at the foot of a page, nor one line of a paragraph alone', async () => {
    for (let lines = 20; lines < 48; lines += 3) {
      const filler = Array.from({ length: lines }, (_, i) => paragraph(`Relleno ${i}.`));
      const pdf = await pagesOf([...filler, heading('h', 2, 'Encabezado'), paragraph(LINE.repeat(3))]);
      const page = pdf.texts.findIndex(each => each.includes('Encabezado'));
      const items = body(pdf.pages[page]!);
      const headingY = items.find(item => item.text === 'Encabezado')!.y;
      const below = new Set(items.filter(item => item.y < headingY).map(item => Math.round(item.y)));
      expect(below.size).toBeGreaterThanOrEqual(2);
      await pdf.close();
    }
  });

  it('tears no quote after its first line and keeps the citation with its end', async () => {
    for (let lines = 22; lines < 46; lines += 2) {
      const filler = Array.from({ length: lines }, (_, i) => paragraph(`Relleno ${i}.`));
      const pdf = await pagesOf([...filler, quote('q', `Inicio ${LINE.repeat(6)} final.`)]);
      const start = pdf.texts.findIndex(each => each.includes('Inicio'));
      const end = pdf.texts.findIndex(each => each.includes('(Cancillería'));
      const quoted = (page: number) =>
        new Set(
          body(pdf.pages[page]!)
            .filter(item => item.x > 85)
            .map(item => Math.round(item.y)),
        ).size;
      if (start !== end) {
        expect(quoted(start)).toBeGreaterThanOrEqual(2);
        expect(quoted(end)).toBeGreaterThanOrEqual(3);
      }
      await pdf.close();
    }
  });

  it('repeats table heads on every page and keeps rows whole', async () => {
    const rows = Array.from({ length: 80 }, (_, i) => [`${i + 1}`, `Compromiso${i} ${LINE}`, '2026']);
    const pdf = await pagesOf([table([['N.º', 'Texto del compromiso', 'Plazo'], ...rows])]);
    expect(pdf.pages.length).toBeGreaterThan(2);
    for (const page of pdf.texts) expect(page).toContain('Texto del compromiso');
    for (const [i] of rows.entries()) {
      const page = pdf.texts.find(each => each.includes(`Compromiso${i} `))!;
      expect(page).toContain(`Compromiso${i} ${LINE.trim()}`);
    }
    await pdf.close();
  });

  it('divides a cell that is longer than a page, losing nothing', async () => {
    const giant = Array.from({ length: 1500 }, (_, i) => `fila${i}`).join(' ');
    const pdf = await pagesOf([
      table([
        ['A', 'B'],
        ['corta', giant],
        ['última', 'fila'],
      ]),
    ]);
    expect(pdf.pages.length).toBeGreaterThan(2);
    const all = pdf.texts.join(' ');
    for (let i = 0; i < 1500; i++) expect(all).toContain(`fila${i}`);
    for (const page of pdf.pages)
      for (const item of body(page)) expect(item.x + item.width).toBeLessThan(520);
    await pdf.close();
  });

  it('lays out cells that span rows and columns without overlap', async () => {
    const rows = [
      [cell('Eje', { rowspan: 2, header: true }), cell('Uno'), cell('Dos')],
      [cell('Tres y cuatro', { colspan: 2 })],
      [cell('Cierre', { colspan: 3 })],
    ];
    const pdf = await pagesOf([{ kind: 'table', caption: [text('Cuadro')], head: [], rows }]);
    const y = (word: string) => body(pdf.pages[0]!).find(item => item.text.startsWith(word))!.y;
    expect(y('Eje')).toBeCloseTo(y('Uno'), 0);
    expect(y('Tres')).toBeLessThan(y('Uno') - 10);
    expect(y('Cierre')).toBeLessThan(y('Tres') - 10);
    await pdf.close();
  });

  it('keeps very deep lists inside the margins and prints the label of an empty item', async () => {
    let list: Block = { kind: 'list', ordered: false, start: 1, items: [[paragraph('fondo')]] };
    for (let depth = 39; depth > 0; depth--) {
      list = {
        kind: 'list',
        ordered: true,
        start: depth,
        items: [[paragraph(`nivel${depth} ${LINE}`), list]],
      };
    }
    const empty: Block = { kind: 'list', ordered: true, start: 77, items: [[paragraph([])]] };
    const pdf = await pagesOf([list, empty]);
    const items = pdf.pages.flatMap(body);
    for (const item of items) expect(item.x + item.width).toBeLessThan(520);
    expect(pdf.texts.join(' ')).toContain('fondo');
    expect(items.map(item => item.text)).toContain('77.');
    await pdf.close();
  });

  it('starts a part without a page of its own below the one before it', async () => {
    const second = part('b', 'Segunda', [paragraph('Texto.')], { startOnNewPage: false });
    const content = contentDocument([part('a', 'Primera', [paragraph('Texto.')]), second], {
      contentsTitle: null,
    });
    const { pageCount, anchors } = await exportPdf(content, { themes: testThemes });
    expect(pageCount).toBe(1);
    expect(anchors).toMatchObject({ a: 1, b: 1 });
  });

  it('honours page breaks and prints on letter paper', async () => {
    const pdf = await pagesOf(
      [paragraph('Antes'), { kind: 'pageBreak' }, { kind: 'pageBreak' }, paragraph('Después')],
      {
        page: { ...pageSetup, size: 'letter' },
      },
    );
    expect(pdf.pages.length).toBe(2);
    expect(Math.max(...pdf.pages[1]!.map(item => item.y))).toBeLessThan(792);
    await pdf.close();
  });
});
