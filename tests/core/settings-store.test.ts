import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSettings } from '../../electron/core/settings-store.ts';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'valija-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('settings and recent libraries are kept from one run to the next, in a folder that need not exist', () => {
  const path = join(makeFolder(), 'a/b/settings.json');
  const store = openSettings(path);
  store.update({ theme: 'dark', language: undefined });
  store.remember('/una.valija', '2026-01-01T00:00:00.000Z');
  store.remember('/otra.valija', '2026-01-02T00:00:00.000Z');
  store.remember('/una.valija', '2026-01-03T00:00:00.000Z');
  const again = openSettings(path);
  expect(again.get()).toEqual({ language: 'es', theme: 'dark', textScale: 100 });
  expect(again.recent().map(entry => entry.path)).toEqual(['/una.valija', '/otra.valija']);
  again.forget('/una.valija');
  expect(
    openSettings(path)
      .recent()
      .map(entry => entry.path),
  ).toEqual(['/otra.valija']);
  expect(readdirSync(join(path, '..'))).toEqual(['settings.json']);
});

test.each(['', '{', 'null', '{"settings":{"language":"fr"},"recent":[]}', '[]'])(
  'a damaged file (%j) is kept aside and the defaults hold',
  text => {
    const path = join(makeFolder(), 'settings.json');
    writeFileSync(path, text);
    const store = openSettings(path);
    expect(store.get().language).toBe('es');
    expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(text);
    expect(existsSync(path)).toBe(false);
    store.update({ textScale: 120 });
    expect(openSettings(path).get().textScale).toBe(120);
  },
);

test('only so many recent libraries are kept', () => {
  const store = openSettings(join(makeFolder(), 'settings.json'));
  for (let i = 0; i < 30; i++) store.remember(`/${i}.valija`, '2026-01-01T00:00:00.000Z');
  expect(store.recent()).toHaveLength(20);
  expect(store.recent()[0]?.path).toBe('/29.valija');
});
