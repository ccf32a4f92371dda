import type { PageTexts } from '../../../renderer/features/reader/text/movement.ts';
import type { Page, TextRun } from '../../../shared/model/page.ts';

/** A page of flowing text, one paragraph a line. */
export function flowPage(text: string, index = 0, label: string | null = null): Page {
  return { index, label, text, layout: { kind: 'flow', blocks: [] } };
}

/** The texts of pages, all loaded. */
export function textsOf(...pages: string[]): PageTexts {
  return { count: pages.length, textOf: index => pages[index] };
}

/** Every letter is one wide: positions in a run can be told by counting. */
export const countLetters = (text: string): number => text.length;

/** One printed line as a run: ten points high, each letter five wide. */
export function line(text: string, words: string, x: number, y: number): TextRun {
  const start = text.indexOf(words);
  return { start, end: start + words.length, x, y, width: words.length * 5, height: 10 };
}
