import type { Name } from '../../../shared/model/common.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Translate } from '../../app/i18n.tsx';
import { writeWarning } from '../reader/header/write-warning.ts';

/** A name in the order of a list: «Vargas, Ana», or the institution. */
export function writeName(name: Name): string {
  if ('literal' in name) return name.literal;
  return name.given ? `${name.family}, ${name.given}` : name.family;
}

/** The authors of a source on one line; empty when it has none. */
export function writeAuthors(source: Pick<Source, 'authors'>): string {
  return source.authors.map(writeName).join('; ');
}

/** A source's title, or its file's name while it has none. */
export function titleOf(source: Pick<Source, 'title' | 'fileName'>): string {
  return source.title.trim() || source.fileName;
}

/** What the importer noticed that matters to reading: pages without text, a guessed encoding. */
export function readingWarnings(source: Pick<Source, 'warnings'>, t: Translate): string[] {
  return source.warnings.flatMap(warning => writeWarning(t, warning) ?? []);
}

/** Whether the document's date is still the one that the file's properties gave, which is often that of a copy. */
export function isDateFromFile(source: Pick<Source, 'warnings' | 'issued'>): boolean {
  return source.warnings.some(
    ({ code, details }) => code === 'dateOfFile' && String(details.date) === source.issued,
  );
}
