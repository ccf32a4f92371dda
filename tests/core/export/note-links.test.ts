import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeText } from '../../../electron/core/export/layout/face.ts';
import { faceOf } from '../../../electron/core/export/layout/font-set.ts';
import { setInlines } from '../../../electron/core/export/layout/set-inlines.ts';
import type { Block, FootnoteInline } from '../../../shared/document/content.ts';
import { themeIds } from '../../../shared/model/output.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { contentDocument, footnote, pageSetup, paragraph, part, text } from '../../helpers/pdf-content.ts';
import { flattenStructure, type ReadItem, readPdf } from '../../helpers/pdf-read.ts';
import { testSetting, testThemes } from '../../helpers/pdf-setting.ts';
import { PATIENCE, tried } from '../../helpers/property-runs.ts';

const LINE =
  'Las exportaciones peruanas del primer semestre crecieron de modo sostenido y alcanzaron otra cifra. ';

async function read(blocks: Block[], duplex = false) {
  const page = { ...pageSetup, duplex };
  const content = contentDocument([part('a', 'Parte', blocks)], { contentsTitle: null, page });
  const exported = await exportPdf(content, { themes: testThemes });
  return { ...exported, pdf: await readPdf(exported.bytes) };
}

function sideNote(number: number, value: string): FootnoteInline {
  return {
    kind: 'footnote',
    id: `n${number}`,
    number,
    place: 'side',
    content: [{ kind: 'text', text: value }],
  };
}

describe('notes', () => {
  it('are led to from their call, and lead back to it', async () => {
    const blocks = Array.from({ length: 50 }, (_, i) =>
      paragraph([text(`Aquí${i} ${LINE.repeat(2)}`), footnote(i + 1, `Textonota${i}. ${LINE}`)]),
    );
    const { pdf } = await read(blocks);
    const links = pdf.links.flatMap((each, page) => each.map(link => ({ ...link, page: page + 1 })));
    for (let i = 0; i < 50; i++) {
      const call = links.find(link => link.contents === `Ir a la nota ${i + 1}`)!;
      const back = links.find(link => link.dest === `call-note-${i + 1}`)!;
      const notePage = pdf.texts.findIndex(page => page.includes(`Textonota${i}. `)) + 1;
      expect(await pdf.pageOf(call.dest as string)).toBe(notePage);
      expect(back.page).toBe(notePage);
      expect(await pdf.pageOf(back.dest as string)).toBe(call.page);
    }
    await pdf.close();
  });

  it('stand in the structure as a Note after the Reference that calls them', async () => {
    const { pdf } = await read([paragraph([text('Aquí'), footnote(1, 'Nota.'), text(' sigue.')])]);
    const roles = flattenStructure(pdf.structure[0]!).map(node => node.role);
    const at = roles.indexOf('Reference');
    expect(roles.slice(at, at + 5)).toEqual(['Reference', 'Link', 'Note', 'Lbl', 'Link']);
    await pdf.close();
  });

  it('leave no single line for the next page', async () => {
    for (let lines = 3; lines < 12; lines++) {
      const filler = Array.from({ length: 26 }, () => paragraph(LINE));
      const words = Array.from({ length: lines * 12 }, (_, i) => `nota${i}x`).join(' ');
      const { pdf } = await read([...filler, paragraph([text('Aquí'), footnote(1, words)]), paragraph(LINE)]);
      const rows = pdf.pages.map(
        page => new Set(page.filter(item => /nota\d+x/.test(item.text)).map(item => Math.round(item.y))).size,
      );
      for (const count of rows) expect(count).not.toBe(1);
      await pdf.close();
    }
  });

  it('may be ten thousand, at a cost that grows with their number alone', async () => {
    const time = async (count: number) => {
      const content = contentDocument(
        [
          part(
            'a',
            'P',
            Array.from({ length: count }, (_, i) => paragraph([text(`t${i}`), footnote(i + 1, `n${i}`)])),
          ),
        ],
        { contentsTitle: null },
      );
      const start = process.cpuUsage();
      const { pageCount } = await exportPdf(content, { themes: testThemes, quick: true });
      return { pageCount, elapsed: process.cpuUsage(start).user / 1000 };
    };
    await time(500);
    const few = await time(2500);
    const many = await time(10_000);
    expect(many.pageCount).toBeGreaterThan(3.9 * few.pageCount);
    expect(many.elapsed).toBeLessThan(8 * few.elapsed + 1000);
  }, 60_000);
});

