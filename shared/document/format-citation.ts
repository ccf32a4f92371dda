import type { Language, Name } from '../model/common.ts';

/** What of a source its author-date citation needs. */
export interface CitedSource {
  title: string;
  authors: readonly Name[];
  publisher: string;
  issued: string;
}

/** The pages of a quotation: physical ones counted from 1, and the labels printed on them (null where there are none). */
export interface CitedPages {
  firstPage: number;
  lastPage: number;
  firstLabel: string | null;
  lastLabel: string | null;
}

const words = {
  es: { and: 'y', others: 'et al.', undated: 's. f.', page: 'p.', pages: 'pp.' },
  en: { and: 'and', others: 'et al.', undated: 'n.d.', page: 'p.', pages: 'pp.' },
} as const;

/** A title longer than this is cut at a word where it stands in for an author. */
const LONGEST_TITLE = 60;

/** The house author-date style: «(Cancillería, 2018, p. iv)»; `pages` null cites the whole, as for a source without pages. */
export function formatCitation(source: CitedSource, pages: CitedPages | null, language: Language): string {
  const parts = [formatAuthors(source, language), formatYear(source.issued, language)];
  if (pages) parts.push(formatPages(pages, language));
  return `(${parts.join(', ')})`;
}

/** Who a citation names: up to two authors, else the first «et al.»; without authors the publisher, without one the title. */
export function formatAuthors(source: CitedSource, language: Language): string {
  const names = source.authors.map(name => ('literal' in name ? name.literal : name.family));
  const { and, others } = words[language];
  if (names.length === 0) return source.publisher || `«${shorten(source.title)}»`;
  if (names.length === 1) return names[0]!;
  return names.length === 2 ? `${names[0]} ${joinWord(and, names[1]!)} ${names[1]}` : `${names[0]} ${others}`;
}

/** Spanish «y» is «e» before the sound of i. */
function joinWord(and: string, next: string): string {
  return and === 'y' && /^h?[ií](?![aeo])/i.test(next) ? 'e' : and;
}

/** The year of an EDTF date, «s. f.» or “n.d.” where there is none. */
export function formatYear(issued: string, language: Language): string {
  return /^\d{4}/.exec(issued)?.[0] ?? words[language].undated;
}

/** «p. iv», «pp. iv–v»: the printed labels, else the physical pages. */
export function formatPages(pages: CitedPages, language: Language): string {
  const { page, pages: plural } = words[language];
  const from = pages.firstLabel || String(pages.firstPage);
  const to = pages.lastLabel || String(pages.lastPage);
  return pages.firstPage === pages.lastPage ? `${page} ${from}` : `${plural} ${from}–${to}`;
}

/** Articles and prepositions that a cut title must not end in. */
const HANGING =
  /(?: (?:y|e|o|u|a|al|de|del|la|el|los|las|en|con|por|para|sobre|of|the|and|or|on|in|to|for))+$/i;

function shorten(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const blank = title.lastIndexOf(' ', LONGEST_TITLE);
  const cut = title.slice(0, blank > 20 ? blank : LONGEST_TITLE);
  return `${cut.toWellFormed().replace(HANGING, '')}…`;
}
