import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCitationHtml, textOf } from '../../../electron/core/citations/parse-citation-html.ts';
import { readLocator, readPages } from '../../../electron/core/citations/read-locator.ts';
import { type CslSource, sourceToCsl } from '../../../electron/core/citations/source-to-csl.ts';
import { source } from '../../helpers/snapshot-builders.ts';

test('of the processor’s markup only what text can be set in is kept', () => {
  const html =
    '<div class="csl-left-margin">1.</div><div class="csl-right-inline">A &amp; <i>B <span style="font-style:normal;">c</span></i><b>d</b><sup>e</sup> <span style="font-variant:small-caps;">f</span><script>g</script> &#x27;h&#39; &lt;i&gt;</div>';
  expect(parseCitationHtml(html)).toEqual([
    { kind: 'text', text: '1. A & ' },
    { kind: 'text', text: 'B ', marks: { em: true } },
    { kind: 'text', text: 'c' },
    { kind: 'text', text: 'd', marks: { strong: true } },
    { kind: 'text', text: 'e', marks: { superscript: true } },
    { kind: 'text', text: ' ' },
    { kind: 'text', text: 'f', marks: { smallCaps: true } },
    { kind: 'text', text: "g 'h' <i>" },
  ]);
});

test('addresses lead where they say, without what ends the sentence', () => {
  expect(parseCitationHtml('En https://a.example/b?c=1&amp;d=(2), y http://b.example.')).toEqual([
    { kind: 'text', text: 'En ' },
    {
      kind: 'text',
      text: 'https://a.example/b?c=1&d=(2',
      link: { kind: 'url', href: 'https://a.example/b?c=1&d=(2' },
    },
    { kind: 'text', text: '), y ' },
    { kind: 'text', text: 'http://b.example', link: { kind: 'url', href: 'http://b.example' } },
    { kind: 'text', text: '.' },
  ]);
});

test('any text becomes runs that hold no line break, no empty run and no other mark', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<i>',
      '</i>',
      '<b>',
      '</b>',
      '<sup>',
      '</sup>',
      '<div>',
      '</div>',
      '<',
      '>',
      '&amp;',
      '&#x110000;',
      '\n',
      'https://a.b',
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), parts => {
      for (const run of parseCitationHtml(parts.join(''))) {
        expect(run.text).not.toMatch(/^$|[\n\r]/);
        expect(run.text.isWellFormed()).toBe(true);
        for (const mark of Object.keys(run.marks ?? {}))
          expect(['em', 'strong', 'superscript']).toContain(mark);
      }
    }),
  );
});

test('plain text comes through as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'ñ', ' ', '<', '&', '"', 'Z', '.') }), text => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      expect(textOf(parseCitationHtml(escaped)).replace(/ +/g, ' ')).toBe(text.trim().replace(/ +/g, ' '));
    }),
  );
});

test.each([
  ['12', { label: 'page', locator: '12' }],
  ['pp. 12 - 14', { label: 'page', locator: '12–14' }],
  ['págs. iv, vi', { label: 'page', locator: 'iv, vi' }],
  ['párr. 4', { label: 'paragraph', locator: '4' }],
  ['§ 5', { label: 'section', locator: '5' }],
  ['§5', { label: 'section', locator: '5' }],
  ['cap. IV', { label: 'chapter', locator: 'IV' }],
  ['chapter 3', { label: 'chapter', locator: '3' }],
  ['nota 8', { label: 'note', locator: '8' }],
  ['art. 3', { suffix: ', art. 3' }],
  ['cap. final', { suffix: ', cap. final' }],
  ['  ', {}],
])('the locator «%s» is told as CSL knows it', (typed, expected) => {
  expect(readLocator(typed)).toEqual(expected);
});

test('a quote is cited by the labels printed on its pages', () => {
  expect(readPages({ firstPage: 4, lastPage: 5, firstLabel: 'iv', lastLabel: 'v' })).toEqual({
    label: 'page',
    locator: 'iv–v',
  });
  expect(readPages({ firstPage: 4, lastPage: 4, firstLabel: null, lastLabel: null })).toEqual({
    label: 'page',
    locator: '4',
  });
});

test('a source says what it has, and nothing of what it lacks', () => {
  const full: CslSource = source('s', {
    type: 'document',
    title: 'Acta <b>',
    authors: [{ literal: 'Cancillería' }, { family: 'Pérez', given: '' }],
    publisher: 'Imprenta',
    containerTitle: 'Gaceta',
    url: 'https://a.example',
    issued: '2018-09-03',
  });
  expect(sourceToCsl(full)).toEqual({
    id: 's',
    type: 'article',
    title: 'Acta \uE03Cb>',
    author: [{ literal: 'Cancillería' }, { family: 'Pérez' }],
    publisher: 'Imprenta',
    'container-title': 'Gaceta',
    URL: 'https://a.example',
    issued: { 'date-parts': [[2018, 9, 3]] },
    language: 'es',
  });
  const bare = source('s', { title: '', authors: [], issued: '', language: null });
  expect(sourceToCsl(bare)).toEqual({ id: 's', type: 'report' });
});

test.each([
  ['2018', { 'date-parts': [[2018]] }],
  ['2018-21', { 'date-parts': [[2018]], season: 1 }],
  ['2018-09~', { 'date-parts': [[2018, 9]], circa: true }],
  ['2018/2019', { 'date-parts': [[2018], [2019]] }],
  ['2018/..', { 'date-parts': [[2018]] }],
  ['2018-XX-XX', { 'date-parts': [[2018]] }],
  ['201X', undefined],
  ['../2019', undefined],
])('the date %s', (issued, expected) => {
  expect(sourceToCsl(source('s', { issued })).issued).toEqual(expected);
});
