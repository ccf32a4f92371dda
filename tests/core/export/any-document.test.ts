import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/document/content.ts';
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
import { readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';

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
  | { kind: 'paragraph' | 'quote' | 'heading' | 'break' | 'large'; size: number }
  | { kind: 'note'; size: number; note: number }
  | { kind: 'list'; sizes: number[] }
  | { kind: 'table'; rows: number[][] };

const SIZE = fc.integer({ min: 1, max: 120 });
const SHAPE: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({ kind: fc.constantFrom('paragraph', 'quote', 'heading', 'break', 'large'), size: SIZE }),
  fc.record({ kind: fc.constant('note' as const), size: SIZE, note: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('list' as const), sizes: fc.array(SIZE, { minLength: 1, maxLength: 6 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 8,
    }),
  }),
);

function buildBlock(shape: Shape, i: number, take: (count: number) => string): Block {
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
    case 'list':
      return {
        kind: 'list',
        ordered: true,
        start: 1,
        items: shape.sizes.map(size => [paragraph(take(size))]),
      };
    case 'table':
      return table(shape.rows.map(row => row.map(size => take(size))));
  }
}

describe('any document', () => {
  it('prints every word once (repeated table heads aside), inside the margins', async () => {
    const themes = testThemes;
    await fc.assert(
      fc.asyncProperty(fc.array(SHAPE, { minLength: 1, maxLength: 14 }), async shapes => {
        const { words, take } = counter();
        const blocks = shapes.map((shape, i) => buildBlock(shape, i, take));
        const content = contentDocument([part('a', 'Parte', blocks)], { contentsTitle: null });
        const pdf = await readPdf((await exportPdf(content, { themes })).bytes);
        const printed = pdf.texts.join(' ').match(/w\d+x/g) ?? [];
        const heads = new Set(blocks.flatMap(block => (block.kind === 'table' ? headWords(block) : [])));
        expect(printed.filter(word => !heads.has(word)).sort()).toEqual(
          words.filter(word => !heads.has(word)).sort(),
        );
        for (const head of heads) expect(printed).toContain(head);
        for (const item of pdf.pages.flat()) {
          if (!/w\d+x/.test(item.text)) continue;
          expect(item.x).toBeGreaterThan(70);
          expect(item.x + item.width).toBeLessThan(595 - 70);
          expect(item.y).toBeGreaterThan(70);
          expect(item.y).toBeLessThan(842 - 75);
        }
        await pdf.close();
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

function headWords(block: Extract<Block, { kind: 'table' }>): string[] {
  return JSON.stringify(block.head).match(/w\d+x/g) ?? [];
}
