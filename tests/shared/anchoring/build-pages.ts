import fc from 'fast-check';
import type { AnchoredPage } from '../../../shared/anchoring/describe-quote.ts';
import { normaliseText } from '../../../shared/anchoring/normalise-text.ts';

/** Pages from their texts, normalised as at import. */
export function pagesOf(...texts: string[]): AnchoredPage[] {
  return texts.map((text, index) => ({
    index,
    text: normaliseText(text.split('\n').map(line => ({ text: line, after: 'paragraph' }))).text,
  }));
}

const WORDS = [
  ...'acuerdo Partes diálogo año cooperación mecanismo de la el compromiso région naïve café'.split(' '),
  ...[
    'e\u0301xito',
    'ﬁrma',
    '🇵🇪',
    '👩‍⚖️',
    '北京',
    'would',
    'not',
    '12,5',
    '«cita»',
    'político-militar',
    'Z\u0335',
  ],
];

/** Texts of one page: words of many scripts, accents composed and decomposed, ligatures, emoji, in a few paragraphs. */
export const pageText = fc
  .array(fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 25 }), { minLength: 1, maxLength: 4 })
  .map(paragraphs => paragraphs.map(words => words.join(' ')).join('\n'));

/** Two to four pages. */
export const somePages = fc.array(pageText, { minLength: 2, maxLength: 4 }).map(texts => pagesOf(...texts));
