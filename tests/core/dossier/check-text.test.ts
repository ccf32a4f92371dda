import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkText } from '../../../electron/core/dossier/check-text.ts';
import { Failure } from '../../../shared/contract/result.ts';
import { textWith } from '../../helpers/library-builders.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const link = (href: string) =>
  paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] });

test('a sound text comes back as it was, with what it refers to', () => {
  const text = doc(
    ...(textWith('Hola', ID, ID).content as unknown[]),
    paragraph({ type: 'citation', attrs: { sourceId: ID, locator: 'iv' } }),
    link('https://ejemplo.org'),
  );
  expect(checkText(text)).toMatchObject({ excerptIds: [ID], sourceIds: [ID] });
  expect(checkText(checkText(text).json).json).toEqual(checkText(text).json);
});

const chart = {
  kind: 'bar',
  unit: '',
  categories: ['2024'],
  series: [{ name: 'Comercio', values: [1] }],
};
const markedText = (type: string, attrs: object) =>
  paragraph({ type: 'text', text: 'x', marks: [{ type, attrs }] });
const tableWith = (attrs: object, cell: object = {}) => ({
  type: 'table',
  attrs,
  content: [{ type: 'table_row', content: [{ type: 'table_cell', attrs: cell, content: [paragraph()] }] }],
});
const parallel = (attrs: object) => {
  const cell = { type: 'parallel_cell', content: [paragraph()] };
  return { type: 'parallel', attrs, content: [{ type: 'parallel_row', content: [cell, cell] }] };
};

test('figures, charts, points, references, languages and names come back as they were', () => {
  const text = doc(
    { type: 'heading', attrs: { level: 2, id: '0a1b2c' }, content: [] },
    { type: 'figure', attrs: { imageId: ID, id: 'f-1', alt: 'Un puente', width: 20, placement: 'float' } },
    { type: 'chart', attrs: { chart, width: 100 } },
    parallel({ left: 'es', right: 'pt-BR', disclosure: 'internal' }),
    { type: 'talking_point', attrs: { addressee: 'Canciller', minutes: 3 }, content: [paragraph()] },
    tableWith({ orientation: 'landscape', id: 't_1' }, { shade: 'warning' }),
    paragraph({ type: 'cross_reference', attrs: { targetId: ID, form: 'page' } }),
    paragraph({ type: 'footnote', attrs: { place: 'side' }, content: [{ type: 'text', text: 'n' }] }),
    markedText('language', { language: 'en-GB' }),
    markedText('index_entry', { entry: 'Morales, Evo' }),
  );
  const checked = checkText(text).json;
  expect(checkText(checked).json).toEqual(checked);
  expect(JSON.stringify(checked)).toContain('"entry":"Morales, Evo"');
});

test.each([
  ['an unknown disclosure', doc({ ...paragraph(), attrs: { disclosure: 'secret' } })],
  ['a picture without an id', doc({ type: 'figure', attrs: { imageId: '../x' } })],
  ['a picture wider than the page', doc({ type: 'figure', attrs: { imageId: ID, width: 101 } })],
  ['a picture too narrow to see', doc({ type: 'figure', attrs: { imageId: ID, width: 19 } })],
  ['a picture nowhere', doc({ type: 'figure', attrs: { imageId: ID, placement: 'behind' } })],
  ['an endless description', doc({ type: 'figure', attrs: { imageId: ID, alt: 'x'.repeat(3000) } })],
  ['a chart without figures', doc({ type: 'chart', attrs: { chart: { ...chart, series: [] } } })],
  ['a chart of unequal rows', doc({ type: 'chart', attrs: { chart: { ...chart, categories: ['a', 'b'] } } })],
  ['a chart of nothing', doc({ type: 'chart', attrs: { chart: null } })],
  ['a parallel text of no language', doc(parallel({ left: 'not a language' }))],
  [
    'a parallel text of one column',
    doc({ type: 'parallel', content: [{ type: 'parallel_row', content: [] }] }),
  ],
  [
    'a point of a whole day',
    doc({ type: 'talking_point', attrs: { minutes: 1440 }, content: [paragraph()] }),
  ],
  [
    'a point of half a minute',
    doc({ type: 'talking_point', attrs: { minutes: 0.5 }, content: [paragraph()] }),
  ],
  [
    'an endless addressee',
    doc({ type: 'talking_point', attrs: { addressee: 'x'.repeat(300) }, content: [paragraph()] }),
  ],
  ['a reference to nothing', doc(paragraph({ type: 'cross_reference', attrs: { targetId: '' } }))],
  ['a reference out of the file', doc(paragraph({ type: 'cross_reference', attrs: { targetId: '"><x' } }))],
  [
    'a reference in another form',
    doc(paragraph({ type: 'cross_reference', attrs: { targetId: ID, form: 'x' } })),
  ],
  ['an id that is no name', doc({ type: 'heading', attrs: { level: 1, id: 'a b' }, content: [] })],
  ['a turned table', doc(tableWith({ orientation: 'upside down' }))],
  ['a colour of its own', doc(tableWith({}, { shade: '#ff0000' }))],
  ['a note in the air', doc(paragraph({ type: 'footnote', attrs: { place: 'air' } }))],
  ['a passage of no language', doc(markedText('language', { language: '"><x' }))],
  ['a name of nothing', doc(markedText('index_entry', { entry: '  ' }))],
])('%s is refused too', (_name, text) => {
  expect(() => checkText(text)).toThrow(Failure);
  expect(() => checkText(text)).toThrow(/^text: /);
});