describe('notes in the margin', () => {
  const inMargin = (items: ReadItem[], left: number, right: number) =>
    items.filter(item => /nota\d+x/.test(item.text) && item.x >= left && item.x + item.width <= right);

  it('stand beside the line that calls them, outside of the text', async () => {
    const blocks = [paragraph(LINE), paragraph([text('Aquí'), sideNote(1, 'nota1x'), text(` ${LINE}`)])];
    const { pdf } = await read(blocks);
    const items = pdf.pages[0]!;
    const call = items.find(item => item.text.startsWith('Aquí'))!;
    const note = items.find(item => item.text.includes('nota1x'))!;
    expect(note.y).toBeCloseTo(call.y, 0);
    for (const item of items.filter(each => each.text.includes('export')))
      expect(item.x + item.width).toBeLessThan(note.x);
    await pdf.close();
  });

  it('change sides on pages printed on both sides', async () => {
    const blocks = Array.from({ length: 40 }, (_, i) =>
      paragraph([text(LINE.repeat(2)), sideNote(i + 1, `nota${i}x`)]),
    );
    const { pdf } = await read(blocks, true);
    expect(pdf.pages.length).toBeGreaterThan(1);
    expect(inMargin(pdf.pages[0]!, 420, 595).length).toBeGreaterThan(5);
    expect(inMargin(pdf.pages[1]!, 0, 160).length).toBeGreaterThan(5);
    await pdf.close();
  });

  it('never run into each other nor off the page, and are all printed', { timeout: PATIENCE }, async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 160 }), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(sizes, async counts => {
        let next = 0;
        const blocks = counts.map((count, i) => {
          const words = Array.from({ length: count }, () => `nota${next++}x`).join(' ');
          return paragraph([text('Aquí'), sideNote(i + 1, words), text(` ${i % 3 ? '' : LINE}`)]);
        });
        const { pdf } = await read(blocks);
        expect(pdf.texts.join(' ').match(/nota\d+x/g)).toHaveLength(next);
        for (const page of pdf.pages) {
          const lines = page.filter(item => /nota\d+x/.test(item.text)).map(item => item.y);
          const distinct = [...new Set(lines.map(y => Math.round(y * 10) / 10))].sort((a, b) => b - a);
          for (let i = 1; i < distinct.length; i++)
            expect(distinct[i - 1]! - distinct[i]!).toBeGreaterThan(9);
          for (const y of distinct) expect([y > 70, y < 770]).toEqual([true, true]);
        }
        await pdf.close();
      }),
      tried(12),
    );
  });
});

describe('calls', () => {
  it.each(themeIds)('stand above the line, whatever superiors the font of %s has', async theme => {
    const inlines = Array.from({ length: 12 }, (_, i) => [
      text(` palabra${i}`),
      footnote(i + 1, 'Nota.'),
    ]).flat();
    const content = contentDocument([part('a', 'Parte', [paragraph(inlines)])], {
      contentsTitle: null,
      theme,
    });
    const setting = testSetting(content);
    const lines = setInlines(
      inlines,
      { setting, style: setting.theme.styles.body, node: null, language: 'es' },
      400,
    );
    const calls = lines.flatMap(line => line.segments).filter(each => each.shaped && each.piece.note);
    expect(calls).toHaveLength(12);
    for (const { piece, shaped } of calls) {
      const plain = shapeText(faceOf(setting.fonts, setting.theme.styles.body.face), piece.text);
      expect(piece.rise > 0 || shaped!.glyphs.every((glyph, i) => glyph !== plain.glyphs[i])).toBe(true);
    }
  });
});
