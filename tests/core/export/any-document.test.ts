import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportPdf as exportUnchecked } from '../../../electron/core/export/export-pdf.ts';
import type { Block, FootnoteInline, Inline, TableCell } from '../../../shared/document/content.ts';
import type { ContentPart } from '../../../shared/document/content-document.ts';
import { themeIds } from '../../../shared/model/output.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import {
  cell,
  contentDocument,
  footnote,
  heading,
  paragraph,
  part,
  quote,
  table,
  text,
} from '../../helpers/pdf-content.ts';
import { readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';
import { PATIENCE, tried } from '../../helpers/property-runs.ts';

/** Each word is unique, so that losing or doubling one shows. */
function counter() {
  let next = 0;
  const words: string[] = [];
  return {
    words,
    take(count: number): string {
      const taken = Array.from({ length: count }, () => `w${next++}x`);
      words.push(...taken);
      return taken.join(' ');
    },
  };
}

type Shape =
  | { kind: 'paragraph' | 'quote' | 'heading' | 'break' | 'large' | 'chart'; size: number }
  | { kind: 'note' | 'side'; size: number; note: number }
  | { kind: 'list'; sizes: number[] }
  | { kind: 'point'; sizes: number[]; lead: boolean }
  | { kind: 'parallel'; rows: [number, number][] }
  | { kind: 'wide'; columns: number; rows: number }
  | { kind: 'table'; rows: number[][] };

const SIZE = fc.integer({ min: 1, max: 120 });
const SIZES = fc.array(SIZE, { minLength: 1, maxLength: 6 });
const SHAPE: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('paragraph', 'quote', 'heading', 'break', 'large', 'chart'),
    size: SIZE,
  }),
  fc.record({ kind: fc.constantFrom('note', 'side'), size: SIZE, note: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('list' as const), sizes: SIZES }),
  fc.record({ kind: fc.constant('point' as const), sizes: SIZES, lead: fc.boolean() }),
  fc.record({
    kind: fc.constant('parallel' as const),
    rows: fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 })), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
  fc.record({
    kind: fc.constant('wide' as const),
    columns: fc.integer({ min: 9, max: 44 }),
    rows: fc.integer({ min: 1, max: 25 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 8,
    }),
  }),
);

type Take = (count: number) => string;

function buildBlock(shape: Shape, i: number, take: Take): Block {
  switch (shape.kind) {
    case 'paragraph':
      return paragraph(take(shape.size));
    case 'large':
      return paragraph(take(shape.size), { role: 'large' });
    case 'quote':
      return quote(`q${i}`, take(shape.size), { citation: [text(take(3))] });
    case 'heading':
      return heading(`h${i}`, 2, take(Math.min(shape.size, 12)));
    case 'break':
      return { kind: 'pageBreak' };
    case 'note':
      return paragraph([text(take(shape.size)), footnote(i, take(shape.note)), text(` ${take(5)}`)]);
    case 'side': {
      const note: FootnoteInline = {
        kind: 'footnote',
        id: `side-${i}`,
        number: i,
        place: 'side',
        content: [],
      };
      return paragraph([text(take(shape.size)), { ...note, content: [text(take(shape.note))] }]);
    }
    case 'list':
      return {
        kind: 'list',
        ordered: true,
        start: 1,
        items: shape.sizes.map(size => [paragraph(take(size))]),
      };
    case 'chart':
      return buildChart(i, take(Math.min(shape.size, 40)));
    case 'point':
      return {
        kind: 'talkingPoint',
        id: `p${i}`,
        number: shape.lead ? String(i) : null,
        lead: shape.lead ? 'Al canciller' : null,
        blocks: shape.sizes.map(size => paragraph(take(size), { role: 'large' })),
        evidence: [text(take(2)) as Extract<Inline, { kind: 'text' }>],
      };
    case 'parallel':
      return {
        kind: 'parallel',
        heads: ['Español', 'English'],
        languages: ['es', 'en'],
        rows: shape.rows.map(([a, b]) => [textOf(take(a)), textOf(take(b))]),
      };
    case 'wide':
      return buildWide(shape.columns, shape.rows, take);
    case 'table':
      return table(shape.rows.map(row => row.map(size => take(size))));
  }
}

function textOf(value: string): Block[] {
  return value ? [paragraph(value)] : [];
}

function buildChart(i: number, caption: string): Block {
  return {
    kind: 'chart',
    id: `c${i}`,
    caption: [text(caption)],
    alt: 'Barras',
    width: 0.8,
    placement: 'float',
    chart: { kind: 'bar', unit: '', categories: ['A', 'B'], series: [{ name: 'S', values: [i, 2] }] },
  };
}

