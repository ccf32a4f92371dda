import { type Face, textWidth } from '../face.ts';
import { type FontSet, faceOf } from '../font-set.ts';
import type { TextStyle } from '../text-style.ts';
import type { Theme } from '../theme.ts';

/** What a chart needs of the document it stands in; a layout's Setting has it. */
export interface ChartSetting {
  language: string;
  theme: Theme;
  fonts: FontSet;
}

/** The hand that draws a chart: its lettering (sizes in points), colours and language. */
export interface ChartPen {
  language: string;
  size: number;
  leading: number;
  style: TextStyle;
  colors: Theme['colors'];
  /** Width of a text in points, as it will be printed. */
  measure(text: string): number;
}

/** Charts are lettered a little smaller than tables, never below what can be read. */
const SHARE_OF_CELL = 0.92;
const SMALLEST = 6.5;

/** The pen of a document. */
export function openPen({ language, theme, fonts }: ChartSetting): ChartPen {
  const size = Math.max(SMALLEST, theme.styles.cell.size * SHARE_OF_CELL);
  const shared = {
    size,
    leading: size * 1.25,
    hyphenate: false,
    align: 'start',
    color: theme.colors.ink,
  } as const;
  const style: TextStyle = { ...theme.styles.cell, ...shared };
  const face: Face = faceOf(fonts, style.face, style.feature);
  return {
    language,
    size,
    leading: shared.leading,
    style,
    colors: theme.colors,
    measure: text => textWidth(face, text, size),
  };
}

/** A text cut with «…» so that it is at most `width` wide. */
export function shortenTo(text: string, width: number, pen: ChartPen): string {
  if (pen.measure(text) <= width) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pen.measure(cut(letters, middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return low > 0 ? cut(letters, low) : '';
}

function cut(letters: string[], count: number): string {
  return `${letters.slice(0, count).join('').trimEnd()}…`;
}

/** A text in at most `most` lines of `width`, words whole; null where it does not fit so. */
export function wrapText(text: string, width: number, most: number, pen: ChartPen): string[] | null {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : '';
    if (longer && pen.measure(longer) <= width) lines[lines.length - 1] = longer;
    else if (pen.measure(word) <= width) lines.push(word);
    else return null;
  }
  return lines.length <= most ? lines : null;
}
