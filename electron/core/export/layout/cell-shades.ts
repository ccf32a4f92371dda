import type { HexColor, TableCell } from '../../../../shared/document/content.ts';
import type { Theme } from './theme.ts';

/** How much of a theme's colour a shade has, the rest white: little enough that ink on it stays far above 4.5:1. */
const SHARES = { tint: 0.1, strong: 0.24, warning: 0.12 } as const;

/** The colours behind a shaded cell: a tint, and for a warning a bar at its left edge too. */
export function shadeColors(
  shade: NonNullable<TableCell['shade']>,
  { colors }: Theme,
): { fill: HexColor; bar: HexColor | null } {
  const color = shade === 'warning' ? colors.warning : colors.heading;
  return { fill: mixWithWhite(color, SHARES[shade]), bar: shade === 'warning' ? colors.warning : null };
}

/** A colour thinned with white: `share` of it is the colour. */
export function mixWithWhite(color: HexColor, share: number): HexColor {
  const value = Number.parseInt(color.slice(1), 16);
  const mixed = [value >> 16, (value >> 8) & 255, value & 255].map(part =>
    Math.round(255 - (255 - part) * share),
  );
  return `#${mixed.map(part => part.toString(16).padStart(2, '0')).join('')}`;
}
