import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Line } from '../../../electron/core/export/layout/line.ts';
import { setText } from '../../../electron/core/export/layout/set-inlines.ts';
import type { Setting } from '../../../electron/core/export/layout/setting.ts';

import { testSetting } from '../../helpers/pdf-setting.ts';
import { tried } from '../../helpers/property-runs.ts';

let setting: Setting;
beforeAll(async () => {
  setting = testSetting();
});

function set(text: string, width: number, language = 'es'): Line[] {
  const style = { ...setting.theme.styles.body, hang: false };
  return setText(text, { setting, style, node: null, language }, width);
}

function lineText(line: Line): string {
  const text = line.segments.map(each => each.shaped?.text ?? ' ').join('');
  return text + (line.endsInSpace ? ' ' : '');
}

function lineWidth(line: Line): number {
  return line.width + line.spaceExtra * line.segments.filter(each => !each.shaped).length;
}

const WORDS = fc.constantFrom(
  'institucionalización',
  'el',
  'seguimiento',
  'de',
  'gobernanza',
  'Perú–Bolivia',
  '«compromiso»,',
  'USD',
  '3,679',
  'OTAN',
  'https://www.gob.pe/rree/noticias/2018-memoria',
  'y',
  'cancilleres.',
);

describe('setText', () => {
  it('fits every line into the measure and loses no character', () => {
    const widths = fc.double({ min: 60, max: 440, noNaN: true });
    fc.assert(
      fc.property(fc.array(WORDS, { minLength: 1, maxLength: 80 }), widths, (words, width) => {
        const lines = set(words.join(' '), width);
        expect(lines.map(lineText).join('')).toBe(words.join(' '));
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width + 0.5);
      }),
      tried(150),
    );
  });

  it('breaks a word that is longer than the line rather than let it overflow', () => {
    const word = 'x'.repeat(400);
    const lines = set(word, 200);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.map(lineText).join('')).toBe(word);
    // Pieces are measured apart but set together, so the kerning between them adds less than a point.
    for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(201);
  });

  it('divides Spanish and English words where each language does, and no acronym', () => {
    const spanish = set('institucionalización '.repeat(12).trim(), 150);
    expect(spanish.some(line => line.segments.at(-1)!.hyphen)).toBe(true);
    const acronyms = set('ORGANIZACIONES '.repeat(12).trim(), 150);
    expect(acronyms.some(line => line.segments.at(-1)!.hyphen)).toBe(false);
    const french = set('institutionnalisation '.repeat(12).trim(), 150, 'fr');
    expect(french.some(line => line.segments.at(-1)!.hyphen)).toBe(false);
  });

  it('keeps figures with what they belong to', () => {
    const bound = ['p. 4', 'USD 3', '26 %', '3 679', 'n.º 12'];
    for (let width = 60; width < 260; width += 7) {
      const lines = set(`Véanse ${bound.join(' y ')} en el acta`, width).map(lineText);
      for (const pair of bound) expect(lines.some(line => line.includes(pair))).toBe(true);
    }
  });

  it('justifies all lines but the last', () => {
    const lines = set(
      'Las exportaciones peruanas del primer semestre crecieron mucho. '.repeat(6).trim(),
      300,
    );
    for (const line of lines.slice(0, -1)) expect(lineWidth(line)).toBeCloseTo(300, 1);
    expect(lines.at(-1)!.spaceExtra).toBe(0);
  });
});
