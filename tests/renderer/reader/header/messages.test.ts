import { expect, test } from 'vitest';
import { describeReplacement } from '../../../../renderer/features/reader/header/use-replace.ts';
import { countPages, writeWarning } from '../../../../renderer/features/reader/header/write-warning.ts';
import { writeExcerptPages, writePageName } from '../../../../renderer/features/reader/view/page-name.ts';
import {
  formatMessage,
  type MessageKey,
  type MessageValues,
} from '../../../../shared/i18n/format-message.ts';
import type { Job } from '../../../../shared/model/job.ts';

const es = (key: MessageKey, values?: MessageValues) => formatMessage('es', key, values);
const en = (key: MessageKey, values?: MessageValues) => formatMessage('en', key, values);

const job = (changes: Partial<Job>): Job => ({
  id: '018f3a3e-0000-7000-8000-000000000000',
  kind: 'replace',
  state: 'done',
  progress: { done: 1, total: 1, label: '' },
  result: null,
  error: null,
  ...changes,
});
const verdict = (exact: number, moved: number, changed: number) =>
  job({ result: { kind: 'replace', sourceId: job({}).id, exact, moved, changed } });

test('counts the pages of a list with spans', () => {
  expect(['3', '3, 7–9', '1-2, 4, 10–12', ''].map(countPages)).toEqual([1, 4, 6, 0]);
});

test('writes the warnings that matter to a reader', () => {
  expect(writeWarning(es, { code: 'noText', details: { pages: '3, 7–9' } })).toBe(
    '4 páginas sin texto: 3, 7–9',
  );
  expect(writeWarning(en, { code: 'noText', details: { pages: '3' } })).toBe('One page without text: 3');
  expect(writeWarning(es, { code: 'dateOfFile', details: { date: '2018' } })).toBeNull();
});

test('always names the physical page, and the printed one where there is one', () => {
  expect(writePageName(es, 3, 'iv', 12)).toBe('Página iv · 4 de 12');
  expect(writePageName(en, 3, null, 12)).toBe('Page 4 of 12');
  const pages = { firstPage: 4, lastPage: 5, firstLabel: 'iv', lastLabel: 'v' };
  expect(writeExcerptPages(es, pages)).toBe('pp. iv–v · físicas 4–5');
  expect(writeExcerptPages(es, { ...pages, lastPage: 4, lastLabel: 'iv' })).toBe('p. iv · física 4');
  expect(writeExcerptPages(en, { ...pages, firstLabel: null, lastLabel: null })).toBe('pp. 4–5');
});

test('says what a replacement did to the excerpts', () => {
  expect(describeReplacement(es, verdict(5, 1, 2), 'a.pdf')).toEqual({
    text: 'Versión nueva guardada. 5 extractos iguales, uno movido, 2 cambiados.',
    tone: 'warn',
    isRunning: false,
  });
  expect(describeReplacement(es, verdict(0, 0, 0), 'a.pdf')?.tone).toBe('good');
  expect(describeReplacement(en, null, 'a.pdf')?.isRunning).toBe(true);
  const failed = job({
    state: 'failed',
    error: { code: 'encrypted', message: '', details: { file: 'a.pdf' } },
  });
  expect(describeReplacement(es, failed, 'a.pdf')?.text).toMatch(/no se ha sustituido.*a\.pdf.*contraseña/);
  expect(describeReplacement(es, job({ state: 'cancelled' }), 'a.pdf')).toBeNull();
});