/** A table of many columns under a head, its rows headed by figures that may be printed again. */
function buildWide(columns: number, rows: number, take: Take): Block {
  const row = (): TableCell[] => [
    cell('Fila', { header: true }),
    ...Array.from({ length: columns - 1 }, () => cell(take(1))),
  ];
  const head = Array.from({ length: columns }, (_, c) => cell(`Col ${c}`));
  return { kind: 'table', caption: null, head: [head], rows: Array.from({ length: rows }, row) };
}

/** Words of heads, which stand again on later pages. */
function headWords(block: Block): string[] {
  return block.kind === 'table' ? (JSON.stringify(block.head).match(/w\d+x/g) ?? []) : [];
}

const LAYOUT = fc.constantFrom<ContentPart['layout'][]>(
  'flow',
  'flow',
  'flow',
  'speaking',
  'card',
  'onePage',
);

describe('any document', () => {
  it('prints every word once (repeated table heads aside), inside the margins', {
    timeout: PATIENCE,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(SHAPE, { minLength: 1, maxLength: 14 }),
        LAYOUT,
        fc.constantFrom(...themeIds),
        async (shapes, layout, theme) => {
          const { words, take } = counter();
          const blocks = shapes.map((shape, i) => buildBlock(shape, i, take));
          const parts = [part('a', 'Parte', blocks, { layout })];
          const content = contentDocument(parts, { contentsTitle: null, theme });
          const { bytes } = await exportPdf(content, { themes: testThemes });
          const pdf = await readPdf(bytes);
          const printed = pdf.texts.join(' ').match(/w\d+x/g) ?? [];
          const heads = new Set(blocks.flatMap(headWords));
          expect(printed.filter(word => !heads.has(word)).sort()).toEqual(
            words.filter(word => !heads.has(word)).sort(),
          );
          for (const head of heads) expect(printed).toContain(head);
          const sizes = (await PDFDocument.load(bytes)).getPages().map(page => page.getSize());
          const side = shapes.some(shape => shape.kind === 'side') ? 15 : 70;
          pdf.pages.forEach((page, i) => {
            for (const item of page.filter(each => /w\d+x/.test(each.text))) {
              expect(item.x).toBeGreaterThan(Math.min(side, 60));
              expect(item.x + item.width).toBeLessThan(sizes[i]!.width - side);
              expect(item.y).toBeGreaterThan(70);
              expect(item.y).toBeLessThan(sizes[i]!.height - 75);
            }
          });
          await pdf.close();
        },
      ),
      tried(15),
    );
  });

  it('may hold anything as text: nothing, blanks, control characters, words longer than a line', {
    timeout: PATIENCE,
  }, async () => {
    const odd = fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        '\u00a0',
        '\u200b\u200b',
        '\u0000\u0007\u001b',
        '\n\n\t',
        '\u00ad',
        '\u202e\u2066',
        '\ud800',
        'W'.repeat(400),
        'á\u0301'.repeat(60),
        'مرحبا بالعالم',
        '👩‍👩‍👧 🇵🇪',
      ),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(odd, { minLength: 12, maxLength: 12 }), LAYOUT, async (texts, layout) => {
        const [a, b, c, d, e, f, g, h, i, j, k, l] = texts as [string, ...string[]] & string[];
        const side: FootnoteInline = {
          kind: 'footnote',
          id: 's',
          number: 2,
          place: 'side',
          content: [text(l!)],
        };
        const blocks: Block[] = [
          paragraph([text(a), footnote(1, b!), text(c!), side]),
          heading('h', 2, d!),
          quote('q', e!, { citation: [] }),
          { kind: 'list', ordered: false, start: 1, items: [[paragraph(f!)], []] },
          { kind: 'talkingPoint', id: 'p', number: g!, lead: h!, blocks: [paragraph(i!)], evidence: [] },
          { kind: 'parallel', heads: [j!, ''], languages: ['es', 'en'], rows: [[[paragraph(k!)], []]] },
          { ...table([[a, b!], [c!, d!], []]), label: e!, caption: [text(f!)] },
          { kind: 'blockquote', blocks: [] },
        ];
        const parts = [part('x', l!, blocks, { layout }), part('y', '', [], { layout })];
        const content = contentDocument(parts, { title: a || 'T' });
        const { pageCount } = await exportPdf(content, { themes: testThemes });
        expect(pageCount).toBeGreaterThan(0);
      }),
      tried(20),
    );
  });

  it('may have no parts at all', async () => {
    const pdf = await readPdf((await exportUnchecked(contentDocument([]), { themes: testThemes })).bytes);
    expect(pdf.texts).toHaveLength(1);
    expect(pdf.texts[0]).toContain('Índice');
    await pdf.close();
  });
});
