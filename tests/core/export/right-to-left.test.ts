import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visualOrder } from '../../../electron/core/export/layout/direct-words.ts';
import { rightToLeftFace, shapeText } from '../../../electron/core/export/layout/face.ts';
import { faceOf } from '../../../electron/core/export/layout/font-set.ts';
import type { Line, Segment } from '../../../electron/core/export/layout/line.ts';
import { setText } from '../../../electron/core/export/layout/set-inlines.ts';
import { findStretches, splitByDirection } from '../../../electron/core/export/text-direction.ts';
import type { Block } from '../../../shared/document/content.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
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
import { readPdf } from '../../helpers/pdf-read.ts';
import { testSetting, testThemes } from '../../helpers/pdf-setting.ts';
import { tried } from '../../helpers/property-runs.ts';

const ARABIC = 'محمد بن عبد الرحمن السلام';
const HEBREW = 'דוד בן־גוריון';

async function read(blocks: Block[], title = 'Uno', theme = 'ministry-serif') {
  const { bytes, missingGlyphs, notices } = await exportPdf(
    contentDocument([part('a', title, blocks)], { theme }),
    {
      themes: testThemes,
    },
  );
  const pdf = await readPdf(bytes);
  const lines = pdf.pages.map(items => items.map(item => item.text + (item.endsLine ? '\n' : '')).join(''));
  await pdf.close();
  return { ...pdf, lines, bytes, missingGlyphs, notices };
}

/** What stands from left to right on the lines of a text in the test's body style. */
function painted(words: string, language = 'es-PE', width = 4000): string[] {
  const setting = testSetting();
  const context = { setting, style: setting.theme.styles.body, node: null, language };
  return setText(words, context, width).map(line =>
    (line.order ?? line.segments.map((_, index) => index))
      .map(index => segmentText(line.segments[index]!))
      .join(''),
  );
}

/** Letters as they are painted, brackets as they look. */
function segmentText({ shaped, piece }: Segment): string {
  if (!shaped) return ' ';
  const { file, rightToLeft } = piece.face;
  const plain = new Map(
    ['(', ')', '«', '»'].map(sign => [file.hbFont.nominalGlyph(sign.charCodeAt(0)), sign]),
  );
  const letters = [...shaped.clusters.keys()].map(i => {
    const [start, others] = [shaped.clusters[i]!, shaped.clusters.filter(each => each > shaped.clusters[i]!)];
    return plain.get(shaped.glyphs[i]!) ?? shaped.text.slice(start, Math.min(shaped.text.length, ...others));
  });
  return rightToLeft ? letters.map(each => [...each].reverse().join('')).join('') : letters.join('');
}

const reverse = (words: string) => [...words].reverse().join('');

describe('names from right to left in a Spanish paragraph', () => {
  it('are painted from the right, word by word, and what follows stays where it was', () => {
    const name = 'محمد حسن';
    expect(painted(`El señor ${name}, 45 años`)).toEqual([`El señor ${reverse(name)}, 45 años`]);
    expect(painted(`(${name}) y ${HEBREW}.`)).toEqual([`(${reverse(name)}) y ${reverse(HEBREW)}.`]);
  });

  it('keep numbers within them from left to right, and mirror their own brackets', () => {
    expect(painted('Acta محمد 2024 حسن fin')).toEqual([`Acta ${reverse('حسن')} 2024 ${reverse('محمد')} fin`]);
    expect(painted('Sr. محمد (حسن), ministro')).toEqual([
      `Sr. (${reverse('حسن')}) ${reverse('محمد')}, ministro`,
    ]);
  });

  it('are broken in the order of reading, and their lines are filled', () => {
    const setting = testSetting();
    const style = { ...setting.theme.styles.body, align: 'justify' as const };
    const words = `El texto dice ${`${ARABIC} `.repeat(12)} y sigue en español hasta el final.`;
    const lines = setText(words, { setting, style, node: null, language: 'es-PE' }, 300);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines.slice(0, -1)) expect(extent(line)).toBeCloseTo(300, 3);
    const said = lines.map(line => line.segments.map(each => each.shaped?.text ?? ' ').join(''));
    expect(said.join(' ').replace(/\s+/g, ' ')).toBe(words.replace(/\s+/g, ' '));
  });

  it('take their letters from a font behind the theme’s, joined as the script wants', () => {
    const [line] = setText('حسن', { ...bodyContext(), language: 'es-PE' }, 400);
    const [segment] = line!.segments;
    expect(segment!.piece.face.file.name).toBe('IBMPlexSansArabic-Regular');
    const apart = [...'حسن'].map(letter => shapeText(segment!.piece.face, letter).glyphs[0]);
    expect(segment!.shaped!.glyphs).toHaveLength(3);
    expect(segment!.shaped!.glyphs.toReversed()).not.toEqual(apart);
  });

  it('can be found by readers: heading, bookmark, contents, note, table, running head', async () => {
    const blocks: Block[] = [
      heading('h', 2, `Biografía de ${ARABIC} (2019)`),
      paragraph([text(`El ministro ${ARABIC}, 45 años, y ${HEBREW}.`), footnote(1, `Nota de ${ARABIC}.`)]),
      table([
        ['País', 'Nombre'],
        ['Perú', `Cita de ${ARABIC} en Lima`],
      ]),
    ];
    const { lines, outline } = await read(blocks, `Entrevista con ${ARABIC}`);
    expect(outline[0]!.title).toBe(`Entrevista con ${ARABIC}`);
    const said = lines.join('\n');
    for (const words of [
      `Biografía de ${ARABIC} (2019)`,
      `El ministro ${ARABIC}, 45 años, y ${HEBREW}.`,
      `Nota de ${ARABIC}.`,
      `Cita de ${ARABIC} en Lima`,
    ])
      expect(said).toContain(words);
    expect(said.split(`Entrevista con ${ARABIC}`).length).toBeGreaterThan(3);
  });

  it('say that they are painted against the order of reading', async () => {
    const { bytes } = await exportPdf(contentDocument([part('a', 'Uno', [paragraph(`De ${ARABIC}.`)])]), {
      themes: testThemes,
    });
    const { inflateSync } = await import('node:zlib');
    const streams = Buffer.from(bytes).toString('latin1').split('stream\n').slice(1);
    const contents = streams.flatMap(each => {
      try {
        return [
          inflateSync(Buffer.from(each.slice(0, each.indexOf('\nendstream')), 'latin1')).toString('latin1'),
        ];
      } catch {
        return [];
      }
    });
    expect(contents.filter(each => each.includes('/ReversedChars BMC')).length).toBeGreaterThan(0);
  });
});

