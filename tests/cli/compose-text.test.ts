import { expect, test } from 'vitest';
import { MissingReference, type TextReferences } from '../../electron/cli/compose-inlines.ts';
import { composeText } from '../../electron/cli/compose-text.ts';
import { blockSchema } from '../../electron/cli/dossier-blocks.ts';

const excerpt = '01900000-0000-7000-8000-000000000001';
const source = '01900000-0000-7000-8000-000000000002';
const image = '01900000-0000-7000-8000-000000000003';
const part = '01900000-0000-7000-8000-000000000004';
const references: TextReferences = {
  excerptIds: new Map([['e1', excerpt]]),
  sourceIds: new Map([['acta.pdf', source]]),
  imageIds: new Map([['fotos/mapa.png', image]]),
  partIds: new Map([['objetivos', part]]),
  footnotes: { 1: 'Al pie, *aparte*.', 2: { text: 'Al margen.', place: 'side' } },
};

function compose(...blocks: object[]) {
  return composeText(
    blocks.map(block => blockSchema.parse(block)),
    references,
  ).content as Record<string, unknown>[];
}

function inlinesOf(text: string) {
  return compose({ type: 'paragraph', text })[0]?.content;
}

const words = (text: string, ...marks: object[]) => ({ type: 'text', text, ...(marks.length && { marks }) });

test('signs become marks, also inside one another', () => {
  expect(inlinesOf('a **b *c*** __d__ ++e++')).toEqual([
    words('a '),
    words('b ', { type: 'strong' }),
    words('c', { type: 'strong' }, { type: 'em' }),
    words(' '),
    words('d', { type: 'underline' }),
    words(' '),
    words('e', { type: 'small_caps' }),
  ]);
  expect(inlinesOf('[[Evo Morales|Morales, Evo]] y [[ALADI]]')).toEqual([
    words('Evo Morales', { type: 'index_entry', attrs: { entry: 'Morales, Evo' } }),
    words(' y '),
    words('ALADI', { type: 'index_entry', attrs: { entry: 'ALADI' } }),
  ]);
  expect(inlinesOf('el {en:non-paper} y [el acta](https://example.org/a_b)')).toEqual([
    words('el '),
    words('non-paper', { type: 'language', attrs: { language: 'en' } }),
    words(' y '),
    words('el acta', { type: 'link', attrs: { href: 'https://example.org/a_b' } }),
  ]);
});

test('notes, references and citations stand in the text', () => {
  expect(inlinesOf('x[^1][^2] [@objetivos] [@cuadro-1:page] [&acta.pdf|p. 4]')).toEqual([
    words('x'),
    {
      type: 'footnote',
      attrs: { place: 'foot' },
      content: [words('Al pie, '), words('aparte', { type: 'em' }), words('.')],
    },
    { type: 'footnote', attrs: { place: 'side' }, content: [words('Al margen.')] },
    words(' '),
    { type: 'cross_reference', attrs: { targetId: part, form: 'label' } },
    words(' '),
    { type: 'cross_reference', attrs: { targetId: 'cuadro-1', form: 'page' } },
    words(' '),
    { type: 'citation', attrs: { sourceId: source, locator: 'p. 4' } },
  ]);
});

test('a sign after a backslash stands for itself, and so does one without its pair', () => {
  expect(inlinesOf(String.raw`\*a\* \[@b] 3 * 4 {a} [b]`)).toEqual([
    words('*'),
    words('a'),
    words('*'),
    words(' '),
    words('['),
    words('@b] 3 * 4 {a} [b]'),
  ]);
});

test('every block has its place in the schema', () => {
  const chart = {
    kind: 'bar',
    unit: 'millones de USD',
    categories: ['2024', '2025'],
    series: [{ name: 'Exportaciones', values: [3.5, null] }],
  };
  const content = compose(
    { type: 'heading', level: 2, text: 'Título', id: 'titulo' },
    { type: 'paragraph', text: 'Texto', marking: 'reservado', disclosure: 'internal', language: 'en' },
    { type: 'numbered', start: 3, items: ['uno', { text: 'dos', items: ['a', 'b'] }] },
    { type: 'quote', excerpt: 'e1', disclosure: 'internal' },
    { type: 'blockquote', paragraphs: ['Dicho.'] },
    {
      type: 'figure',
      image: 'fotos/mapa.png',
      caption: 'Mapa[^1]',
      alt: 'El mapa',
      width: 60,
      placement: 'float',
    },
    { type: 'chart', chart, caption: 'Comercio', id: 'comercio' },
    {
      type: 'parallel',
      rows: [
        ['Uno', 'One'],
        [['Dos', 'Tres'], 'Two'],
      ],
    },
    {
      type: 'point',
      addressee: 'Al canciller',
      minutes: 2,
      blocks: [
        { type: 'paragraph', text: 'Decir esto.' },
        { type: 'quote', excerpt: 'e1' },
      ],
    },
    { type: 'rule' },
    { type: 'pageBreak' },
  );
  expect(content).toMatchObject([
    { type: 'heading', attrs: { level: 2, id: 'titulo', disclosure: null } },
    { type: 'paragraph', attrs: { marking: 'reservado', disclosure: 'internal' } },
    { type: 'ordered_list', attrs: { order: 3 }, content: [{}, { content: [{}, { type: 'bullet_list' }] }] },
    { type: 'excerpt_quote', attrs: { excerptId: excerpt, disclosure: 'internal' } },
    { type: 'blockquote' },
    { type: 'figure', attrs: { imageId: image, alt: 'El mapa', width: 60, placement: 'float' } },
    { type: 'chart', attrs: { chart, id: 'comercio' } },
    {
      type: 'parallel',
      attrs: { left: 'es', right: 'en' },
      content: [{}, { content: [{ content: [{}, {}] }, {}] }],
    },
    {
      type: 'talking_point',
      attrs: { addressee: 'Al canciller', minutes: 2 },
      content: [{}, { type: 'excerpt_quote' }],
    },
    { type: 'horizontal_rule' },
    { type: 'page_break' },
  ]);
});

test('a table keeps its spans and shades, and short rows are filled up', () => {
  const [table] = compose({
    type: 'table',
    caption: 'Avance',
    id: 'avance',
    orientation: 'landscape',
    rowHeaders: true,
    header: ['Eje', { text: 'Estado', colspan: 2 }],
    rows: [
      [
        { text: 'Comercio', rowspan: 2 },
        { text: 'En mora', shade: 'warning' },
      ],
      ['b', 'c'],
      ['Salud'],
    ],
  });
  const rows = table?.content as { content: { type: string; attrs: object }[] }[];
  expect(table).toMatchObject({ attrs: { id: 'avance', orientation: 'landscape' } });
  expect(rows.map(row => row.content.length)).toEqual([2, 3, 2, 3]);
  expect(rows[1]?.content).toMatchObject([
    { type: 'table_header', attrs: { rowspan: 2 } },
    { type: 'table_cell', attrs: { shade: 'warning' } },
    { type: 'table_cell', attrs: { shade: null } },
  ]);
});

test.each([
  ['[^9]', 'footnote'],
  ['[&otra.pdf]', 'source'],
  ['[@a:nada]', 'form'],
  ['[a](javascript:x)', 'link'],
])('%s refers to what is not there', (text, kind) => {
  expect(() => inlinesOf(text)).toThrow(expect.objectContaining({ kind }));
  expect(() => inlinesOf(text)).toThrow(MissingReference);
});
