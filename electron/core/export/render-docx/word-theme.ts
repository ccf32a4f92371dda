import type { HexColor } from '../../../../shared/document/content.ts';
import type { FontFamily, Theme } from '../layout/theme.ts';
import { familyName, hasSerifs } from '../read-content/font-names.ts';

/** A font by name, and what Word takes where it is not installed; none is embedded. */
export interface WordFont {
  name: string;
  instead: string;
  serif: boolean;
}

/** The look of a theme as Word takes it: fonts, the size of the text in points, colours as Word writes them («8A1C12»). */
export interface WordTheme {
  text: WordFont;
  heads: WordFont;
  size: number;
  /** Sizes of the foot of the page, and of the marking, in points. */
  furniture: number;
  banner: number;
  justify: boolean;
  hyphenate: boolean;
  ink: Record<
    'heading' | 'muted' | 'link' | 'line' | 'bar' | 'tint' | 'strong' | 'warning' | 'warningTint' | 'marking',
    string
  >;
}

/** Reads the look of a theme; `marking` is the colour of the marking's scheme, where there is one. */
export function wordTheme({ fonts, styles, colors }: Theme, marking?: HexColor): WordTheme {
  return {
    text: fontOf(fonts.text),
    heads: fontOf(fonts.display),
    size: styles.body.size,
    furniture: styles.furniture.size,
    banner: styles.banner.size,
    justify: styles.body.align === 'justify',
    hyphenate: styles.body.hyphenate,
    ink: {
      heading: wordColor(colors.heading),
      muted: wordColor(colors.muted),
      link: wordColor(colors.link),
      line: wordColor(colors.hairline),
      bar: wordColor(colors.bar),
      tint: wordColor(colors.headFill),
      strong: 'D5DCE6',
      warning: wordColor(colors.warning),
      warningTint: 'FBE9E7',
      marking: wordColor(marking ?? colors.muted),
    },
  };
}

function fontOf(family: FontFamily): WordFont {
  const serif = hasSerifs(family);
  return { name: familyName(family), instead: serif ? 'Cambria' : 'Calibri', serif };
}

/** A colour as Word writes it; black where it is none. */
export function wordColor(color: HexColor): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color.slice(1).toUpperCase() : '000000';
}
