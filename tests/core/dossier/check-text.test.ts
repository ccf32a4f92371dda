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
          'x',
        ),
        text: fc.string(),
        attrs: fc.dictionary(
          fc.constantFrom('level', 'marking', 'colspan', 'colwidth', 'excerptId', 'href'),
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
