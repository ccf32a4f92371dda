import { describe, expect, test } from 'vitest';
import { detectLanguage, parseLanguage } from '../../../electron/core/ingest/detect-language.ts';
import { parseDate } from '../../../electron/core/ingest/parse-date.ts';
import { parseNames } from '../../../electron/core/ingest/parse-names.ts';
import { summarisePages } from '../../../electron/core/ingest/summarise-pages.ts';

describe('dates', () => {
  test.each([
    ['2024-05-17', '2024-05-17'],
    ['2024-05-17T10:20:30-05:00', '2024-05-17'],
    ['2024/5/7', '2024-05-07'],
    ['2024-05', '2024-05'],
    ['2024', '2024'],
    ["D:20240517102030-05'00'", '2024-05-17'],
    ['D:202405', '2024-05'],
    ['17 de mayo de 2024', '2024-05-17'],
    ['1.º de setiembre del 2024', '2024-09'],
    ['La Paz, 3 de septiembre de 2018', '2018-09-03'],
    ['May 17, 2024', '2024-05-17'],
    ['17 May 2024', '2024-05-17'],
    ['mayo de 2024', '2024-05'],
    ['25/12/2024', '2024-12-25'],
    ['12/25/2024', '2024-12-25'],
    ['3/4/2024', null],
    ['2023-02-30', '2023-02'],
    ['2023-13-01', '2023'],
    ['0000-00-00', null],
    ['ayer', null],
    ['', null],
  ])('%j is %j', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });
});

describe('names', () => {
  const person = (family: string, given: string) => ({ family, given });
  test.each([
    ['García Pérez, Juan', [person('García Pérez', 'Juan')]],
    ['Juan García', [person('García', 'Juan')]],
    ['Juan Carlos García Pérez', [person('García Pérez', 'Juan Carlos')]],
    ['María de la Cruz', [person('de la Cruz', 'María')]],
    ['Ruiz, Ana; Smith, John', [person('Ruiz', 'Ana'), person('Smith', 'John')]],
    ['Juan García y Ana Ruiz', [person('García', 'Juan'), person('Ruiz', 'Ana')]],
    ['By John Smith', [person('Smith', 'John')]],
    ['Ministerio de Comercio y Turismo', [{ literal: 'Ministerio de Comercio y Turismo' }]],
    ['OEA', [{ literal: 'OEA' }]],
    ['', []],
  ])('%j', (text, names) => {
    expect(parseNames(text)).toEqual(names);
  });
});

describe('language', () => {
  test('of a text', () => {
    expect(detectLanguage(['Las Partes reafirman la voluntad de seguir con el diálogo'])).toBe('es');
    expect(detectLanguage(['The Parties reaffirm their will to go on with the dialogue'])).toBe('en');
    expect(detectLanguage(['Les Parties réaffirment leur volonté commune'])).toBe(null);
    expect(detectLanguage(['12 345 678'])).toBe(null);
    expect(detectLanguage([])).toBe(null);
  });

  test('of a tag', () => {
    expect(['es-PE', 'spa', 'Español', 'en_GB', 'eng', 'EN', 'fr', 'est', ''].map(parseLanguage)).toEqual([
      'es',
      'es',
      'es',
      'en',
      'en',
      'en',
      null,
      null,
      null,
    ]);
  });
});

test('page numbers are written shortly', () => {
  expect(summarisePages([1, 2, 3, 7, 9, 10])).toBe('1–3, 7, 9–10');
  expect(summarisePages([])).toBe('');
});
