import { cleanCharacters } from '../../../../shared/anchoring/clean-characters.ts';
import { parseLanguage } from '../detect-language.ts';
import { parseDate } from '../parse-date.ts';
import { parseNames } from '../parse-names.ts';
import { type DocumentMetadata, emptyMetadata } from '../parsed-document.ts';

/** What of a parsed HTML document is asked for its metadata. */
export interface MetadataDocument {
  title: string;
  documentElement: { getAttribute(name: string): string | null } | null;
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

const TITLE = ['citation_title', 'dc.title', 'dcterms.title', 'og:title', 'twitter:title'];
const AUTHOR = [
  'citation_author',
  'citation_authors',
  'dc.creator',
  'dcterms.creator',
  'author',
  'article:author',
  'parsely-author',
];
const DATE = [
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'article:published_time',
  'datepublished',
  'date',
  'pubdate',
];

/** Reads title, authors, date and the rest from `<meta>` (citation_*, Dublin Core, Open Graph), `<title>`, `<link>` and `lang`. */
export function readHtmlMetadata(document: MetadataDocument): DocumentMetadata {
  const value = emptyMetadata();
  const fields = collectMeta(document);
  const first = (names: readonly string[]) => names.map(name => fields.get(name)?.[0]).find(Boolean) ?? '';
  value.title = first(TITLE) || clean(document.title) || null;
  const authors = AUTHOR.map(name => fields.get(name)).find(list => list && list.length > 0) ?? [];
  value.authors = authors.filter(name => !/^https?:/.test(name)).flatMap(parseNames);
  value.date = DATE.map(name => parseDate(fields.get(name)?.[0] ?? '')).find(Boolean) ?? null;
  value.publisher = first(['citation_publisher', 'dc.publisher', 'dcterms.publisher']) || null;
  value.containerTitle = first(['citation_journal_title', 'dcterms.ispartof', 'og:site_name']) || null;
  value.url =
    first(['citation_public_url']) ||
    canonicalUrl(document) ||
    first(['og:url', 'citation_fulltext_html_url']) ||
    null;
  const declared =
    document.documentElement?.getAttribute('lang') ||
    first(['citation_language', 'dc.language', 'dcterms.language', 'og:locale']);
  value.language = parseLanguage(declared ?? '');
  return value;
}

function collectMeta(document: MetadataDocument): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('name') ??
      meta.getAttribute('property') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    const content = clean(meta.getAttribute('content') ?? '');
    if (name === '' || content === '') continue;
    fields.set(name, [...(fields.get(name) ?? []), content]);
  }
  return fields;
}

function canonicalUrl(document: MetadataDocument): string {
  for (const link of document.querySelectorAll('link[rel="canonical"]')) {
    const href = link.getAttribute('href') ?? '';
    if (/^https?:\/\//.test(href)) return href;
  }
  return '';
}

function clean(text: string): string {
  return cleanCharacters(text).trim().slice(0, 1000);
}
