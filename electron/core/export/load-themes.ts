import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { z } from 'zod';
import { ExportError } from './export-error.ts';
import { fallbackFonts } from './fallback-fonts.ts';
import { type FontFile, openFontFile } from './layout/face.ts';
import { createFontSet, type FontSet } from './layout/font-set.ts';
import type { TextStyle } from './layout/text-style.ts';
import type { FontFamily, StyleName, Theme, Themes } from './layout/theme.ts';
import { type ThemeFile, themeFileSchema } from './theme-schema.ts';

/**
 * Opens the themes of `resourcesDir` (`themes/<id>/theme.json`, `fonts/`); reads nothing until asked. A font that cannot be read throws
 * ExportError `fontsUnreadable` when text is first set in it.
 */
export function loadThemes(resourcesDir: string): Themes {
  const folder = join(resourcesDir, 'themes');
  const themes = new Map<string, Theme>();
  const fontSets = new Map<Theme, FontSet>();
  const files = new Map<string, FontFile>();
  const openFile = (path: string) => {
    const file = files.get(path) ?? readFontFile(path);
    files.set(path, file);
    return file;
  };
  return {
    list: () =>
      readdirSync(folder)
        .filter(id => existsSync(join(folder, id, 'theme.json')))
        .sort(),
    get(id) {
      const theme = themes.get(id) ?? readTheme(folder, id, join(resourcesDir, 'fonts'));
      themes.set(id, theme);
      return theme;
    },
    fontsOf(theme) {
      const fonts = fontSets.get(theme) ?? createFontSet(theme.fonts, openFile);
      fontSets.set(theme, fonts);
      return fonts;
    },
  };
}

function readFontFile(path: string): FontFile {
  try {
    return openFontFile(parse(path).name, readFileSync(path));
  } catch (cause) {
    throw new ExportError('fontsUnreadable', cause);
  }
}

function readTheme(folder: string, id: string, fontFolder: string): Theme {
  const path = join(folder, id, 'theme.json');
  if (!/^[\w-]+$/.test(id) || !existsSync(path)) throw new ExportError('themeUnknown', new Error(id));
  const file = parseTheme(path, join(id, 'theme.json'));
  const place = (name: string) => {
    const own = join(folder, id, name);
    return existsSync(own) ? own : join(fontFolder, name);
  };
  const placeFamily = (family: FontFamily): FontFamily => ({
    regular: place(family.regular),
    italic: place(family.italic),
    bold: place(family.bold),
    boldItalic: place(family.boldItalic),
  });
  const { text, display, fallback } = file.fonts;
  const others = [...fallback.map(placeFamily), ...fallbackFonts(fontFolder)];
  return {
    ...file,
    id,
    fonts: { text: placeFamily(text), display: placeFamily(display), fallback: others },
    styles: resolveStyles(file),
  };
}

/** A failure says `name` of the file, not where the program is installed: the window shows it. */
function parseTheme(path: string, name: string): ThemeFile {
  try {
    return themeFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const wrong = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new ExportError('themeUnreadable', new Error(`${name}: ${wrong}`, { cause }));
  }
}

function resolveStyles({ styles, colors }: ThemeFile): Record<StyleName, TextStyle> {
  const resolved = Object.entries(styles).map(([name, style]) => [
    name,
    { ...style, color: colors[style.color] },
  ]);
  return Object.fromEntries(resolved) as Record<StyleName, TextStyle>;
}
