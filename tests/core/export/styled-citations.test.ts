import { expect, test } from 'vitest';
import { buildDocument } from '../../../electron/core/export/build-document.ts';
import { noResources } from '../../../electron/core/export/export-resources.ts';
import { renderDocx } from '../../../electron/core/export/render-docx/render-docx.ts';
import { renderHtml } from '../../../electron/core/export/render-html/render-html.ts';
import type { Block, Inline } from '../../../shared/document/content.ts';
import type { ContentDocument } from '../../../shared/document/content-document.ts';
import { bracketStyle, noteStyle, numericStyle, styleOf } from '../../helpers/citation-styles.ts';
import { buildStyled } from '../../helpers/citation-tools.ts';
import { findDisorder } from '../../helpers/docx-order.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';
import { findAll, readDocx, styleOf as styleOfWord, wordsOf } from '../../helpers/read-docx.ts';
import {
  cite,
  doc,
  excerpt,
  noteOf,
  para,
  quoteOf,
  section,
  snapshotOf,
  source,
} from '../../helpers/snapshot-builders.ts';

const acta = source('acta', {
  title: 'Acta de <i>La Paz</i> & otras',
  authors: [{ literal: 'Cancillería' }],
  issued: '2018-09-03',
  publisher: 'Imprenta Nacional',
  url: 'https://actas.example/a?b=1&c=2',
});
const informe = source('informe', {
  title: 'Informe anual',
  authors: [
    { family: 'Pérez', given: 'Ana' },
    { family: 'Iglesias', given: 'Luis' },
  ],
  issued: '2019',
  publisher: '',
  url: '',
});
const passage = excerpt('e', 'acta', 'Las partes acuerdan.', {
  firstPage: 4,
  lastPage: 5,
  firstLabel: 'iv',
  lastLabel: 'v',
});

function folder(dossier: { language: 'es' | 'en' } = { language: 'es' }) {
  return snapshotOf(
    [
      section(
        'sintesis',
        'steeringBrief',
        doc(
          para('Lo acordado ', cite('acta', '12'), ' sigue en pie.'),
          quoteOf('e'),
          para(
            'Se repite',
            cite('acta', 'art. 3'),
            ' ',
            cite('informe', 'cap. 2'),
            '.',
            noteOf('Véase ', cite('informe', '7-9')),
          ),
        ),
      ),
      section('fuentes', 'sources', doc(para())),
    ],
    { sources: [acta, informe], excerpts: [passage], dossier },
  );
}

function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map(inline =>
      inline.kind === 'footnote'
        ? `{${inline.number}: ${plainText(inline.content)}}`
        : 'text' in inline
          ? inline.text
          : '',
    )
    .join('');
}

function linesOf(document: ContentDocument): string[] {
  const write = (block: Block): string[] => {
    if (block.kind === 'quote') return [`${plainText(block.inlines)} | ${plainText(block.citation)}`];
    return block.kind === 'paragraph' || block.kind === 'bibliographyEntry' ? [plainText(block.inlines)] : [];
  };
  return document.parts.flatMap(part => part.blocks).flatMap(write);
}

test('a style cites in the text, with its own words, order and locators', async () => {
  const { document, notices } = await buildStyled(folder(), bracketStyle);
  expect(notices).toEqual([]);
  const words = passage.exact;
  expect(linesOf(document).slice(0, 5)).toEqual([
    'Lo acordado [Cancillería : 2018 : p. 12] sigue en pie.',
    `${words} | [Cancillería : 2018 : pp. iv–v]`,
    'Se repite[Cancillería : 2018, art. 3] [Pérez y Iglesias : 2019 : cap. 2].{1: Véase [Pérez y Iglesias : 2019 : pp. 7–9]}',
    'Cancillería, Acta de <i>La Paz</i> & otras, Imprenta Nacional, 3 de septiembre de 2018, https://actas.example/a?b=1&c=2.',
    'Pérez, Ana y Iglesias, Luis, Informe anual, 2019.',
  ]);
  const [, entry] = document.parts[1]!.blocks;
  expect(entry).toMatchObject({ kind: 'bibliographyEntry', id: 'source-acta', url: null });
  const { inlines } = entry as Extract<Block, { kind: 'bibliographyEntry' }>;
  expect(inlines.find(inline => plainText([inline]).startsWith('Acta'))).toMatchObject({
    marks: { em: true },
  });
  expect(inlines.find(inline => plainText([inline]) === 'Imprenta Nacional')).toMatchObject({
    marks: { smallCaps: true },
  });
  expect(inlines.find(inline => plainText([inline]).startsWith('https'))).toMatchObject({
    link: { kind: 'url', href: acta.url },
  });
  const paragraph = document.parts[0]!.blocks[0];
  expect(paragraph).toMatchObject({ inlines: [{}, { kind: 'citation', targetId: 'source-acta' }, {}] });
});

