import type { Name } from '../../../shared/model/common.ts';
import type { Source } from '../../../shared/model/source.ts';

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
