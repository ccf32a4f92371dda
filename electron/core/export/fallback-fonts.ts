import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FontFamily } from './layout/theme.ts';

/** Upright and bold fonts that stand behind every theme's own, in order: other scripts first, then signs. */
const FALLBACKS: readonly (readonly [regular: string, bold: string])[] = [
  ['SourceSerif4-Regular', 'SourceSerif4-Bold'],
  ['IBMPlexSansArabic-Regular', 'IBMPlexSansArabic-Bold'],
  ['NotoSerifHebrew-Regular', 'NotoSerifHebrew-Bold'],
  ['NotoSansSymbols-Regular', 'NotoSansSymbols-Regular'],
  ['NotoSansMath-Regular', 'NotoSansMath-Regular'],
  ['NotoSansSymbols2-Regular', 'NotoSansSymbols2-Regular'],
];

/** Families for characters that a theme's own fonts lack, as far as their files are in the folder of fonts. */
export function fallbackFonts(folder: string): FontFamily[] {
  return FALLBACKS.map(
    ([regular, bold]) => [join(folder, `${regular}.ttf`), join(folder, `${bold}.ttf`)] as const,
  )
    .filter(paths => paths.every(path => existsSync(path)))
    .map(([regular, bold]) => ({ regular, italic: regular, bold, boldItalic: bold }));
}
