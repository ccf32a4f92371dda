import { expect, test } from 'vitest';
import { describeQuote } from '../../../shared/anchoring/describe-quote.ts';
import { keepsContext } from '../../../shared/anchoring/keep-context.ts';

function quoted(text: string, words: string) {
  const start = text.indexOf(words);
  return describeQuote(
    [{ index: 0, text }],
    { page: 0, offset: start },
    { page: 0, offset: start + words.length },
  );
}

test.each([
  [
    'Las partes acuerdan cooperar en mayo.',
    'Las partes no acuerdan cooperar en mayo.',
    'acuerdan cooperar',
    false,
  ],
  ['Acuerdan cooperar en mayo.', 'Jamás Acuerdan cooperar en mayo.', 'Acuerdan cooperar', false],
  ['Acuerdan cooperar.', 'Acuerdan cooperar si hay fondos.', 'Acuerdan cooperar', false],
  ['Primero. Acuerdan cooperar. Tercero.', 'Nuevo. Acuerdan cooperar. Otro.', 'Acuerdan cooperar.', true],
  [
    'Título\nAcuerdan cooperar en mayo.\nFin.',
    'Otro\nAcuerdan cooperar en mayo.\nOtro.',
    'Acuerdan cooperar en mayo.',
    true,
  ],
  [
    'Ayer, las partes acuerdan cooperar en mayo.',
    'Hoy, las partes acuerdan cooperar en mayo.',
    'acuerdan cooperar',
    true,
  ],
])('«%s» → «%s»', (before, now, words, kept) => {
  expect(keepsContext(quoted(before, words), quoted(now, words))).toBe(kept);
});
