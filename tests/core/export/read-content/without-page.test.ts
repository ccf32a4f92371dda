import { expect, it } from 'vitest';
import { withoutPage } from '../../../../electron/core/export/read-content/without-page.ts';

it.each([
  ['cuadro 3, p.\u00a0{page}', 'cuadro 3'],
  ['Ficha de comercio (carpeta, p. {page})', 'Ficha de comercio (carpeta)'],
  ['cuadro 3 (p. {page})', 'cuadro 3'],
  ['Acta de 2018 · véase p. {page}', 'Acta de 2018'],
  ['Acta de 2018 · carpeta, p. {page}', 'Acta de 2018 · carpeta'],
  ['2. Memorando, p. {page}', '2. Memorando'],
  ['página {page} de la carpeta', ''],
  ['Se cita en la p. {page}.', ''],
  ['{page}', ''],
  [' el cuadro 3 ', 'el cuadro 3'],
])('says %s without a page', (text, said) => {
  expect(withoutPage(text)).toBe(said);
});