describe('a passage from right to left', () => {
  const PASSAGE = 'وقع الطرفان اتفاقا بشأن التعاون التقني في مجال الزراعة والصحة';

  it('begins at the right, its numbers and foreign words from left to right', () => {
    const [line] = painted('اتفاق 15 مارس Lima Perú 2024', 'ar');
    expect(line).toBe(`Lima Perú 2024 ${reverse('مارس')} 15 ${reverse('اتفاق')}`);
    const context = { ...bodyContext(), language: 'ar' };
    const lines = setText(`${PASSAGE} `.repeat(4), context, 300);
    const last = lines.at(-1)!;
    expect(last.indent + last.width).toBeCloseTo(300, 3);
  });

  it('says its language, and reads in order', async () => {
    const { lines, structure } = await read([
      quote('q', PASSAGE, { language: 'ar' }),
      paragraph([text(PASSAGE, { language: 'ar' })], { language: 'ar' }),
    ]);
    expect(lines[1]!.replaceAll('\n', ' ').split(PASSAGE)).toHaveLength(3);
    expect(JSON.stringify(structure[1])).toContain('"lang":"ar"');
  });
});

describe('splitByDirection', () => {
  const letters = fc.constantFrom('a', 'ñ', 'م', 'ح', 'ש', '(', ')', '«', '»', ' ', '5', ',', '\u0651', '🙂');
  it('loses nothing, and turns from a letter to a letter or a bracket', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 40 }), drawn => {
        const words = drawn.join('');
        const parts = splitByDirection(words);
        expect(parts.map(each => each.text).join('')).toBe(words);
        for (const { text: turned, rightToLeft } of parts) {
          expect(/[محש]/u.test(turned)).toBe(rightToLeft);
          if (rightToLeft) expect(turned).toMatch(/^[محש([{«“‹]/u);
          if (rightToLeft) expect(turned).not.toMatch(/[añ]/u);
        }
      }),
      tried(100),
    );
  });

  it('takes a long text in time that grows with it', () => {
    const words = `م${'\u0651'.repeat(60_000)}${' م,'.repeat(60_000)}`;
    const started = performance.now();
    expect(findStretches(words)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('visualOrder', () => {
  it('turns every level (UAX #9, L2)', () => {
    const face = rightToLeftFace(faceOf(testSetting().fonts, 'text'));
    const order = (levels: number[]) =>
      visualOrder(
        levels.map(level => ({
          piece: { face, level } as Segment['piece'],
          shaped: shapeText(face, 'a'),
          hyphen: false,
        })),
      );
    expect(order([0, 0])).toBe(null);
    expect(order([0, 1, 1, 0])).toEqual([0, 2, 1, 3]);
    expect(order([1, 2, 2, 1])).toEqual([3, 1, 2, 0]);
    expect(order([0, 1, 2, 3, 3, 2, 1])).toEqual([0, 6, 2, 4, 3, 5, 1]);
  });
});

describe('characters that a theme lacks', () => {
  it.each(['ministry-serif', 'modern-sans', 'large-print'])('come from other fonts in %s', async theme => {
    const signs = '←→⇒≤≥∑∀∈☑☎⚠①✓αβЖй';
    const { missingGlyphs, texts } = await read([paragraph(`Signos ${signs} fin`)], 'Uno', theme);
    expect(missingGlyphs).toEqual([]);
    expect(texts[1]).toContain(signs);
  });

  it('are named with their code and where they stand when no font has them', async () => {
    const { notices, texts } = await read([paragraph('El ideograma 中 y 🦙.')], 'Comercio');
    expect(texts[1]).toContain('□');
    expect(notices).toEqual([
      {
        code: 'missingGlyphs',
        details: { characters: '中 (U+4E2D: Comercio), 🦙 (U+1F999: Comercio)' },
      },
    ]);
  });
});

function bodyContext() {
  const setting = testSetting();
  return { setting, style: setting.theme.styles.body, node: null };
}

/** Right edge of a line, its spaces widened. */
function extent(line: Line): number {
  const spaces = line.segments.filter(each => !each.shaped).length;
  return line.indent + line.width + spaces * line.spaceExtra;
}
