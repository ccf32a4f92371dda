import { expect, test } from 'vitest';
import {
  isDateFromFile,
  readingWarnings,
  titleOf,
  writeAuthors,
} from '../../../renderer/features/library/describe-source.ts';
import { suggestLibraryFile } from '../../../renderer/features/library/suggest-library-file.ts';
import { formatMessage } from '../../../shared/i18n/format-message.ts';
import type { Source } from '../../../shared/model/source.ts';

const t = (key: Parameters<typeof formatMessage>[1], values?: Parameters<typeof formatMessage>[2]) =>
  formatMessage('es', key, values);

test('people are written by family name, institutions as they are', () => {
  const authors = [{ family: 'Vargas', given: 'Ana' }, { family: 'Platón', given: '' }, { literal: 'OEA' }];
  expect(writeAuthors({ authors })).toBe('Vargas, Ana; Platón; OEA');
});

test('a source without a title goes by its file', () => {
  expect(titleOf({ title: '  ', fileName: 'acta.pdf' })).toBe('acta.pdf');
  expect(titleOf({ title: 'Acta', fileName: 'acta.pdf' })).toBe('Acta');
});

test('only what matters to reading is a warning', () => {
  const warnings: Source['warnings'] = [
    { code: 'noText', details: { pages: '3, 7' } },
    { code: 'dateOfFile', details: { date: '2018' } },
  ];
  expect(readingWarnings({ warnings }, t)).toEqual(['2 páginas sin texto: 3, 7']);
});

test('a date from the file is said until somebody writes another', () => {
  const warnings = [{ code: 'dateOfFile', details: { date: '2018-09-03' } }];
  expect(isDateFromFile({ warnings, issued: '2018-09-03' })).toBe(true);
  expect(isDateFromFile({ warnings, issued: '2017' })).toBe(false);
});

test('a library’s file takes its name without what file systems refuse', () => {
  expect(suggestLibraryFile('Diálogos 2026')).toBe('Diálogos 2026.valija');
  expect(suggestLibraryFile('a/b:c*"d".valija')).toBe('a b c d.valija');
  expect(suggestLibraryFile(' ... ')).toBe('Valija.valija');
});
