import { formatCitation } from '../../../shared/document/format-citation.ts';
import type { Excerpt } from '../../../shared/model/excerpt.ts';
import type { StoredExcerpt } from '../library/excerpts.ts';

/** An excerpt as the window shows it: with its pages, their labels, and its citation. */
export function presentExcerpt({ source, ...stored }: StoredExcerpt): Excerpt {
  const pages = {
    firstPage: stored.segments[0]!.page + 1,
    lastPage: stored.segments.at(-1)!.page + 1,
    firstLabel: stored.firstLabel,
    lastLabel: stored.lastLabel,
  };
  const language = stored.language ?? source.language ?? 'es';
  return {
    ...stored,
    ...pages,
    sourceTitle: source.title,
    citation: formatCitation(source, source.paged ? pages : null, language),
  };
}
