import { describe, expect, it } from 'vitest';
import { WATERMARK_COLOR } from '../../../electron/core/export/render-pdf/paint-watermark.ts';
import { themeIds } from '../../../shared/model/output.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { contentDocument, paragraph, part } from '../../helpers/pdf-content.ts';
import { readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';

async function pagesWith(watermark: string) {
  const content = contentDocument(
    [part('a', 'Uno', [paragraph('Un pasaje.')]), part('b', 'Dos', [paragraph('Otro.')])],
    { watermark },
  );
  const pdf = await readPdf((await exportPdf(content, { themes: testThemes })).bytes);
  await pdf.close();
  return pdf;
}

describe('the watermark', () => {
  it('stands on every page, beneath its text and outside the structure', async () => {
    const pdf = await pagesWith('Viceministra Quispe · Ejemplar 3');
    expect(pdf.texts.length).toBe(3);
    for (const [index, words] of pdf.texts.entries()) {
      expect(words.indexOf('Viceministra Quispe')).toBe(0);
      expect(pdf.marked[index]!.untagged).toBe('');
    }
  });

  it.each(['X', 'Ana', 'A'.repeat(400), 'Excelentísimo señor '.repeat(20).trim()])(
    'keeps all of «%s» on the page',
    async words => {
      const pdf = await pagesWith(words);
      const shown = pdf.texts[0]!.replace(/\s+/g, ' ');
      expect(shown.startsWith(words)).toBe(true);
      for (const item of pdf.pages[0]!) {
        expect(item.x).toBeGreaterThan(0);
        expect(item.x).toBeLessThan(596);
        expect(item.y).toBeGreaterThan(0);
        expect(item.y).toBeLessThan(842);
      }
    },
  );

  it.each(themeIds)('leaves every text of «%s» readable', id => {
    const { ink, heading, muted, link, warning } = testThemes.get(id).colors;
    for (const color of [ink, heading, muted, link, warning])
      expect(contrast(color, WATERMARK_COLOR)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(WATERMARK_COLOR, '#ffffff')).toBeLessThan(1.4);
  });
});

/** WCAG 2.2's contrast of two colours. */
function contrast(one: string, two: string): number {
  const [dark, light] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
