import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLayoutCache, exportPdf } from '../../../electron/core/export/export-pdf.ts';
import type { Block, Inline } from '../../../shared/document/content.ts';
import type { ContentDocument, ContentPart } from '../../../shared/document/content-document.ts';
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
import { testThemes } from '../../helpers/pdf-setting.ts';
import { PATIENCE, tried } from '../../helpers/property-runs.ts';

const LINE = 'Las delegaciones acuerdan que la cooperación científico-técnica prosiga en 2027. ';
const IDS = ['a', 'b', 'c', 'd'];

const words = fc.constantFrom('acuerdo', 'comercio exterior', '中', 'p. 4', 'Perú–Bolivia', 'ﬁn', 'Жуков');
const reference = fc.constantFrom(...IDS, 'nowhere').map(
  (targetId): Inline => ({
    kind: 'reference',
    text: ' (página {page})',
    targetId,
    alt: 'Ir a la página {page}',
  }),
);

/** What somebody may type into a part, given the number of the block for ids. */
const typed: fc.Arbitrary<(number: number) => Block> = fc.oneof(
  fc.tuple(words, fc.integer({ min: 1, max: 14 })).map(
    ([word, lines]) =>
      () =>
        paragraph(`${word} ${LINE.repeat(lines)}`),
  ),
  fc.tuple(words, reference).map(
    ([word, inline]) =>
      () =>
        paragraph([text(`${word} ${LINE}`), inline]),
  ),
  words.map(word => (number: number) => heading(`h-${number}`, 2, `Sobre ${word}`)),
  words.map(word => (number: number) => paragraph([text(word), footnote(number, LINE)])),
  words.map(word => (number: number) => quote(`q-${number}`, `${word}: ${LINE.repeat(3)}`)),
  fc.tuple(words, fc.integer({ min: 1, max: 30 })).map(([word, rows]) => () => {
    const row = [word, LINE.repeat(rows)];
    return table([['Compromiso', 'Estado'], ...Array.from({ length: rows }, () => row)]);
  }),
  fc.tuple(words, fc.integer({ min: 1, max: 25 })).map(
    ([word, lines]) =>
      (number: number): Block => ({
        kind: 'talkingPoint',
        id: `t-${number}`,
        number: String(number),
        lead: word,
        blocks: [paragraph(LINE.repeat(lines), { role: 'large' }), paragraph(LINE)],
        evidence: [],
      }),
  ),
);

const edit = fc.record({
  part: fc.nat({ max: IDS.length - 1 }),
  at: fc.nat({ max: 20 }),
  kind: fc.constantFrom('insert', 'insert', 'replace', 'delete', 'retitle', 'reset', 'turn', 'speak', 'undo'),
  block: typed,
  from: fc.integer({ min: 1, max: 12 }),
});

function firstDraft(): ContentDocument {
  const parts = IDS.map((id, index) =>
    part(id, `Parte ${id}`, [
      paragraph([
        text(LINE),
        { kind: 'reference', text: 'página {page}', targetId: IDS[(index + 2) % 4]!, alt: 'Ir a {page}' },
      ]),
      ...Array.from({ length: 4 + 9 * index }, () => paragraph(LINE.repeat(4))),
    ]),
  );
  return contentDocument(parts);
}

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function apply(content: ContentDocument, { part: index, at, kind, block }: Edit, number: number) {
  if (kind === 'turn') return { ...content, parts: [...content.parts.slice(1), content.parts[0]!] };
  if (kind === 'reset') return { ...content, page: { ...content.page, duplex: !content.page.duplex } };
  const parts = content.parts.map((each, i) => (i === index ? change(each) : each));
  function change(each: ContentPart): ContentPart {
    if (kind === 'speak') return { ...each, layout: each.layout === 'flow' ? 'speaking' : 'flow' };
    if (kind === 'retitle') return { ...each, title: `Parte ${number}` };
    const place = Math.min(at, each.blocks.length);
    const removed = kind === 'insert' ? 0 : 1;
    const added = kind === 'delete' ? [] : [block(number)];
    return { ...each, blocks: each.blocks.toSpliced(place, removed, ...added) };
  }
  return { ...content, parts };
}

describe('a preview with what it kept of those before', () => {
  it('is the preview made from nothing, byte for byte, whatever was written and whatever is in sight', {
    timeout: PATIENCE,
  }, async () => {
    const edits = fc.array(edit, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(edits, async all => {
        const cache = createLayoutCache();
        const drafts = [firstDraft()];
        for (const [number, each] of all.entries()) {
          const draft = drafts.at(-1)!;
          if (each.kind !== 'undo') drafts.push(apply(draft, each, number + 1));
          else if (drafts.length > 1) drafts.pop();
          const content = drafts.at(-1)!;
          const onlyPages = { from: each.from, to: each.from + 4 };
          const options = { themes: testThemes, quick: true, onlyPages };
          const kept = await exportPdf(content, { ...options, cache });
          const fresh = await exportPdf(structuredClone(content), options);
          expect(kept.anchors).toEqual(fresh.anchors);
          expect(kept.missingGlyphs).toEqual(fresh.missingGlyphs);
          expect(Buffer.compare(kept.bytes, fresh.bytes)).toBe(0);
        }
      }),
      tried(12),
    );
  });

  it('leaves exports alone: they are the same bytes before and after', async () => {
    const cache = createLayoutCache();
    const content = firstDraft();
    const before = await exportPdf(content, { themes: testThemes });
    await exportPdf(content, { themes: testThemes, quick: true, cache });
    const after = await exportPdf(content, { themes: testThemes, cache });
    expect(Buffer.compare(before.bytes, after.bytes)).toBe(0);
  });
});
