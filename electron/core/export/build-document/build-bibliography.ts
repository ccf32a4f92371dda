import type { BibliographyEntryBlock, Inline } from '../../../../shared/document/content.ts';
import { isSafeLink } from '../../../../shared/document/marks.ts';
import type { Language, Name } from '../../../../shared/model/common.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { plain } from './build-text.ts';
import { type DocumentContext, entryId, say } from './document-context.ts';
import { formatDayMonth } from './format-edtf.ts';

/** The sources cited, as the dossier's citation style lists them, or in the house style. */
export function buildBibliography(context: DocumentContext): BibliographyEntryBlock[] {
  const listed = context.styled?.bibliography;
  if (!listed) return buildHouseBibliography(context);
  // The style says whether addresses are printed: none is added beneath.
  return listed.map(({ sourceId, inlines }) => ({
    kind: 'bibliographyEntry',
    id: entryId({ id: sourceId }),
    inlines,
    url: null,
  }));
}

/** The sources cited, in the house author-date style, by author and year; titles keep their own capitals and language. */
function buildHouseBibliography(context: DocumentContext): BibliographyEntryBlock[] {
  const cited = Object.values(context.snapshot.sources).filter(source => context.cited.has(source.id));
  const keyed = cited.map(source => ({ source, keys: sortKeys(source, context) }));
  const collator = new Intl.Collator(context.language, { numeric: true, ignorePunctuation: true });
  const compare = (a: string[], b: string[]) =>
    a.map((key, i) => collator.compare(key, b[i]!)).find(order => order !== 0) ?? 0;
  keyed.sort((a, b) => compare(a.keys, b.keys) || (a.source.id < b.source.id ? -1 : 1));
  return keyed.map(({ source }) => buildEntry(source, context));
}

/** Author, year and title, compared one after the other: in one string «G20, 2018» and «G, 202018» would be equal. */
function sortKeys(source: Source, context: DocumentContext): string[] {
  const label = context.labels.get(source.id)!;
  return [listAuthors(source, context) || label.authors, label.year, source.title];
}

function buildEntry(source: Source, context: DocumentContext): BibliographyEntryBlock {
  const language = source.language ?? context.language;
  const entry: BibliographyEntryBlock = {
    kind: 'bibliographyEntry',
    id: entryId(source),
    inlines: describe(source, context),
    url: isSafeLink(source.url) ? source.url : null,
  };
  if (language !== context.language) {
    entry.inlines = entry.inlines.map(inline =>
      inline.kind === 'text' && inline.marks?.em ? { ...inline, language } : inline,
    );
  }
  return entry;
}

/** «Apellido, Nombre y Apellido, Nombre (2018, 3 de septiembre). Título. Editorial.»; without authors, publisher or title leads. */
function describe(source: Source, context: DocumentContext): Inline[] {
  const year = dateOf(source, context);
  const authors = listAuthors(source, context) || source.publisher;
  const title = plain(source.title, { marks: { em: true } });
  const rest = [...container(source, context), ...publisher(source, authors)];
  if (!authors) return [title, plain(` (${year}).`), ...rest];
  return [plain(`${authors} (${year}). `), title, plain(endsSentence(source.title) ? '' : '.'), ...rest];
}

function dateOf(source: Source, context: DocumentContext): string {
  const year = context.labels.get(source.id)?.year ?? '';
  const day = formatDayMonth(source.issued, context.language);
  return day ? `${year}, ${day}` : year;
}

function container(source: Source, context: DocumentContext): Inline[] {
  if (!source.containerTitle) return [];
  const inside = say(context, 'page.sources.in');
  return [plain(` ${inside} `), plain(source.containerTitle, { marks: { em: true } }), plain('.')];
}

function publisher(source: Source, authors: string): Inline[] {
  if (!source.publisher || source.publisher === authors) return [];
  return [plain(` ${source.publisher}${endsSentence(source.publisher) ? '' : '.'}`)];
}

function endsSentence(text: string): boolean {
  return /[.?!…]»?$/.test(text);
}

/** The authors as the bibliography names them («Apellido, Nombre y Apellido, Nombre»); empty where there are none. */
export function listAuthors(source: Source, context: DocumentContext): string {
  const names = source.authors.map(writeName);
  return new Intl.ListFormat(listLocale(context.language), { type: 'conjunction' }).format(names);
}

function listLocale(language: Language): string {
  return language === 'es' ? 'es' : 'en-GB';
}

function writeName(name: Name): string {
  if ('literal' in name) return name.literal;
  return name.given ? `${name.family}, ${name.given}` : name.family;
}
