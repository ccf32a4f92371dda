import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import project from '../../package.json' with { type: 'json' };

const projectDir = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const { load } = require('js-yaml') as { load(text: string): Record<string, unknown> };
const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as {
  validateConfiguration(config: unknown, log: { isEnabled: boolean; add(): void }): Promise<void>;
};

interface Packaging {
  files: string[];
  asarUnpack: string[];
  publish: null;
  electronFuses: Record<string, boolean>;
  fileAssociations: { ext: string }[];
  win: { icon: string; target: { target: string }[] };
  mac: { icon: string; target: { target: string }[] };
  linux: { icon: string; target: { target: string }[] };
}

const text = readFileSync(join(projectDir, 'electron-builder.yml'), 'utf8');
const packaging = load(text) as unknown as Packaging;
const log = { isEnabled: false, add: () => {} };

test('electron-builder accepts the configuration, and would refuse a wrong one', async () => {
  await expect(validateConfiguration(load(text), log)).resolves.not.toThrow();
  await expect(validateConfiguration({ ...load(text), asarUnpak: [] }, log)).rejects.toThrow('asarUnpak');
});

test('every platform has its packages, and .valija its association', () => {
  const targets = (['win', 'mac', 'linux'] as const).map(name =>
    packaging[name].target.map(({ target }) => target),
  );
  expect(targets).toEqual([['nsis', 'portable'], ['dmg'], ['AppImage', 'deb']]);
  expect(packaging.fileAssociations.map(({ ext }) => ext)).toEqual(['valija']);
  expect(packaging.publish).toBeNull();
});

test('the fuses take away what the program does not need', () => {
  expect(packaging.electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('the icons are what their names say', () => {
  const head = (path: string, length: number) => readFileSync(join(projectDir, path)).subarray(0, length);
  expect(head(packaging.win.icon, 4)).toEqual(Buffer.from([0, 0, 1, 0]));
  expect(head(packaging.mac.icon, 4).toString()).toBe('icns');
  const png = head(packaging.linux.icon, 24);
  expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
    'PNG',
    1024,
    1024,
  ]);
});

test('the package starts at the built main process, and everything it names is there', () => {
  expect(project.main).toBe('dist/electron/main.cjs');
  const folders = packaging.files
    .filter(pattern => /^(resources|LICENSE|package)/.test(pattern))
    .map(name => name.replace('/**', ''));
  expect(folders.every(name => existsSync(join(projectDir, name)))).toBe(true);
});
