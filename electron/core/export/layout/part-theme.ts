import type { ContentPart } from '../../../../shared/document/content-document.ts';
import type { TextStyle } from './text-style.ts';
import type { GapName, StyleName, Theme } from './theme.ts';

/** No type is set smaller than this to make a text fit, in points. */
export const SMALLEST_TYPE = 8.5;
/** Speaking text against the theme's large type, and at most, in points. */
const SPEAKING_SCALE = 1.25;
const LARGEST_SPEAKING = 27;
/** Of what speaking text gains, so much is given to what stands beside it: citations, cells, captions. */
const SIDE_SHARE = 0.45;
/** A card's text against the theme's body. */
const CARD_SCALE = 0.9;

const SIDE_STYLES = ['note', 'citation', 'translation', 'cell', 'cellHead', 'caption', 'footnote'] as const;

/** The theme as a part of this layout takes it: very large for speaking pages, compact for cards. */
export function themeForPart(theme: Theme, layout: ContentPart['layout']): Theme {
  if (layout === 'speaking') return makeSpeaking(theme);
  return layout === 'card' ? makeCard(theme) : theme;
}

/** A theme with all its type and white space `scale` times as large, but no type below {@link SMALLEST_TYPE}. */
export function scaleTheme(theme: Theme, scale: number): Theme {
  if (scale === 1) return theme;
  const styles = mapValues(theme.styles, style => scaleStyle(style, boundedScale(style, scale)));
  return { ...theme, styles, gaps: scaleGaps(theme, scale ** 1.4) };
}

/** A style `scale` times as large. */
export function scaleStyle(style: TextStyle, scale: number): TextStyle {
  return { ...style, size: style.size * scale, leading: style.leading * scale };
}

/** A style at another size, its leading in proportion. */
function sized(style: TextStyle, size: number): TextStyle {
  return scaleStyle(style, size / style.size);
}

function boundedScale({ size }: TextStyle, scale: number): number {
  return Math.max(scale, Math.min(1, SMALLEST_TYPE / size));
}

function makeSpeaking(theme: Theme): Theme {
  const { styles } = theme;
  const scale = Math.min(SPEAKING_SCALE, LARGEST_SPEAKING / styles.large.size);
  const spoken: TextStyle = { ...scaleStyle(styles.large, scale), align: 'start', hyphenate: false };
  const gain = 1 + (spoken.size / styles.body.size - 1) * SIDE_SHARE;
  const sides = SIDE_STYLES.map(name => [name, scaleStyle(styles[name], gain)] as const);
  return {
    ...theme,
    gaps: { ...scaleGaps(theme, gain), large: spoken.leading * 0.6, block: spoken.leading * 0.6 },
    styles: {
      ...styles,
      ...(Object.fromEntries(sides) as Pick<Theme['styles'], (typeof SIDE_STYLES)[number]>),
      body: spoken,
      large: spoken,
      quote: { ...sized(styles.quote, spoken.size * 0.85), align: 'start' },
      lead: sized(styles.lead, spoken.size * 0.78),
      title: sized(styles.title, Math.max(styles.title.size, spoken.size * 1.2)),
      heading2: sized(styles.heading2, spoken.size * 1.08),
      heading3: sized(styles.heading3, spoken.size),
      heading4: sized(styles.heading4, spoken.size * 0.92),
    },
  };
}

function makeCard(theme: Theme): Theme {
  const { styles } = theme;
  const scale = (style: TextStyle) => scaleStyle(style, boundedScale(style, CARD_SCALE));
  const body: TextStyle = { ...scale(styles.body), align: 'start' };
  return {
    ...theme,
    gaps: scaleGaps(theme, 0.6),
    styles: {
      ...mapValues(styles, scale),
      body,
      large: body,
      lead: { ...scale(styles.lead), size: body.size, leading: body.leading },
      title: sized(styles.title, body.size * 1.35),
      heading2: sized(styles.heading2, body.size * 1.15),
    },
  };
}

function scaleGaps(theme: Theme, scale: number): Record<GapName, number> {
  return mapValues(theme.gaps, gap => gap * scale);
}

function mapValues<Name extends StyleName | GapName, Value>(
  record: Record<Name, Value>,
  change: (value: Value) => Value,
): Record<Name, Value> {
  const entries = Object.entries(record) as [Name, Value][];
  return Object.fromEntries(entries.map(([name, value]) => [name, change(value)])) as Record<Name, Value>;
}
