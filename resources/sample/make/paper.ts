/** A run of words in one style. */
export interface Run {
  text: string;
  strong: boolean;
  emphasis: boolean;
}

/** One block of a paper's text. */
export type PaperBlock =
  | { kind: 'heading'; level: number; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'item'; label: string; runs: Run[] }
  | { kind: 'table'; rows: Run[][][] };

/**
 * A sample paper as its author wrote it. `front` is set on pages numbered in roman, `body` on pages numbered from 1;
 * `date` is ISO 8601 (a day); `keywords` are separated by «; »; `mark` is the words that say it is a sample.
 */
export interface Paper {
  fileName: string;
  title: string;
  author: string;
  issuer: string;
  date: string;
  place: string;
  language: 'es' | 'en';
  reference: string;
  keywords: string;
  mark: string;
  notice: string;
  front: PaperBlock[];
  body: PaperBlock[];
}
