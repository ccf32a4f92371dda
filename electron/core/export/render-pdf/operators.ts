import type { HexColor } from '../../../../shared/document/content.ts';

/** A number as content streams write it, to a hundredth of a point. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const colors = new Map<HexColor, string>();

/** «#rrggbb» as three operands between 0 and 1. */
export function rgb(color: HexColor): string {
  let operands = colors.get(color);
  if (operands === undefined) {
    const value = Number.parseInt(color.slice(1), 16);
    const parts = [value >> 16, (value >> 8) & 255, value & 255];
    operands = parts.map(part => String(Math.round((part / 255) * 1000) / 1000)).join(' ');
    colors.set(color, operands);
  }
  return operands;
}
