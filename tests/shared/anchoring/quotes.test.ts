import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeQuote } from '../../../shared/anchoring/describe-quote.ts';
import { diffWords } from '../../../shared/anchoring/diff-words.ts';
import { findQuote } from '../../../shared/anchoring/find-quote.ts';
import { joinSegments } from '../../../shared/anchoring/join-segments.ts';
import type { QuoteSegment } from '../../../shared/anchoring/selector.ts';
import { verifyQuote } from '../../../shared/anchoring/verify-quote.ts';
import { pagesOf, somePages } from './build-pages.ts';

/** Quotes the words from the first occurrence of `from` to the end of the first occurrence of `to` after it. */
function quote(pages: ReturnType<typeof pagesOf>, from: string, to = from): QuoteSegment[] {
  const first = pages.find(page => page.text.includes(from))!;
  const offset = first.text.indexOf(from);
  const last = pages.find(
    page => page.index >= first.index && page.text.indexOf(to, page === first ? offset : 0) >= 0,
  )!;
  const end = last.text.indexOf(to, last === first ? offset : 0) + to.length;
  return describeQuote(pages, { page: first.index, offset }, { page: last.index, offset: end });
}

/** A place in pages, as a share of their whole text. */
function placeAt(pages: ReturnType<typeof pagesOf>, share: number) {
  const page = pages[Math.min(pages.length - 1, Math.floor(share * pages.length))]!;
  const within = share * pages.length - page.index;
  return { page: page.index, offset: Math.floor(within * page.text.length) };
}

const range = fc
  .tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.double({ min: 0, max: 0.999, noNaN: true }))
  .map(([a, b]) => (a < b ? [a, b] : [b, a]) as [number, number]);

describe('describing', () => {
  test('one segment per page, blanks at the edges left out, context on both sides', () => {
    const pages = pagesOf('Las Partes acuerdan cooperar', 'en materia de defensa y paz');
    const segments = describeQuote(pages, { page: 0, offset: 10 }, { page: 1, offset: 14 });
    expect(segments).toEqual([
      { page: 0, start: 11, end: 28, exact: 'acuerdan cooperar', prefix: 'Las Partes ', suffix: '' },
      { page: 1, start: 0, end: 13, exact: 'en materia de', prefix: '', suffix: ' defensa y paz' },
    ]);
    expect(joinSegments(segments)).toBe('acuerdan cooperar en materia de');
  });

  test('a word broken by the page end is whole in the passage, a compound keeps its hyphen', () => {
    expect(joinSegments([{ exact: 'la contri-' }, { exact: 'bución' }])).toBe('la contribución');
    expect(joinSegments([{ exact: 'diálogo político-' }, { exact: 'militar' }])).toBe(
      'diálogo político-militar',
    );
    expect(joinSegments([{ exact: 'fin.' }, { exact: 'Inicio' }])).toBe('fin. Inicio');
  });

  test('half an emoji is completed; blanks alone are nothing', () => {
    const pages = pagesOf('a 🙂 b');
    expect(describeQuote(pages, { page: 0, offset: 3 }, { page: 0, offset: 4 })[0]!.exact).toBe('🙂');
    expect(describeQuote(pages, { page: 0, offset: 1 }, { page: 0, offset: 2 })).toEqual([]);
  });

  test('a page that is not there is a range error', () => {
    expect(() => describeQuote(pagesOf('a'), { page: 0, offset: 0 }, { page: 3, offset: 1 })).toThrow(
      RangeError,
    );
  });
});

