import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeQuote } from '../../../shared/anchoring/describe-quote.ts';
import { joinSegments } from '../../../shared/anchoring/join-segments.ts';
import { normaliseText } from '../../../shared/anchoring/normalise-text.ts';
import { verifyQuote } from '../../../shared/anchoring/verify-quote.ts';
import { collectWords, type Vocabulary } from '../../../shared/anchoring/vocabulary.ts';
import { pagesOf, somePages } from './build-pages.ts';

const FILLER = 'Otro párrafo cualquiera que llena la página con palabras corrientes.';
const BEFORE = `${FILLER}\nLas Partes acuerdan que`;
const AFTER = `reconocerán la soberanía plena.\n${FILLER}`;

/** The passage from one text on the first page to another on the last. */
function passage(pages: ReturnType<typeof pagesOf>, from: string, to: string) {
  const last = pages.at(-1)!;
  return describeQuote(
    pages,
    { page: 0, offset: pages[0]!.text.indexOf(from) },
    { page: last.index, offset: last.text.indexOf(to) + to.length },
  );
}

describe('a passage over a page break', () => {
  const segments = passage(pagesOf(BEFORE, AFTER), 'Las Partes', 'plena.');

  test.each([
    ['a word put in at the foot of the first page', `${BEFORE} no`, AFTER],
    ['a word put in at the head of the second page', BEFORE, `no ${AFTER}`],
    ['a paragraph put in at the head of the second page', BEFORE, `En ningún caso.\n${AFTER}`],
    ['a paragraph put in at the foot of the first page', `${BEFORE}\nEn ningún caso.`, AFTER],
  ])('is changed by %s', (_, first, second) => {
    expect(verifyQuote(segments, pagesOf(first, second)).status).toBe('changed');
  });

  test('is changed by a page put in between', () => {
    expect(verifyQuote(segments, pagesOf(BEFORE, `${FILLER} No.`, AFTER)).status).toBe('changed');
  });

  test.each([
    ['other page numbers', `${BEFORE}\n12`, `${AFTER}\n13`],
    ['a running head', `Memoria anual 2\n${BEFORE}`, `Memoria anual 3\n${AFTER}`],
  ])('stays exact with %s', (_, first, second) => {
    expect(verifyQuote(segments, pagesOf(first, second)).status).toBe('exact');
  });

  test('any word put in at any break changes it', () => {
    fc.assert(
      fc.property(somePages, fc.nat(), (pages, at) => {
        const last = pages.at(-1)!;
        const whole = describeQuote(
          pages,
          { page: 0, offset: 0 },
          { page: last.index, offset: last.text.length },
        );
        fc.pre(whole.length > 1 && whole.at(-1)!.page === last.index);
        const index = at % (pages.length - 1);
        const edited = pages.map(page =>
          page.index === index ? { ...page, text: `${page.text} jamás` } : page,
        );
        expect(verifyQuote(whole, edited).status).toBe('changed');
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['an article', 'Artículo 12', 'Artículo 13'],
    ['a roman chapter', 'Capítulo IV', 'Capítulo V'],
    ['a clause', 'Cláusula n.º 3', 'Cláusula n.º 4'],
  ])('keeps the heading of %s that opens the second page', (_, one, two) => {
    const pages = pagesOf(
      `${FILLER}\n${one}\nLas Partes cooperarán. Véase:`,
      `${two}\nNo cooperarán.\n${FILLER}`,
    );
    const found = passage(pages, 'Las Partes', 'No cooperarán.');
    expect(joinSegments(found)).toContain(two);
    expect(verifyQuote(found, pages).status).toBe('exact');
  });

  test('keeps words made of roman letters and lines that repeat at the other edge', () => {
    const filler = `${FILLER}\n`.repeat(4);
    const pages = pagesOf(`${filler}Consta\nDe acuerdo`, `De acuerdo\nmil\n${filler}civil`);
    const words = joinSegments(passage(pages, 'Consta', 'mil')).replaceAll('\n', ' ');
    expect(words).toBe('Consta De acuerdo De acuerdo mil');
    expect(joinSegments(passage(pages, 'Consta', 'civil'))).toMatch(/civil$/);
    const alone = pagesOf(`${filler}Asciende a`, `mil\nunidades.\n${filler}`);
    expect(joinSegments(passage(alone, 'Asciende', 'unidades.')).replaceAll('\n', ' ')).toBe(
      'Asciende a mil unidades.',
    );
  });

  test('leaves out running heads with a chapter and the page', () => {
    const pages = pagesOf(`Capítulo 3 · 44\n${BEFORE}`, `Capítulo 3 · 45\n${AFTER}`);
    expect(joinSegments(passage(pages, 'Las Partes', 'plena.'))).not.toContain('Capítulo');
  });
});

test('a «no» before a hyphen at a line end is not lost in the word after it', () => {
  const read = (...lines: string[]) => {
    const vocabulary: Vocabulary = new Map();
    collectWords(vocabulary, lines);
    return normaliseText(
      lines.map(text => ({ text, after: 'line' as const })),
      vocabulary,
    ).text;
  };
  expect(read('países alineados y países no-', 'alineados')).toContain('no-alineados');
  expect(read('la no-', 'ticia de ayer')).toBe('la noticia de ayer');
  expect(read('una vela, una novela y otra no-', 'vela')).toMatch(/novela$/);
});
