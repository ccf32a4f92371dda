import type { HexColor } from '../../../../shared/document/content.ts';
import { cleanText } from '../read-content/clean-text.ts';

/** Text as a CSS string (CSS Syntax 3, 4.3.5); no character of it can end the string or the style element. */
export function escapeString(text: string): string {
  const escaped = cleanText(text).replace(
    /[^\p{L}\p{N} .,·–—:;()/-]/gu,
    character => `\\${character.codePointAt(0)!.toString(16)} `,
  );
  return `"${escaped}"`;
}

/** Black or white, whichever stands out more against a colour (WCAG 2.2, contrast ratio). */
export function inkOn(color: HexColor): HexColor {
  const luminance = luminanceOf(color);
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000';
}

function luminanceOf(color: HexColor): number {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
