import { expect, test } from 'vitest';
import { createCommandRegistry } from '../../../renderer/app/command-registry.ts';
import type { Command } from '../../../renderer/app/commands.tsx';

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  titleKey: 'app.undo',
  run: () => {},
  ...more,
});

test('the screen’s commands stand after the window’s, whoever was mounted first', () => {
  const registry = createCommandRegistry();
  registry.set({}, [command('reader.find')], 'screen');
  registry.set({}, [command('search.open')], 'window');
  expect(registry.read().map(({ id }) => id)).toEqual(['search.open', 'reader.find']);
});

test('new closures replace the old ones without telling anybody', () => {
  const registry = createCommandRegistry();
  const owner = {};
  let told = 0;
  let ran = '';
  registry.subscribe(() => {
    told += 1;
  });
  registry.set(owner, [command('a', { run: () => (ran = 'old') })], 'screen');
  registry.set(owner, [command('a', { run: () => (ran = 'new') })], 'screen');
  registry.read()[0]?.run();
  expect([ran, told]).toEqual(['new', 1]);
  registry.set(owner, [command('a', { enabled: false })], 'screen');
  expect(told).toBe(2);
});

test('an unmounted screen takes its commands along', () => {
  const registry = createCommandRegistry();
  const owner = {};
  registry.set(owner, [command('a')], 'screen');
  registry.remove(owner);
  expect(registry.read()).toEqual([]);
});
