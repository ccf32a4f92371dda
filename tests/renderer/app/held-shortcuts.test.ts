import { expect, test } from 'vitest';
import type { Command } from '../../../renderer/app/commands.tsx';
import { heldShortcuts } from '../../../renderer/app/held-shortcuts.ts';

const command = (id: string, shortcut: string | string[], enabled = true): Command => ({
  id,
  titleKey: 'app.undo',
  shortcut,
  enabled,
  run: () => {},
});

test('a shortcut is listed with the command that it runs on this screen', () => {
  const search = command('search.open', ['Mod+F', '/']);
  const find = command('reader.find', 'Mod+F');
  expect(heldShortcuts(search, [search])).toEqual(['Mod+F', '/']);
  expect(heldShortcuts(search, [search, find])).toEqual(['/']);
  expect(heldShortcuts(find, [search, find])).toEqual(['Mod+F']);
});

test('a command that is off holds no shortcut', () => {
  const search = command('search.open', ['Mod+F', '/']);
  const find = command('reader.find', 'Mod+F', false);
  expect(heldShortcuts(search, [search, find])).toEqual(['Mod+F', '/']);
  expect(heldShortcuts(find, [search, find])).toEqual([]);
});

test('a screen that stands in for a command of the window keeps its keys', () => {
  const search = command('search.open', ['Mod+F', '/']);
  expect(heldShortcuts(search, [search, { ...search }])).toEqual(['Mod+F', '/']);
});
