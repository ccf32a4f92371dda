import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../electron/core/export/layout/line.ts';
import { splitCenturies } from '../../../electron/core/export/layout/make-run.ts';
import { leftProtrusion, rightProtrusion } from '../../../electron/core/export/layout/protrusion.ts';
import { longestRiver } from '../../../electron/core/export/layout/rivers.ts';
import { setInlines, setText } from '../../../electron/core/export/layout/set-inlines.ts';
import type { Inline } from '../../../shared/document/content.ts';
import { Prose } from '../../bench/spanish-prose.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { contentDocument, footnote, paragraph, part, table, text } from '../../helpers/pdf-content.ts';
import { readPdf } from '../../helpers/pdf-read.ts';
import { testSetting, testThemes } from '../../helpers/pdf-setting.ts';
import { tried } from '../../helpers/property-runs.ts';

const setting = testSetting();
const { body } = setting.theme.styles;
const context = { setting, style: body, node: null, language: 'es' };

function textOf(line: Line): string {
  return line.segments.map(each => (each.shaped?.text ?? ' ') + (each.hyphen ? '\u00ad' : '')).join('');
}

function endOf(line: Line): number {
  return line.indent + line.width + line.spaceExtra * line.segments.filter(each => !each.shaped).length;
}

const VOCABULARY = fc.constantFrom(
  'institucionalización',
  'el',
  'seguimiento,',
  'de',
  'gobernanza.',
  '«compromiso»,',
  'y',
  'cancilleres:',
  'la',
  'cooperación-técnica',
  '(anexo)',
  'a',
  'declaración;',
  'internacionales',
);
const PARAGRAPH = fc.array(VOCABULARY, { minLength: 12, maxLength: 90 }).map(words => words.join(' '));
const WIDTH = fc.double({ min: 200, max: 442, noNaN: true });

describe('hanging punctuation', () => {
  it('puts small signs at the edges out of the measure by their share, and letters on it', () => {
    fc.assert(
      fc.property(PARAGRAPH, WIDTH, (words, width) => {
        const lines = setText(words, context, width);
        for (const [index, line] of lines.entries()) {
          const shown = textOf(line);
          const first = line.segments[0]!;
          const signWidth = (sign: string) =>
            setText(sign, { ...context, style: { ...body, hang: false } }, 99)[0]!.width;
          expect(line.indent).toBeCloseTo(
            -leftProtrusion(first.shaped!.text.charCodeAt(0)) * signWidth(first.shaped!.text[0]!),
            3,
          );
          if (index === lines.length - 1) continue;
          const last = shown.at(-1) === '\u00ad' ? '-' : shown.at(-1)!;
          expect(endOf(line)).toBeCloseTo(width + rightProtrusion(last.charCodeAt(0)) * signWidth(last), 1);
        }
        expect(lines.map(textOf).join('').replaceAll('\u00ad', '').replaceAll(' ', '')).toBe(
          words.replaceAll(' ', ''),
        );
      }),
      tried(60),
    );
  });

  it('is a matter of the style', () => {
    const lines = setText('«Uno».', { ...context, style: { ...body, hang: false } }, 200);
    expect(lines[0]!.indent).toBe(0);
  });
});

describe('lines', () => {
  it('never end with more than two hyphens in a row, in what ministries write', () => {
    const folder = join(import.meta.dirname, '../../../resources/sample/make/papers');
    const papers = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
    const paragraphs = papers.flatMap(paper => paper.split('\n\n')).filter(each => each.length > 400);
    expect(paragraphs.length).toBeGreaterThan(10);
    let hyphens = 0;
    for (const each of paragraphs) {
      for (let width = 280; width <= 440; width += 20) {
        let run = 0;
        for (const line of setText(each, context, width)) {
          run = line.segments.at(-1)!.hyphen ? run + 1 : 0;
          hyphens += run ? 1 : 0;
          expect(run).toBeLessThanOrEqual(2);
        }
      }
    }
    expect(hyphens).toBeGreaterThan(50);
  });

  it('rarely leave a word of three letters alone at the end', () => {
    let lonely = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const last = setText(`${paragraphOf(seed, 70)} y él no`, context, 260 + seed).at(-1)!;
      if (last.segments.length === 1) lonely++;
    }
    expect(lonely).toBeLessThanOrEqual(1);
  });

  it('have few rivers', () => {
    let rivers = 0;
    let lines = 0;
    for (let seed = 1; seed <= 80; seed++) {
      const set = setText(paragraphOf(seed, 120), context, 300 + seed);
      lines += set.length;
      if (longestRiver(set).length >= 5) rivers++;
    }
    expect(lines).toBeGreaterThan(800);
    expect(rivers).toBeLessThanOrEqual(2);
  });
});

function paragraphOf(seed: number, words: number): string {
  return new Prose(seed).paragraph(words);
}

describe('figures and capitals', () => {
  const featuresOf = (inlines: Inline[], style = body) =>
    setInlines(inlines, { ...context, style }, 400)[0]!.segments.flatMap(each =>
      each.shaped ? [[each.shaped.text, each.piece.face.features]] : [],
    );

  it('are old-style in running text, tabular in tables, superior for notes', () => {
    expect(featuresOf([text('2018')])).toEqual([['2018', 'onum pnum']]);
    expect(setting.theme.styles.cell.feature).toBe('tnum lnum');
    const [, call] = featuresOf([text('Nota'), footnote(12, 'Texto.')]);
    expect(call).toEqual(['12', 'sups']);
  });

  it('set the numerals of centuries in small capitals, in Spanish', () => {
    const small = (value: string, language = 'es') => {
      const [segment] = setText('a', { ...context, language }, 99)[0]!.segments;
      const { text: _, ...run } = segment!.piece;
      return splitCenturies({ text: value, run }, setting)
        .filter(each => each.run.face.features.includes('c2sc'))
        .map(each => each.text);
    };
    expect(small('Desde el siglo XXI')).toEqual(['XXI']);
    expect(small('los siglos XIX y XX; s. V a. C.')).toEqual(['XIX', 'XX', 'V']);
    expect(small('S. XXI')).toEqual(['XXI']);
    expect(small('en los ss. XVI-XVII')).toEqual(['XVI', 'XVII']);
    expect(small('S. M. el Rey, EE. UU., sí. Van')).toEqual([]);
    expect(small('siglo XXI', 'en')).toEqual([]);
  });

  it('copy as they were written', async () => {
    const blocks = [
      paragraph([text('El siglo XXI y el siglo xxi, XXI', {}), footnote(1, 'El s. XX.'), text(' y ')]),
      paragraph([text('s. xvi', { marks: { smallCaps: true } }), text(' 2018 1')]),
      table([
        ['Siglo XIX', '1'],
        ['siglo XX', '2'],
      ]),
    ];
    for (const theme of testThemes.list()) {
      const content = contentDocument([part('a', 'Siglo XXI', blocks)], { theme });
      const pdf = await readPdf((await exportPdf(content, { themes: testThemes })).bytes);
      const all = pdf.texts.join(' ');
      for (const words of ['El siglo XXI y el siglo xxi, XXI1', 'El s. XX.', ' 2018 1', 'siglo XX']) {
        expect(all).toContain(words);
      }
      expect(all.toLowerCase()).toContain('s. xvi 2018');
      await pdf.close();
    }
  });
});
