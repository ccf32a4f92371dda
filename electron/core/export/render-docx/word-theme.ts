import type { HexColor } from '../../../../shared/document/content.ts';

/** Fonts (named, never embedded: Word takes its own where they are missing) and sizes in points. */
export interface WordTheme {
  text: string;
  heads: string;
  size: number;
}

/** The few colours of the page, as in its other forms. */
export const INK = {
  heading: '16263F',
  muted: '4C5563',
  link: '1B3F73',
  line: 'AEB6C1',
  bar: '7C8AA0',
  tint: 'EEF1F5',
  strong: 'D5DCE6',
  warning: '8A1C12',
  warningTint: 'FBE9E7',
} as const;

const SERIF: WordTheme = { text: 'Source Serif 4', heads: 'Source Sans 3', size: 10.5 };
const SANS: WordTheme = { text: 'Source Sans 3', heads: 'Source Sans 3', size: 10.5 };

/** The look of a theme; one that is not known here is set like the first. */
export function wordTheme(theme: string): WordTheme {
  if (theme === 'large-print') return { ...SANS, size: 16 };
  return theme === 'modern-sans' ? SANS : SERIF;
}

/** A colour as Word writes it («8A1C12»); black where it is none. */
export function wordColor(color: HexColor): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color.slice(1).toUpperCase() : '000000';
}