describe('verifying', () => {
  test('any range described is found exactly again', () => {
    fc.assert(
      fc.property(somePages, range, (pages, [from, to]) => {
        const segments = describeQuote(pages, placeAt(pages, from), placeAt(pages, to));
        fc.pre(segments.length > 0);
        const result = verifyQuote(segments, pages);
        expect(result).toEqual({ status: 'exact', segments, contextChanged: false });
        for (const segment of segments) {
          const match = findQuote(pages[segment.page]!.text, segment)!;
          expect(match).toEqual({ start: segment.start, end: segment.end, exact: true, score: 1 });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a page put in before moves it; text put in before it on its page does not change its page', () => {
    fc.assert(
      fc.property(somePages, range, (pages, [from, to]) => {
        const segments = describeQuote(pages, placeAt(pages, from), placeAt(pages, to));
        fc.pre(segments.length > 0);
        const shifted = pagesOf('Portada nueva sin nada igual', ...pages.map(page => page.text));
        const moved = verifyQuote(segments, shifted);
        const words = joinSegments(segments).replace(/\s/g, ' ');
        expect(joinSegments(moved.segments!).replace(/\s/g, ' ')).toBe(words);
        const long = words.length > 60;
        if (long) expect(moved.status).toBe('moved');
        const first = segments[0]!.page;
        const inserted = pages.map(page =>
          page.index === first ? { ...page, text: `Nota nueva.\n${page.text}` } : page,
        );
        const still = verifyQuote(segments, inserted);
        expect(still.status).not.toBe('changed');
        if (long) expect(still.segments![0]!.start).toBe(segments[0]!.start + 12);
      }),
      { numRuns: 200 },
    );
  });

  test('a word taken out of it changes it, and the difference tells which', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), gone => {
        const words = 'las partes se comprometen hoy a respetar siempre todos los plazos'.split(' ');
        const pages = pagesOf(`Preámbulo. ${words.join(' ')} fijados aquí.`);
        const segments = quote(pages, 'las partes', 'plazos');
        const cut = pagesOf(`Preámbulo. ${words.filter((_, i) => i !== gone).join(' ')} fijados aquí.`);
        const result = verifyQuote(segments, cut);
        expect(result.status).toBe('changed');
        const removed = result.difference!.filter(part => part.kind === 'removed');
        expect(removed.map(part => part.text.trim())).toEqual([words[gone]]);
        expect(result.difference!.some(part => part.kind === 'added')).toBe(false);
        expect(cut[0]!.text.slice(result.segments![0]!.start, result.segments![0]!.end)).toMatch(
          /^las.*plazos$/,
        );
      }),
    );
  });

  test('one small word that turns the meaning is a change', () => {
    const segments = quote(
      pagesOf('We would support the draft resolution as tabled.'),
      'would support',
      'tabled',
    );
    const now = pagesOf('We would not support the draft resolution as tabled.');
    const result = verifyQuote(segments, now);
    expect(result.status).toBe('changed');
    expect(result.difference).toEqual([
      { kind: 'same', text: 'would ' },
      { kind: 'added', text: 'not ' },
      { kind: 'same', text: 'support the draft resolution as tabled' },
    ]);
  });

  test('a word that grew at the edge is a change', () => {
    const segments = quote(pagesOf('Perú apoya el acuerdo'), 'apoya el acuerdo');
    expect(verifyQuote(segments, pagesOf('Perú apoya el acuerdos')).status).toBe('changed');
    expect(verifyQuote(segments, pagesOf('Perú desapoya el acuerdo')).status).toBe('changed');
  });

  test('an accent, a case or a figure is a change', () => {
    const segments = quote(pagesOf('El plazo vencía el 12 de mayo'), 'vencía el 12');
    for (const text of [
      'El plazo vencia el 12 de mayo',
      'El plazo Vencía el 12 de mayo',
      'El plazo vencía el 13 de mayo',
    ]) {
      expect(verifyQuote(segments, pagesOf(text)).status).toBe('changed');
    }
  });

  test('the same words in another context are exact, and the context is reported', () => {
    const segments = quote(pagesOf('El Gobierno apoya el acuerdo de paz firmado'), 'apoya el acuerdo de paz');
    const result = verifyQuote(segments, pagesOf('El Gobierno no apoya el acuerdo de paz firmado'));
    expect(result).toMatchObject({ status: 'exact', contextChanged: true });
  });

  test('of a phrase said several times, the one with the same context is it', () => {
    const pages = pagesOf(
      'Artículo 1. Las Partes acuerdan lo siguiente: comercio.',
      'Artículo 2. Las Partes acuerdan lo siguiente: defensa.',
      'Artículo 3. Las Partes acuerdan lo siguiente: cultura.',
    );
    const offset = pages[1]!.text.indexOf('Las Partes');
    const segments = describeQuote(pages, { page: 1, offset }, { page: 1, offset: offset + 30 });
    const shifted = pagesOf('Índice general', ...pages.map(page => page.text));
    const result = verifyQuote(segments, shifted);
    expect(result.status).toBe('moved');
    expect(result.segments![0]!.page).toBe(2);
    const reordered = pagesOf(pages[0]!.text, pages[2]!.text, 'Otra cosa', pages[1]!.text);
    expect(verifyQuote(segments, reordered).segments![0]!.page).toBe(3);
  });

  test('a passage whose page break went elsewhere has the same words', () => {
    const before = pagesOf('Uno dos tres cuatro cinco.', 'Seis siete ocho nueve diez once.');
    const segments = quote(before, 'tres', 'ocho');
    expect(segments).toHaveLength(2);
    const result = verifyQuote(
      segments,
      pagesOf('Uno dos tres cuatro cinco. Seis siete ocho', 'nueve diez once.'),
    );
    expect(result.status).toBe('moved');
    expect(result.segments!.map(segment => segment.exact)).toEqual(['tres cuatro cinco. Seis siete ocho']);
    const later = verifyQuote(
      segments,
      pagesOf('Uno dos', 'tres cuatro', 'cinco. Seis siete ocho nueve diez once.'),
    );
    expect(later.segments!.map(segment => segment.page)).toEqual([1, 2]);
    expect(joinSegments(later.segments!)).toBe('tres cuatro cinco. Seis siete ocho');
  });

  test('a word broken by the page end equals the whole word', () => {
    const segments = quote(pagesOf('hacia la contri-', 'bución de las Partes'), 'la contri-', 'bución de');
    const result = verifyQuote(segments, pagesOf('hacia la contribución de las Partes'));
    expect(result.status).toBe('moved');
    expect(result.segments![0]!.exact).toBe('la contribución de');
  });

  test('running heads, feet and page numbers between the pages are no part of a passage', () => {
    const before = pagesOf(
      'Acta de la reunión 11\nEl primer punto, y texto que sigue en la otra\n— 11 —',
      '12 Acta de la reunión\nhoja y acaba aquí con el punto. Luego otro.\n— 12 —',
    );
    const words = 'texto que sigue en la otra hoja y acaba aquí con el punto.';
    const segments = quote(before, 'texto', 'con el punto.');
    expect(joinSegments(segments)).toBe(words);
    expect(verifyQuote(segments, before).status).toBe('exact');
    const later = verifyQuote(segments, pagesOf('Portada', ...before.map(page => page.text)));
    expect(later.status).toBe('moved');
    expect(joinSegments(later.segments!)).toBe(words);
  });

  test('a passage whose page break went elsewhere is found between other heads and feet', () => {
    const head = 'Declaración conjunta';
    const before = pagesOf(
      `${head}\nUno dos tres cuatro\n1`,
      `${head}\ncinco seis siete ocho\n2`,
      `${head}\nnueve\n3`,
    );
    const segments = quote(before, 'tres', 'siete');
    const after = pagesOf(
      `${head}\nUno dos tres cuatro cinco seis\n1`,
      `${head}\nsiete ocho\n2`,
      `${head}\nnueve\n3`,
    );
    const result = verifyQuote(segments, after);
    expect(result.status).toBe('exact');
    expect(result.segments!.map(segment => segment.exact)).toEqual(['tres cuatro cinco seis', 'siete']);
    const cut = pagesOf(
      `${head}\nUno dos tres cuatro no cinco seis\n1`,
      `${head}\nsiete ocho\n2`,
      `${head}\nnueve\n3`,
    );
    expect(verifyQuote(segments, cut)).toMatchObject({
      status: 'changed',
      difference: [{ kind: 'same' }, { kind: 'added', text: 'no ' }, { kind: 'same' }],
    });
  });

  test('a head can be quoted itself; a passage that runs into the next one ends before it', () => {
    const pages = pagesOf('Acta final\nUno dos\n1', 'Acta final\nTres cuatro\n2');
    const head = describeQuote(pages, { page: 1, offset: 0 }, { page: 1, offset: 10 });
    expect(head[0]!.exact).toBe('Acta final');
    expect(verifyQuote(head, pages).status).toBe('exact');
    const across = describeQuote(pages, { page: 0, offset: 11 }, { page: 1, offset: 4 });
    expect(joinSegments(across)).toBe('Uno dos');
    const heads = describeQuote(pages, { page: 0, offset: 19 }, { page: 1, offset: 10 });
    expect(joinSegments(heads)).toBe('1 Acta final');
  });

  test('nothing like it is a change without a place', () => {
    const segments = quote(
      pagesOf('Las Partes acuerdan cooperar en defensa'),
      'acuerdan cooperar en defensa',
    );
    expect(verifyQuote(segments, pagesOf('北京 zzz', 'qqq www'))).toEqual({
      status: 'changed',
      segments: null,
      contextChanged: true,
    });
    expect(verifyQuote(segments, []).status).toBe('changed');
    expect(verifyQuote([], pagesOf('x')).status).toBe('changed');
  });
});

