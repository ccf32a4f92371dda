import fc from 'fast-check';
import type { Block, Inline, LinkTarget, TableCell, TextMarks } from '../../shared/document/content.ts';
import type { ContentDocument, ContentPart } from '../../shared/document/content-document.ts';
import { contentDocument } from './pdf-content.ts';

/** Few ids, so that some meet, some repeat and some lead nowhere. */
const id = fc.constantFrom('a', 'b', 'c d', '1', 'ñ"<', '', 'head-1', 'lost');
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '</style><script>',
    ']]>',
    '&amp;',
    '\u0000\u001b',
    '\ud800',
    'محمد',
    'Cuadro 3',
    '{page}',
    '',
  ),
);
const language = fc.constantFrom('es', 'en-GB', 'ar', 'la', 'x"y', '');
const marks: fc.Arbitrary<TextMarks> = fc.record(
  {
    strong: fc.boolean(),
    em: fc.boolean(),
    underline: fc.boolean(),
    smallCaps: fc.boolean(),
    superscript: fc.boolean(),
  },
  { requiredKeys: [] },
);
const link: fc.Arbitrary<LinkTarget> = fc.oneof(
  fc.record({
    kind: fc.constant('url' as const),
    href: fc.oneof(words, fc.webUrl(), fc.constant('javascript:x()')),
  }),
  fc.record({ kind: fc.constant('anchor' as const), id }),
);
const align = fc.constantFrom('start' as const, 'center' as const, 'end' as const);

const { inlines } = fc.letrec<{ inline: Inline; inlines: Inline[] }>(tie => ({
  inlines: fc.array(tie('inline'), { maxLength: 4 }),
  inline: fc.oneof(
    { depthSize: 'small' },
    fc.record(
      { kind: fc.constant('text' as const), text: words, marks, link, indexEntry: words, language },
      { requiredKeys: ['kind', 'text'] },
    ),
    fc.record({ kind: fc.constant('citation' as const), text: words, targetId: fc.option(id) }),
    fc.record({ kind: fc.constant('reference' as const), text: words, targetId: id, alt: words }),
    fc.constant({ kind: 'lineBreak' as const }),
    fc.record({
      kind: fc.constant('footnote' as const),
      id,
      number: fc.nat(99),
      place: fc.constantFrom('foot' as const, 'side' as const),
      content: tie('inlines'),
    }),
  ),
}));

const references = fc.array(
  fc.record({ kind: fc.constant('reference' as const), text: words, targetId: id, alt: words }),
  { maxLength: 2 },
);
const frame = {
  id,
  label: fc.option(words, { nil: undefined }),
  caption: fc.option(inlines),
  alt: words,
  width: fc.double({ min: 0, max: 1, noNaN: true }),
  placement: fc.constantFrom('here' as const, 'float' as const),
};
const chart = fc
  .tuple(
    fc.array(words, { minLength: 1, maxLength: 4 }),
    fc.nat(2),
    fc.constantFrom('bar' as const, 'stackedBar' as const, 'line' as const, 'area' as const, 'pie' as const),
  )
  .chain(([categories, more, kind]) =>
    fc.record({
      kind: fc.constant(kind),
      unit: words,
      categories: fc.constant(categories),
      series: fc.array(
        fc.record({
          name: words,
          values: fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
            minLength: categories.length,
            maxLength: categories.length,
          }),
        }),
        { minLength: 1, maxLength: more + 1 },
      ),
    }),
  );

