import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { MenuEntry } from '../helpers/electron-stand-in/stand-in.ts';

vi.mock('electron', () => ({ Menu: {} }));
const { menuCommands, menuTemplate } = await import('../../electron/shell/menu.ts');

const renderer = resolve(import.meta.dirname, '../../renderer');

function flat(entries: readonly MenuEntry[]): MenuEntry[] {
  return entries.flatMap(entry => [entry, ...flat(entry.submenu ?? [])]);
}

test('every command of the menu is one of the window', () => {
  const sources = readdirSync(renderer, { recursive: true, withFileTypes: true }).filter(entry =>
    /\.tsx?$/.test(entry.name),
  );
  const text = sources.map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
  for (const command of Object.values(menuCommands)) expect(text).toContain(`'${command}'`);
});

test('the menu is whole in both languages and on every system', () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    const [es, en] = (['es', 'en'] as const).map(language =>
      flat(menuTemplate({ language, platform, devTools: false, send: () => {} }) as MenuEntry[]),
    );
    expect(es?.map(entry => entry.role ?? entry.type)).toEqual(en?.map(entry => entry.role ?? entry.type));
    const labels = [...(es ?? []), ...(en ?? [])]
      .filter(entry => entry.type !== 'separator')
      .map(entry => entry.label ?? '');
    expect(labels.every(label => label.length > 1 && !label.startsWith('shell.'))).toBe(true);
    expect(es?.filter(entry => entry.role === 'quit')).toHaveLength(1);
    expect(es?.filter(entry => entry.role === 'about')).toHaveLength(1);
    expect(es?.some(entry => entry.role === 'toggleDevTools')).toBe(false);
  }
});