test('in an English dossier the same style speaks English', async () => {
  const { document } = await buildStyled(folder({ language: 'en' }), bracketStyle);
  expect(linesOf(document)).toContain(
    'Se repite[Cancillería : 2018, art. 3] [Pérez and Iglesias : 2019 : ch. 2].{1: Véase [Pérez and Iglesias : 2019 : pp. 7–9]}',
  );
  expect(linesOf(document).join('\n')).toContain('3 September 2018');
});

test('a style that cites in notes numbers them with the notes of the text, and shares one where citations meet', async () => {
  const { document } = await buildStyled(folder(), noteStyle);
  expect(linesOf(document).slice(0, 3)).toEqual([
    'Lo acordado{1: Cancillería, Acta de <i>La Paz</i> & otras, 2018, p. 12.} sigue en pie.',
    `${passage.exact}{2: Ibid., pp. iv–v.} | `,
    'Se repite{3: Cancillería, Acta de <i>La Paz</i> & otras, 2018, art. 3. Pérez y Iglesias, Informe anual, 2019, cap. 2.}.{4: Véase Pérez y Iglesias, Informe anual, 2019, pp. 7–9.}',
  ]);
  const [first] = document.parts[0]!.blocks;
  expect(first).toMatchObject({
    inlines: [
      {},
      { kind: 'footnote', content: [{ link: { kind: 'anchor', id: 'source-acta' } }, {}, {}] },
      {},
    ],
  });
});

test('raised numbers follow their word, and where no bibliography is printed the house style stands', async () => {
  const numbered = await buildStyled(folder(), numericStyle);
  expect(linesOf(numbered.document).slice(0, 3)).toEqual([
    'Lo acordado1 sigue en pie.',
    `${passage.exact}1 | `,
    'Se repite1, art. 3, 2.{1: Véase2}',
  ]);
  expect(linesOf(numbered.document)[3]).toMatch(/^1\. Cancillería/);
  const alone = await buildStyled(folder(), numericStyle, { kind: 'steeringBrief' });
  expect(linesOf(alone.document)[0]).toContain('(Cancillería, 2018, p.\u00a012)');
});

test('a style without a bibliography gets the house one; a source that a style leaves out is no target', async () => {
  const layout = '<layout><text macro="authors"/></layout>';
  const bare = await buildStyled(folder(), styleOf({ citation: layout }));
  expect(linesOf(bare.document).slice(3)).toEqual(linesOf(buildDocument(folder())).slice(3));
  const empty = await buildStyled(
    folder(),
    styleOf({ citation: layout, bibliography: '<layout><text variable="ISBN"/></layout>' }),
  );
  const ends = JSON.stringify(empty.document);
  expect(ends).not.toContain('source-acta');
});

test.each([
  ['text', bracketStyle],
  ['notes', noteStyle],
  ['numbers', numericStyle],
])('a PDF with citations in %s meets its standards and shows them', async (_name, csl) => {
  const { document } = await buildStyled(folder(), csl);
  const { bytes } = await exportPdf(document, { themes: testThemes });
  const { pages } = await readPdf(bytes);
  const text = pages
    .flat()
    .map(item => item.text)
    .join('');
  expect(text).toContain('3 de septiembre de 2018');
});

test.each([
  ['text', bracketStyle, '[Cancillería : 2018 : p. 12]'],
  ['notes', noteStyle, '2018, p. 12.'],
  ['numbers', numericStyle, 'Imprenta Nacional'],
])('Word and HTML show citations in %s too', async (_name, csl, words) => {
  const { document } = await buildStyled(folder(), csl);
  const html = new TextDecoder().decode(
    await renderHtml(document, { resources: noResources, themes: testThemes }),
  );
  expect(html.replace(/<[^>]+>/g, '')).toContain(words);
  const bytes = await renderDocx(document, { resources: noResources, themes: testThemes, comments: true });
  const docx = await readDocx(bytes);
  const parts = ['word/document.xml', 'word/footnotes.xml'].map(path => docx.part(path));
  expect(parts.map(wordsOf).join(' ')).toContain(words);
  for (const part of parts) expect(findDisorder(part)).toEqual([]);
  const empty = findAll(parts[0]!, 'w:p').filter(
    paragraph => styleOfWord(paragraph).startsWith('QuoteSource') && wordsOf(paragraph) === '',
  );
  expect(empty).toEqual([]);
});

test('a processor that fails leaves the house style, and says so', async () => {
  const broken = bracketStyle.replace('macro="place"/></group></layout>', 'macro="nada"/></group></layout>');
  const { document, notices } = await buildStyled(folder(), broken);
  expect(notices).toMatchObject([
    { code: 'citationStyleFailed', details: { name: 'Prueba', why: 'macro `nada` not defined' } },
  ]);
  expect(document).toEqual(buildDocument(folder()));
  const endless = bracketStyle.replace('<macro name="year">', '<macro name="year"><text macro="year"/>');
  const fallen = await buildStyled(folder(), endless);
  expect(fallen.notices).toMatchObject([{ code: 'citationStyleFailed', details: { why: 'crashed' } }]);
  expect(fallen.document).toEqual(buildDocument(folder()));
});
