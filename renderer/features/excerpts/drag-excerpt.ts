import type { DragEvent } from 'react';
import type { Excerpt } from '../../../shared/model/excerpt.ts';

/** The type under which a dragged excerpt's id travels. */
export const EXCERPT_DRAG_TYPE = 'application/x-valija-excerpt';

/** An excerpt as plain text, with its citation: «…» (Cancillería, 2018, p. iv). */
export function quoteText(excerpt: Pick<Excerpt, 'exact' | 'citation'>): string {
  return `«${excerpt.exact}» ${excerpt.citation}`;
}

/** Fills a drag with an excerpt: its id for this program, its words for any other. */
export function dragExcerpt(event: DragEvent, excerpt: Excerpt): void {
  event.dataTransfer.setData(EXCERPT_DRAG_TYPE, excerpt.id);
  event.dataTransfer.setData('text/plain', quoteText(excerpt));
  event.dataTransfer.effectAllowed = 'copy';
}
