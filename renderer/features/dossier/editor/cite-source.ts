import { formatCitation, formatPages } from '../../../../shared/document/format-citation.ts';
import type { Language } from '../../../../shared/model/common.ts';
import type { Source } from '../../../../shared/model/source.ts';

/** A citation without quotation as the page prints it: «(Cancillería, 2018, p. iv)», «(Cancillería, 2018, art. 3)». */
export function citeSource(source: Source, locator: string, language: Language): string {
  const whole = formatCitation(source, null, language);
  const place = writeLocator(locator.trim(), language);
  return place ? `${whole.slice(0, -1)}, ${place})` : whole;
}

/** A bare page or range («4», «iv», «12–14») gains «p.» or «pp.»; anything else is printed as it was written. */
function writeLocator(locator: string, language: Language): string {
  const match = /^([\divxlc]+)(?:\s*[-–]\s*([\divxlc]+))?$/i.exec(locator);
  if (!match) return locator;
  const [, first = '', last] = match;
  const pages = { firstPage: 1, lastPage: last ? 2 : 1, firstLabel: first, lastLabel: last ?? first };
  return formatPages(pages, language);
}