const { blocks } = fc.letrec<{ block: Block; blocks: Block[]; row: TableCell[] }>(tie => ({
  blocks: fc.array(tie('block'), { maxLength: 3, depthIdentifier: 'blocks' }),
  row: fc.array(
    fc.record(
      {
        blocks: tie('blocks'),
        header: fc.boolean(),
        colspan: fc.integer({ min: 0, max: 4 }),
        rowspan: fc.integer({ min: 0, max: 4 }),
        align,
        shade: fc.constantFrom('tint' as const, 'strong' as const, 'warning' as const),
      },
      { requiredKeys: ['blocks'] },
    ),
    { maxLength: 3 },
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, depthIdentifier: 'blocks' },
    fc.record(
      {
        kind: fc.constant('paragraph' as const),
        id,
        role: fc.constantFrom('body' as const, 'note' as const, 'large' as const, 'lead' as const),
        inlines,
        marking: fc.option(words),
        align,
        language,
      },
      { requiredKeys: ['kind', 'role', 'inlines', 'marking'] },
    ),
    fc.record(
      {
        kind: fc.constant('heading' as const),
        id,
        level: fc.constantFrom(2 as const, 3 as const, 4 as const),
        number: fc.option(words),
        inlines,
        language,
      },
      { requiredKeys: ['kind', 'id', 'level', 'number', 'inlines'] },
    ),
    fc.record({
      kind: fc.constant('quote' as const),
      id,
      inlines,
      language,
      citation: inlines,
      translation: fc.option(fc.record({ label: words, inlines, language })),
      state: fc.constantFrom('exact' as const, 'moved' as const, 'changed' as const),
      verificationLabel: fc.option(words),
      marking: fc.option(words),
      seeAlso: references,
    }),
    fc.record({
      kind: fc.constant('figure' as const),
      ...frame,
      imageId: fc.constantFrom('image-1', 'gone'),
      pixelWidth: fc.nat(5000),
      pixelHeight: fc.nat(5000),
    }),
    fc.record({ kind: fc.constant('chart' as const), ...frame, chart }),
    fc.constantFrom<Block>({ kind: 'pageBreak' }, { kind: 'rule' }),
    fc.record({
      kind: fc.constant('bibliographyEntry' as const),
      id,
      inlines,
      url: fc.option(fc.oneof(words, fc.webUrl())),
    }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      start: fc.integer({ min: -5, max: 40_000 }),
      items: fc.array(tie('blocks'), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('blockquote' as const), blocks: tie('blocks') }),
    fc.record({
      kind: fc.constant('talkingPoint' as const),
      id,
      number: fc.option(words),
      lead: fc.option(words),
      blocks: tie('blocks'),
      evidence: references,
    }),
    fc.record({
      kind: fc.constant('parallel' as const),
      heads: fc.option(fc.tuple(words, words)),
      languages: fc.tuple(language, language),
      rows: fc.array(fc.tuple(tie('blocks'), tie('blocks')), { maxLength: 2 }),
    }),
    fc.record(
      {
        kind: fc.constant('table' as const),
        id,
        label: words,
        caption: fc.option(inlines),
        orientation: fc.constantFrom('auto' as const, 'portrait' as const, 'landscape' as const),
        head: fc.array(tie('row'), { maxLength: 2 }),
        rows: fc.array(tie('row'), { maxLength: 3 }),
        columnWeights: fc.array(fc.double({ min: -1, max: 9, noNaN: true }), { maxLength: 4 }),
      },
      { requiredKeys: ['kind', 'caption', 'head', 'rows'] },
    ),
  ),
}));

const part: fc.Arbitrary<ContentPart> = fc.record({
  id,
  number: fc.option(words),
  title: words,
  startOnNewPage: fc.boolean(),
  marking: fc.option(words),
  layout: fc.constantFrom('flow' as const, 'speaking' as const, 'card' as const, 'onePage' as const),
  blocks,
});

/** Any content model that the types allow, mended for nobody: ids that repeat, links to nowhere, empty and odd texts. */
export const anyContent: fc.Arbitrary<ContentDocument> = fc
  .record({
    parts: fc.array(part, { maxLength: 3 }),
    title: words,
    language: fc.constantFrom('es-PE', 'en-GB'),
    banner: fc.option(fc.record({ text: words, color: fc.constantFrom('#8a1c12', 'red', '') })),
    copyLine: fc.option(words),
    watermark: fc.option(words),
    contentsTitle: fc.option(words),
    contentsBlocks: blocks,
    cover: fc.option(
      fc.record({
        id,
        ministry: fc.option(words),
        title: words,
        subtitle: fc.option(words),
        facts: fc.array(fc.tuple(words, words), { maxLength: 2 }),
        markingLine: fc.option(words),
        controlLines: fc.array(words, { maxLength: 2 }),
        blocks,
      }),
    ),
    lists: fc.record({ tables: fc.option(words), figures: fc.option(words), names: fc.option(words) }),
    page: fc.record({
      size: fc.constantFrom('A4' as const, 'letter' as const, 'A5' as const, 'A6' as const),
      duplex: fc.boolean(),
      booklet: fc.boolean(),
      rightHandParts: fc.boolean(),
      dividers: fc.boolean(),
    }),
  })
  .map(({ parts, ...extra }) => contentDocument(parts, extra));