describe('likeness', () => {
  test('proposes the place of a passage with several faults and never calls it exact', () => {
    const page = pagesOf(
      `${'Relleno sin interés para nadie. '.repeat(300)}El Ministerio reafirma su voluntad de diálogo.`,
    )[0]!;
    const match = findQuote(page.text, {
      exact: 'El Minsterio reafirrna su voluntad del diálogo',
      prefix: '',
      suffix: '.',
    })!;
    expect(match.exact).toBe(false);
    expect(page.text.slice(match.start, match.end)).toBe('El Ministerio reafirma su voluntad de diálogo');
    expect(match.score).toBeGreaterThan(0.7);
    expect(match.score).toBeLessThan(1);
  });

  test('a million letters and a long quotation take seconds, not minutes', () => {
    const long = 'El mecanismo de consulta se reunirá una vez al año en cada capital por turno. '.repeat(
      13_000,
    );
    const exact = `Cambio ${'de la palabra por otra palabra distinta según conste en el acta. '.repeat(40)}`;
    const text = `${long}${exact.replaceAll('distinta', 'diversa')}${long.slice(0, 1000)}`;
    const started = performance.now();
    const match = findQuote(text, { exact, prefix: '', suffix: '' })!;
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(match.exact).toBe(false);
    expect(text.slice(match.start, match.start + 12)).toBe('Cambio de la');
  });

  test('a difference puts both texts together again', () => {
    const words = fc
      .array(fc.constantFrom('uno', 'dos', ' ', ', ', 'ñandú', '🙂', '\n'), { maxLength: 30 })
      .map(w => w.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = diffWords(before, after);
        const of = (kind: string) =>
          parts.filter(part => part.kind === 'same' || part.kind === kind).map(part => part.text);
        expect(of('removed').join('')).toBe(before);
        expect(of('added').join('')).toBe(after);
      }),
    );
  });
});
