import { parse } from 'node:path';
import type { FontFamily } from '../layout/theme.ts';

/** A family as other programs know it: «Source Serif 4» for a file «SourceSerif4-Regular.ttf». */
export function familyName(family: FontFamily): string {
  const [name = ''] = parse(family.regular).name.split('-');
  return name.replace(/([a-z])([A-Z0-9])/g, '$1 $2');
}

/** Whether a family has serifs, as its name tells: decides what stands in for it where it is missing. */
export function hasSerifs(family: FontFamily): boolean {
  return /serif/i.test(familyName(family)) && !/sans/i.test(familyName(family));
}