test.each([
  ['an unknown node', doc({ type: 'script', content: [] })],
  ['an unknown mark', doc(paragraph({ type: 'text', text: 'x', marks: [{ type: 'blink' }] }))],
  ['no document', paragraph()],
  ['an empty document', doc()],
  ['a block in a line', doc(paragraph(paragraph()))],
  ['a heading without a level', doc({ type: 'heading', attrs: { level: 9 }, content: [] })],
  ['a script as a link', doc(link('javascript:alert(1)'))],
  ['a local file as a link', doc(link('file:///etc/passwd'))],
  ['a quote without an id', doc({ type: 'excerpt_quote', attrs: { excerptId: '../../x' } })],
  [
    'a span without end',
    doc({
      type: 'table',
      content: [
        {
          type: 'table_row',
          content: [{ type: 'table_cell', attrs: { colspan: 1e9 }, content: [paragraph()] }],
        },
      ],
    }),
  ],
  ['an empty text node', doc(paragraph({ type: 'text', text: '' }))],
  ['nothing at all', {}],
])('%s is refused', (_name, text) => {
  expect(() => checkText(text)).toThrow(Failure);
  expect(() => checkText(text)).toThrow(/^text: /);
});

test('a text too deep or too long is refused before anything reads it', () => {
  let deep: unknown = paragraph();
  for (let i = 0; i < 20_000; i++)
    deep = { type: 'bullet_list', content: [{ type: 'list_item', content: [deep] }] };
  expect(() => checkText(doc(deep))).toThrow(/too deep/);
  const long = doc(paragraph({ type: 'text', text: 'x'.repeat(6_000_000) }));
  expect(() => checkText(long)).toThrow(expect.objectContaining({ code: 'tooLarge' }));
});

test('whatever comes, a text is sound or refused', () => {
  const node = fc.letrec(tie => ({
    node: fc.record(
      {
        type: fc.constantFrom(
          'doc',
          'paragraph',
          'text',
          'heading',
          'table',
          'table_row',
          'table_cell',
          'footnote',
          'list_item',
          'bullet_list',
          'figure',
          'chart',
          'parallel',
          'talking_point',
          'cross_reference',
          'x',
        ),
        text: fc.string(),
        attrs: fc.dictionary(
          fc.constantFrom(
            'level',
            'marking',
            'colspan',
            'colwidth',
            'excerptId',
            'href',
            'disclosure',
            'id',
            'chart',
            'width',
            'minutes',
            'targetId',
            'left',
          ),
          fc.anything(),
        ),
        content: fc.array(tie('node'), { maxLength: 4 }),
        marks: fc.array(fc.record({ type: fc.constantFrom('strong', 'link', 'z') }), { maxLength: 2 }),
      },
      { requiredKeys: ['type'] },
    ),
  })).node;
  fc.assert(
    fc.property(node, content => {
      try {
        const checked = checkText(doc(content));
        expect(checkText(checked.json).json).toEqual(checked.json);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }),
    { numRuns: 2000 },
  );
});
