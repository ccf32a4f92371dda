import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  layoutDocument,
  type PlacedPage,
  settingOf,
} from '../../../electron/core/export/layout/layout-document.ts';
import type { StructNode } from '../../../electron/core/export/layout/structure.ts';
import type { Box } from '../../../electron/core/export/layout/vertical-list.ts';
import type { Block } from '../../../shared/document/content.ts';
import { themeIds } from '../../../shared/model/output.ts';
import {
  contentDocument,
  footnote,
  heading,
  pageSetup,
  paragraph,
  part,
  quote,
  text,
} from '../../helpers/pdf-content.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';
import { PATIENCE, tried } from '../../helpers/property-runs.ts';

/** A line of a page in reading order: the element it belongs to and its last words. */
interface SetLine {
  node: StructNode;
  page: number;
  endsWithinWord: boolean;
}

function linesOf(pages: PlacedPage[]): SetLine[] {
  const lines: SetLine[] = [];
  const walk = (box: Box, page: number) => {
    for (const op of box.ops) {
      if (op.kind === 'box') walk(op.box, page);
      const last = op.kind === 'line' ? op.line.segments.at(-1) : undefined;
      if (last?.piece.node) lines.push({ node: blockOf(last.piece.node), page, endsWithinWord: last.hyphen });
    }
  };
  pages.forEach(({ page }, index) => {
    for (const { box } of page.boxes) walk(box, index);
  });
  return lines;
}

/** The paragraph or heading that a run stands in. */
function blockOf(node: StructNode): StructNode {
  return /^(?:P|H\d)$/.test(node.tag) || !node.parent ? node : blockOf(node.parent);
}

async function layOut(blocks: Block[], theme: string, size: 'A4' | 'A5'): Promise<SetLine[]> {
  const content = contentDocument([part('a', 'Parte', blocks)], {
    contentsTitle: null,
    theme,
    page: { ...pageSetup, size },
  });
  const laid = await layoutDocument(content, settingOf(content, testThemes), {
    originals: new Map(),
    cache: null,
    fromKnownPages: false,
    onChapter: async () => undefined,
  });
  return linesOf(laid.pages);
}

const WORDS = [
  'institucionalización',
  'el',
  'acuerdo',
  'de',
  'gobernanza',
  'que',
  'internacional',
  'y',
  'cooperación',
];
const words = (count: number, seed: number) =>
  Array.from({ length: count }, (_, i) => WORDS[(i * 7 + seed + (i >> 2)) % WORDS.length]).join(' ');

const BLOCK: fc.Arbitrary<(i: number) => Block> = fc
  .record({
    kind: fc.constantFrom('paragraph', 'paragraph', 'paragraph', 'quote', 'heading2', 'heading3', 'note'),
    size: fc.integer({ min: 1, max: 130 }),
    seed: fc.nat(8),
  })
  .map(({ kind, size, seed }) => (i: number): Block => {
    if (kind === 'quote') return quote(`q${i}`, words(size, seed), { citation: [text('(Acta, p. 4)')] });
    if (kind === 'heading2') return heading(`h${i}`, 2, words(1 + (size % 12), seed));
    if (kind === 'heading3') return heading(`h${i}`, 3, words(1 + (size % 12), seed));
    if (kind === 'note') return paragraph([text(words(size, seed)), footnote(i, words(size % 40, seed))]);
    return paragraph(words(size, seed));
  });

describe('page breaks', () => {
  it.each(themeIds)(
    'leave no widow, no orphan, no heading at a foot, and tear no quote, in %s',
    async theme => {
      let broken = 0;
      let withinWord = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(BLOCK, { minLength: 20, maxLength: 60 }),
          fc.constantFrom('A4' as const, 'A5' as const),
          async (makers, size) => {
            // A text follows each heading, as nothing keeps a page full of headings from ending with one.
            const made = makers.map((make, i) => make(i));
            const blocks = made.flatMap((block, i) =>
              block.kind === 'heading' && made[i + 1]?.kind !== 'paragraph'
                ? [block, paragraph(words(30, i))]
                : [block],
            );
            const lines = await layOut(blocks, theme, size);
            const byNode = Map.groupBy(lines, line => line.node);
            for (const [node, own] of byNode) {
              const pages = [...Map.groupBy(own, line => line.page).values()];
              if (pages.length === 1) continue;
              broken++;
              if (pages[0]!.at(-1)!.endsWithinWord) withinWord++;
              expect(node.tag).toBe('P');
              expect(pages[0]!.length).toBeGreaterThanOrEqual(2);
              expect(pages.at(-1)!.length).toBeGreaterThanOrEqual(2);
            }
            lines.forEach((line, i) => {
              const next = lines[i + 1];
              if (!next || next.page === line.page) return;
              expect(line.node.tag).not.toMatch(/^H/);
              const torn = next.node !== line.node && next.node.parent === line.node.parent;
              if (torn) expect(line.node.parent?.tag).not.toBe('BlockQuote');
            });
          },
        ),
        tried(25),
      );
      expect(broken).toBeGreaterThan(20);
      expect(withinWord / broken).toBeLessThan(0.2);
    },
    PATIENCE,
  );
});
