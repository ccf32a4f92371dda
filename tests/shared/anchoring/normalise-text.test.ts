import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanCharacters } from '../../../shared/anchoring/clean-characters.ts';
import { normaliseText, type RawPiece } from '../../../shared/anchoring/normalise-text.ts';
import { collectWords, type Vocabulary } from '../../../shared/anchoring/vocabulary.ts';

/** Normalises printed lines of one paragraph, with the words of `elsewhere` known from the rest of the document. */
function normaliseLines(lines: string[], elsewhere = ''): string {
  const vocabulary: Vocabulary = new Map();
  collectWords(vocabulary, [elsewhere, ...lines]);
  return normaliseText(
    lines.map(text => ({ text, after: 'line' })),
    vocabulary,
  ).text;
}

describe('characters', () => {
  test.each([
    ['e\u0301', 'é'],
    ['ﬁrma oﬃcial ﬂujo', 'firma official flujo'],
    ['contri\u00ADbución', 'contribución'],
    ['2020\u00AD2025', '2020-2025'],
    ['uno\u00A0dos\u2009tres\tcuatro\r\ncinco', 'uno dos tres cuatro cinco'],
    ['a\u200Bb\uFEFFc\u0007d\u202Ee', 'abcde'],
    ['👩\u200D⚖️', '👩\u200D⚖️'],
    ['\uF0B7 punto', '• punto'],
    ['medio \uD83D par', 'medio \uFFFD par'],
  ])('%j becomes %j', (raw, clean) => {
    expect(cleanCharacters(raw)).toBe(clean);
  });

  test('any text: cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const once = cleanCharacters(text);
        expect(cleanCharacters(once)).toBe(once);
        expect(once).toBe(once.normalize('NFC'));
      }),
      { numRuns: 500 },
    );
  });
});

describe('hyphens at line ends', () => {
  test.each([
    [['la contri-', 'bución de las Partes'], 'la contribución de las Partes'],
    [['el diálogo político-', 'militar de alto nivel'], 'el diálogo político-militar de alto nivel'],
    [['un acuerdo jurídico-', 'político nuevo'], 'un acuerdo jurídico-político nuevo'],
    [['practicó rápida-', 'mente el deporte'], 'practicó rápidamente el deporte'],
    [['a high-', 'level dialogue'], 'a high-level dialogue'],
    [['a rules-', 'based order'], 'a rules-based order'],
    [['the agree-', 'ment entered into force'], 'the agreement entered into force'],
    [['la Cumbre Franco-', 'Americana'], 'la Cumbre Franco-Americana'],
    [['la vacuna COVID-', '19 llegó'], 'la vacuna COVID-19 llegó'],
    [['el G-', '20 acordó'], 'el G-20 acordó'],
    [['MINISTERIO DE RELA-', 'CIONES EXTERIORES'], 'MINISTERIO DE RELACIONES EXTERIORES'],
    [['una pausa -', 'larga'], 'una pausa - larga'],
    [['el texto —', 'así llamado'], 'el texto — así llamado'],
    [['contri\u00AD', 'bución'], 'contribución'],
    [['sin guion', 'al final'], 'sin guion al final'],
  ])('%j becomes %j', (lines, text) => {
    expect(normaliseLines(lines)).toBe(text);
  });

  test('what the document says elsewhere decides', () => {
    const lines = ['un plan sub-', 'regional amplio'];
    expect(normaliseLines(lines, 'el nivel subregional importa')).toBe('un plan subregional amplio');
    expect(normaliseLines(lines, 'el nivel sub-regional importa')).toBe('un plan sub-regional amplio');
    expect(normaliseLines(['el ex-', 'presidente'], 'habló el presidente ayer')).toBe('el ex-presidente');
    expect(normaliseLines(['la ex-', 'portación'])).toBe('la exportación');
  });

  test('a page that ends inside a word keeps its hyphen, even a soft one', () => {
    expect(normaliseLines(['hacia la contri-'])).toBe('hacia la contri-');
    expect(normaliseLines(['hacia la contri\u00AD'])).toBe('hacia la contri-');
  });

  test('no space between two words is ever lost or made', () => {
    const word = fc.stringMatching(/^[a-záéíóúñ]{1,9}$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        lines => {
          expect(normaliseLines(lines.map(words => words.join(' ')))).toBe(
            lines.flat().join(' ').normalize('NFC'),
          );
        },
      ),
    );
  });

  test('a word broken anywhere that occurs whole elsewhere is made whole', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zñ]{6,14}$/), fc.integer({ min: 2, max: 4 }), (word, at) => {
        const lines = [`la ${word.slice(0, at)}-`, `${word.slice(at)} de paz`];
        expect(normaliseLines(lines, `una ${word} más`)).toBe(`la ${word} de paz`);
      }),
    );
  });
});

describe('the way back to the pieces', () => {
  test('each piece knows its range of the text', () => {
    const pieces: RawPiece[] = [
      { text: 'Acuerdo ', after: 'none' },
      { text: 'de  coope-', after: 'line' },
      { text: 'ración', after: 'paragraph' },
      { text: ' ', after: 'line' },
      { text: 'Otro', after: 'line' },
    ];
    const { text, ranges } = normaliseText(pieces);
    expect(text).toBe('Acuerdo de cooperación\nOtro');
    expect(ranges.map(range => text.slice(range.start, range.end))).toEqual([
      'Acuerdo',
      'de coope',
      'ración',
      '',
      'Otro',
    ]);
  });

  test('an accent drawn apart joins the letter before it', () => {
    const { text } = normaliseText([
      { text: 'cafe', after: 'none' },
      { text: '\u0301 y te', after: 'line' },
    ]);
    expect(text).toBe('café y te');
  });

  test('ranges are in order, within the text, and lose no letter', () => {
    const piece = fc.record({
      text: fc.string({
        unit: fc.constantFrom('a', 'é', '-', ' ', '\u0301', 'ﬁ', '\u00AD', 'B', '7', '🙂'),
        maxLength: 8,
      }),
      after: fc.constantFrom('none' as const, 'line' as const, 'paragraph' as const),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const { text, ranges } = normaliseText(pieces);
        expect(ranges).toHaveLength(pieces.length);
        let at = 0;
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(text.slice(at, start).trim()).toBe('');
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
        expect(text).toBe(text.normalize('NFC').trim());
        expect(text).not.toMatch(/ {2}|\n | \n|\n\n/);
      }),
      { numRuns: 1000 },
    );
  });
});
