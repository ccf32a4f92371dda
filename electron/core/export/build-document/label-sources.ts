import {
  type CitedPages,
  formatAuthors,
  formatPages,
  formatYear,
} from '../../../../shared/document/format-citation.ts';
import type { Language } from '../../../../shared/model/common.ts';
import type { Source } from '../../../../shared/model/source.ts';

/** How each source is named in citations: its authors, and its year with a letter where two would read alike. */
export type CitationLabels = Map<string, { authors: string; year: string }>;

/** Names every source in the house author-date style; equal names get letters in the order of their titles («2018a»). */
export function labelSources(sources: Source[], language: Language): CitationLabels {
  const labels: CitationLabels = new Map();
  const alike = Map.groupBy(
    sources,
    source => `${formatAuthors(source, language)}\n${formatYear(source.issued, language)}`,
  );
  for (const group of alike.values()) {
    const sorted = group.toSorted(
      (a, b) => a.title.localeCompare(b.title, language) || (a.id < b.id ? -1 : 1),
    );
    sorted.forEach((source, index) => {
      const year = formatYear(source.issued, language);
      labels.set(source.id, {
        authors: formatAuthors(source, language),
        year: group.length > 1 ? `${year}${/\d$/.test(year) ? '' : '-'}${letter(index)}` : year,
      });
    });
  }
  return labels;
}

function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

/** «(Cancillería, 2018, p. iv [4])»: the pages and their abbreviation never part at a line's end. */
export function citationText(label: { authors: string; year: string }, locator: string | null): string {
  return `(${[label.authors, label.year, ...(locator ? [locator] : [])].join(', ')})`;
}

/** The printed labels and, where they differ, the physical pages in brackets: «p. iv [4]», «pp. iv–v [4–5]». */
export function pageLocator(pages: CitedPages, language: Language): string {
  const printed = formatPages(pages, language).replace(' ', '\u00a0');
  const differs =
    (pages.firstLabel || String(pages.firstPage)) !== String(pages.firstPage) ||
    (pages.lastLabel || String(pages.lastPage)) !== String(pages.lastPage);
  if (!differs) return printed;
  const physical =
    pages.firstPage === pages.lastPage ? String(pages.firstPage) : `${pages.firstPage}–${pages.lastPage}`;
  return `${printed}\u00a0[${physical}]`;
}

/** A locator typed by hand: bare pages get «p.» or «pp.», anything else («art. 3») stays. */
export function typedLocator(locator: string, language: Language): string | null {
  const typed = locator.trim();
  if (!typed) return null;
  if (!/^[\divxlcdm]+(\s*[-–,]\s*[\divxlcdm]+)*$/i.test(typed)) return typed.replace(/^(\S+\.) /, '$1\u00a0');
  const range = /^(\S+?)\s*[-–]\s*(\S+)$/.exec(typed);
  const [first, last] = range ? [range[1]!, range[2]!] : [typed, typed];
  const several = range !== null || typed.includes(',');
  const pages = { firstPage: 1, lastPage: several ? 2 : 1, firstLabel: first, lastLabel: last };
  if (typed.includes(',')) return `pp.\u00a0${typed}`;
  return formatPages(pages, language).replace(' ', '\u00a0');
}
