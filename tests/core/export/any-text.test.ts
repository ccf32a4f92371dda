import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkText } from '../../../electron/core/dossier/check-text.ts';
import { buildDocument } from '../../../electron/core/export/build-document.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { type ReadItem, readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';
import { PATIENCE, tried } from '../../helpers/property-runs.ts';
import { section, snapshotOf } from '../../helpers/snapshot-builders.ts';

type NodeJson = Record<string, unknown>;
/** Draws from one tape, so that a failing text shrinks with it. */
type Draw = (below: number) => number;

/** Writes random texts of the editor's schema in which every word is unique. */
class Writer {
  words = 0;
  private readonly draw: Draw;

  constructor(draw: Draw) {
    this.draw = draw;
  }

  text(): NodeJson {
    const count = 1 + this.draw(this.draw(8) === 0 ? 160 : 12);
    const words = Array.from({ length: count }, () => `w${this.words++}x`).join(' ');
    const marks = ['strong', 'em', 'underline', 'small_caps'].filter(() => this.draw(6) === 0);
    const link = this.draw(10) === 0 ? [{ type: 'link', attrs: { href: 'https://ejemplo.org/a' } }] : [];
    return { type: 'text', text: ` ${words} `, marks: [...link, ...marks.map(type => ({ type }))] };
  }

  inlines(): NodeJson[] {
    return Array.from({ length: 1 + this.draw(4) }, () => {
      const kind = this.draw(7);
      if (kind === 0) return { type: 'footnote', content: [this.text()] };
      return kind === 1 ? { type: 'hard_break' } : this.text();
    });
  }

  paragraph(): NodeJson {
    const marking = this.draw(8) === 0 ? 'secreta' : null;
    return this.draw(12) === 0
      ? { type: 'paragraph' }
      : { type: 'paragraph', attrs: { marking }, content: this.inlines() };
  }

  list(depth: number): NodeJson {
    const items = Array.from({ length: 1 + this.draw(4) }, () => ({
      type: 'list_item',
      content: [this.paragraph(), ...(depth > 0 && this.draw(3) === 0 ? [this.list(depth - 1)] : [])],
    }));
    return this.draw(2) === 0
      ? { type: 'bullet_list', content: items }
      : { type: 'ordered_list', attrs: { order: 1 + this.draw(120) }, content: items };
  }

  table(): NodeJson {
    const rows = Array.from({ length: 1 + this.draw(6) }, () => ({
      type: 'table_row',
      content: Array.from({ length: this.draw(5) }, () => ({
        type: 'table_cell',
        attrs: {
          colspan: 1 + this.draw(2),
          rowspan: this.draw(3) === 0 ? 1 + this.draw(4) : 1,
          colwidth: null,
        },
        content: [this.draw(5) === 0 ? this.list(1) : this.paragraph()],
      })),
    }));
    return { type: 'table', attrs: { caption: '' }, content: rows };
  }

  block(): NodeJson {
    switch (this.draw(9)) {
      case 0:
        return { type: 'heading', attrs: { level: 1 + this.draw(3) }, content: [this.text()] };
      case 1:
      case 2:
        return this.list(3);
      case 3:
      case 4:
        return this.table();
      case 5:
        return {
          type: 'blockquote',
          attrs: { marking: null },
          content: [this.paragraph(), this.paragraph()],
        };
      case 6:
        return { type: this.draw(2) === 0 ? 'page_break' : 'horizontal_rule' };
      default:
        return this.paragraph();
    }
  }
}

/** A narrow cell breaks words without a hyphen: blanks say nothing; nor do capitals, which stand in for missing small ones. */
function readWords(items: readonly ReadItem[]): string[] {
  const said = items.map(item => item.text).join('');
  return said.replace(/\s/g, '').toLowerCase().match(/w\d+x/g) ?? [];
}

/** Lines from left to right, each column from its first page to its last: what stands in a line (calls of notes too) stays in it. */
function byColumns(items: readonly ReadItem[]): ReadItem[] {
  let edge = 0;
  const lines = items.map((item, i) => {
    const before = items[i - 1];
    const goesOn =
      before && Math.abs(before.y - item.y) < 6 && Math.abs(before.x + before.width - item.x) < 4;
    edge = goesOn ? edge : Math.round(item.x);
    return { item, edge };
  });
  return lines.toSorted((a, b) => a.edge - b.edge).map(({ item }) => item);
}

function wordsOf(node: NodeJson): string[] {
  return JSON.stringify(node).match(/w\d+x/g) ?? [];
}

/** The words of headings and of the heads of tables, which may be printed more than once. */
function wordsOfHeads(node: NodeJson): string[] {
  if (node.type === 'heading' || node.type === 'table_header') return wordsOf(node);
  return ((node.content as NodeJson[] | undefined) ?? []).flatMap(wordsOfHeads);
}

it('prints every word of any text once, where it can be seen', { timeout: PATIENCE }, async () => {
  const themes = testThemes;
  const tape = fc.array(fc.nat({ max: 9999 }), { minLength: 40, maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(tape, fc.integer({ min: 1, max: 14 }), fc.boolean(), async (numbers, size, large) => {
      let at = 0;
      const writer = new Writer(below => numbers[at++ % numbers.length]! % below);
      const content = Array.from({ length: size }, () => writer.block());
      const text = checkText({ type: 'doc', content }).json;
      const kind = large ? 'talkingPoints' : 'topicBrief';
      const pdf = await readPdf(
        (await exportPdf(buildDocument(snapshotOf([section('a', kind, text)])), { themes })).bytes,
      );
      const items = pdf.pages.flatMap((page, i) => {
        const { width, height } = pdf.sizes[i]!;
        const text = page.filter(item => item.text.trim() && item.y > 70 && item.y < height - 75);
        for (const item of text) {
          expect([item.x > 70, item.x + item.width < width - 70]).toEqual([true, true]);
        }
        return text;
      });
      const seen = readWords(items);
      const wanted = Array.from({ length: writer.words }, (_, i) => `w${i}x`);
      // A word that a narrow cell divides between two pages has the first page's notes between its halves: read by columns, it is whole.
      const columns = new Set(readWords(byColumns(items)));
      const missing = wanted.filter(word => !seen.includes(word) && !columns.has(word));
      expect(missing).toEqual([]);
      // A point that goes on bears its title on every page, a divided row its heads; halves of divided words are no words.
      const repeated = new Set(content.flatMap(wordsOfHeads));
      const whole = items.flatMap(item => readWords([item])).filter(word => !repeated.has(word));
      expect(whole.filter((word, i) => whole.indexOf(word) !== i)).toEqual([]);
      await pdf.close();
    }),
    tried(20),
  );
});
