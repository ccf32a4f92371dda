// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catchFocus, type FocusCatcher } from '../../../renderer/app/catch-focus.ts';

let main: HTMLElement;
let catcher: FocusCatcher;

beforeEach(() => {
  document.body.innerHTML = '<button id="rail">Fuentes</button><main></main>';
  main = document.body.querySelector('main') as HTMLElement;
  catcher = catchFocus(main);
});
afterEach(() => catcher.stop());

const focused = () => document.activeElement?.id || document.activeElement?.tagName;
const pause = () => new Promise(resolve => setTimeout(resolve, 160));

test('a screen that comes late gets the keyboard at its heading', async () => {
  main.innerHTML = '<p>Cargando</p>';
  await pause();
  expect(focused()).toBe('BODY');
  main.innerHTML = '<h1>Carpeta</h1>';
  await vi.waitFor(() => expect(focused()).toBe('H1'));
});

test('a marked element comes before the heading, also after going on', async () => {
  main.innerHTML = '<h1>Fuentes</h1><button id="row">Acta</button>';
  await vi.waitFor(() => expect(focused()).toBe('H1'));
  main.innerHTML = '<h1>Acta</h1><button id="text" data-arrival>Texto</button>';
  catcher.arrive();
  await vi.waitFor(() => expect(focused()).toBe('text'));
});

test('what had the focus and goes away leaves it to the screen', async () => {
  main.innerHTML = '<h1>Fuentes</h1><button id="import">Importar</button>';
  document.getElementById('import')?.focus();
  document.getElementById('import')?.remove();
  await vi.waitFor(() => expect(focused()).toBe('H1'));
});

test('a focus that is somewhere stays, and so does the want of one after a press elsewhere', async () => {
  document.getElementById('rail')?.focus();
  main.innerHTML = '<h1>Fuentes</h1>';
  catcher.arrive();
  await pause();
  expect(focused()).toBe('rail');
  document.getElementById('rail')?.blur();
  document.body.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
  main.append(document.createElement('p'));
  await pause();
  expect(focused()).toBe('BODY');
});

test('nothing is taken from under a dialog', async () => {
  main.setAttribute('inert', '');
  main.innerHTML = '<h1>Fuentes</h1>';
  await pause();
  expect(focused()).toBe('BODY');
});
