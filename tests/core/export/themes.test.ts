import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExportError } from '../../../electron/core/export/export-error.ts';
import { loadThemes } from '../../../electron/core/export/load-themes.ts';
import { themeIds } from '../../../shared/model/output.ts';
import { specimenDocument } from '../../check-pdf/specimen.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { contentDocument, paragraph, part } from '../../helpers/pdf-content.ts';
import { readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';

const RESOURCES = join(import.meta.dirname, '../../../resources');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'themes-'));
  mkdirSync(join(folder, 'themes'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function dropTheme(id: string, change: (theme: Record<string, never>) => void = () => undefined): void {
  const shipped = readFileSync(join(RESOURCES, 'themes/modern-sans/theme.json'), 'utf8');
  const theme = JSON.parse(shipped) as Record<string, never>;
  change(theme);
  mkdirSync(join(folder, 'themes', id));
  writeFileSync(join(folder, 'themes', id, 'theme.json'), JSON.stringify(theme));
}

function codeOf(work: () => unknown): { code: string; message: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof ExportError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('Nothing was thrown');
}

/** WCAG 2.2's ratio between a colour and white. */
function contrastWithWhite(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255].map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05);
}

describe('themes', () => {
  it('ship as the program names them', () => {
    expect(testThemes.list()).toEqual([...themeIds].sort());
  });

  it.each(themeIds)('%s gives conforming files in both languages', async theme => {
    for (const language of ['es', 'en'] as const) {
      const { bytes } = await exportPdf({ ...specimenDocument(language), theme }, { themes: testThemes });
      const pdf = await readPdf(bytes);
      expect(pdf.texts.join(' ')).toContain('institucionaliza');
      await pdf.close();
    }
  });

  it.each(themeIds)('%s sets text in colours that can be read', id => {
    const { colors, styles } = testThemes.get(id);
    for (const style of Object.values(styles)) expect(contrastWithWhite(style.color)).toBeGreaterThan(4.5);
    expect(contrastWithWhite(colors.link)).toBeGreaterThan(4.5);
    expect(contrastWithWhite(colors.warning)).toBeGreaterThan(4.5);
  });

  it('set large print for people with low vision: 16 points, ragged, undivided, upright, in strong contrast', () => {
    const { colors, fonts, styles } = testThemes.get('large-print');
    const { furniture, banner, marking, ...read } = styles;
    const { cell, cellHead, ...running } = read;
    for (const style of Object.values(running)) expect(style.hyphenate).toBe(false);
    for (const style of Object.values(read)) {
      expect(style.size).toBeGreaterThanOrEqual(16);
      expect(style.align).toBe('start');
      expect(style.leading / style.size).toBeGreaterThanOrEqual(1.2);
    }
    for (const style of [furniture, banner, marking]) expect(style.size).toBeGreaterThanOrEqual(12);
    for (const style of Object.values(styles)) expect(contrastWithWhite(style.color)).toBeGreaterThan(12);
    expect(contrastWithWhite(colors.link)).toBeGreaterThan(7);
    const faces = [fonts.text, fonts.display].flatMap(family => [family.italic, family.boldItalic]);
    for (const face of faces) expect(face).not.toMatch(/It(?:alic)?\.ttf$/);
  });

  it('look to other fonts for what theirs lack', async () => {
    const content = contentDocument([part('a', 'Жуков', [paragraph('Κύπρος, Жуков, *₡')])], {
      theme: 'large-print',
    });
    const { bytes, missingGlyphs } = await exportPdf(content, { themes: testThemes });
    expect(missingGlyphs).toEqual([]);
    const pdf = await readPdf(bytes);
    expect(pdf.texts.join(' ')).toContain('Κύπρος, Жуков, *₡');
    await pdf.close();
  });

  it('are there as soon as their folder is, fonts beside them first', async () => {
    dropTheme('de-la-casa', theme => {
      Object.assign(theme.name!, { es: 'De la casa' });
      Object.assign(theme.fonts!, { text: family('Propia.ttf') });
    });
    cpSync(join(RESOURCES, 'fonts'), join(folder, 'fonts'), { recursive: true });
    cpSync(join(RESOURCES, 'fonts/SourceSerif4-Bold.ttf'), join(folder, 'themes/de-la-casa/Propia.ttf'));
    const themes = loadThemes(folder);
    expect(themes.list()).toEqual(['de-la-casa']);
    expect(themes.get('de-la-casa').name.es).toBe('De la casa');
    const content = contentDocument([part('a', 'Parte', [paragraph('Texto.')])], { theme: 'de-la-casa' });
    const { bytes } = await exportPdf(content, { themes });
    expect(Buffer.from(bytes).includes('SourceSerif4')).toBe(false);
    const pdf = await readPdf(bytes);
    expect(pdf.texts.join(' ')).toContain('Texto.');
    await pdf.close();
  });

  it('say which file is wrong, and where', () => {
    dropTheme('rota', theme => Object.assign(theme.gaps!, { block: 'ancho' }));
    const { code, message } = codeOf(() => loadThemes(folder).get('rota'));
    expect(code).toBe('themeUnreadable');
    expect(message).toContain(join('rota', 'theme.json'));
    expect(message).toContain('gaps.block');
    expect(message).not.toContain(folder);
    expect(codeOf(() => loadThemes(folder).get('ninguna')).code).toBe('themeUnknown');
    expect(codeOf(() => loadThemes(folder).get('../themes/rota')).code).toBe('themeUnknown');
  });

  it('say that a font is missing', async () => {
    dropTheme('sin-fuentes');
    const content = contentDocument([part('a', 'Parte', [paragraph('Texto.')])], { theme: 'sin-fuentes' });
    await expect(exportPdf(content, { themes: loadThemes(folder) })).rejects.toMatchObject({
      code: 'fontsUnreadable',
    });
  });
});

function family(file: string) {
  return { regular: file, italic: file, bold: file, boldItalic: file };
}
