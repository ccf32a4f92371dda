import { expect, test } from 'vitest';
import {
  type CitedPages,
  type CitedSource,
  formatCitation,
} from '../../../shared/document/format-citation.ts';

const source = (changes: Partial<CitedSource> = {}): CitedSource => ({
  title: 'Acta de la reunión',
  authors: [{ literal: 'Cancillería' }],
  publisher: '',
  issued: '2018-09-03',
  ...changes,
});
const pages = (
  firstPage: number,
  lastPage: number,
  firstLabel: string | null,
  lastLabel: string | null,
): CitedPages => ({
  firstPage,
  lastPage,
  firstLabel,
  lastLabel,
});
const person = (family: string) => ({ family, given: 'A.' });

test.each([
  [source(), pages(4, 4, 'iv', 'iv'), '(Cancillería, 2018, p. iv)'],
  [source(), pages(4, 5, 'iv', 'v'), '(Cancillería, 2018, pp. iv–v)'],
  [source(), pages(4, 4, null, null), '(Cancillería, 2018, p. 4)'],
  [source(), null, '(Cancillería, 2018)'],
  [source({ issued: '' }), null, '(Cancillería, s. f.)'],
  [source({ authors: [person('Holguín'), person('Clinton')] }), null, '(Holguín y Clinton, 2018)'],
  [source({ authors: [person('Holguín'), person('Iglesias')] }), null, '(Holguín e Iglesias, 2018)'],
  [source({ authors: [person('Holguín'), person('Hierro')] }), null, '(Holguín y Hierro, 2018)'],
  [source({ authors: [person('A'), person('B'), person('C')] }), null, '(A et al., 2018)'],
  [source({ authors: [], publisher: 'OEA' }), null, '(OEA, 2018)'],
  [source({ authors: [] }), null, '(«Acta de la reunión», 2018)'],
])('%j %j is cited as %s', (cited, at, text) => {
  expect(formatCitation(cited, at, 'es')).toBe(text);
});

test('in English', () => {
  const authors = [person('Shannon'), person('Riveros')];
  expect(formatCitation(source({ authors, issued: '' }), pages(1, 2, '1', '2'), 'en')).toBe(
    '(Shannon and Riveros, n.d., pp. 1–2)',
  );
});

test('a long title that stands for an author is cut at a word', () => {
  const title = 'Declaración conjunta de los cancilleres del Perú y de Bolivia sobre la hidrovía';
  expect(formatCitation(source({ authors: [], title }), null, 'es')).toBe(
    '(«Declaración conjunta de los cancilleres del Perú…», 2018)',
  );
});
