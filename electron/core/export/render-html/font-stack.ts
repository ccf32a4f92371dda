import type { FontFamily } from '../layout/theme.ts';
import { familyName, hasSerifs } from '../read-content/font-names.ts';
import { escapeString } from './css-values.ts';

/** A family with what stands in for it where it is not installed. */
export function stack(family: FontFamily): string {
  const others = hasSerifs(family)
    ? '"Charter", "Georgia", "Cambria", serif'
    : '"Segoe UI", "Helvetica Neue", "Arial", sans-serif';
  return `${escapeString(familyName(family))}, ${others}`;
}
