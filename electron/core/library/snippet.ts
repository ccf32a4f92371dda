import type { HitFinder } from './search-query.ts';

/** Characters shown before the first word found and in all. */
const BEFORE = 60;
const LENGTH = 240;
const MAX_HITS = 12;

/** A snippet and the UTF-16 offset of its first hit in the text (0 where there is none). */
export interface Snippet {
  pieces: { text: string; hit: boolean }[];
  offset: number;
}

/** Cuts a text around the first word found, at word edges, and marks what was found. */
export function cutSnippet(text: string, finder: HitFinder): Snippet {
  const offset = finder.find(text, 1)[0]?.start ?? 0;
  const start = edgeBefore(text, Math.max(0, offset - BEFORE));
  const end = edgeBefore(text, Math.min(text.length, start + LENGTH));
  const cut = text.slice(start, end > offset ? end : start + LENGTH);
  const pieces: Snippet['pieces'] = [];
  const add = (piece: string, hit: boolean) => {
    if (piece !== '') pieces.push({ text: piece.replaceAll('\n', ' '), hit });
  };
  add(start > 0 ? '…' : '', false);
  let done = 0;
  for (const hit of finder.find(cut, MAX_HITS)) {
    add(cut.slice(done, hit.start), false);
    add(cut.slice(hit.start, hit.end), true);
    done = hit.end;
  }
  add(cut.slice(done), false);
  add(start + cut.length < text.length ? '…' : '', false);
  return { pieces, offset };
}

/** The beginning of the word at an offset, so that no word is cut; the offset itself in a word without end. */
function edgeBefore(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return offset;
  const blank = Math.max(text.lastIndexOf(' ', offset), text.lastIndexOf('\n', offset));
  return offset - blank <= 40 ? blank + 1 : offset;
}
