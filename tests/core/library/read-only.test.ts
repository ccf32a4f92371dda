import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { openCoreWithLibrary, type TestCore } from '../../helpers/open-core.ts';

/** Makes a folder read-only for this very user: by its mode or, for root, whom no mode stops, by a read-only mount. */
function makeReadOnly(folder: string): boolean {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    return true;
  }
  try {
    execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' });
    onTestFinished(() => void execFileSync('umount', ['-l', folder]));
    execFileSync('mount', ['-o', 'remount,ro,bind', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A read-only folder with a closed library in it; `/proc` (which no one may write) where none can be made. */
async function openReadOnly(t: TestCore): Promise<string> {
  await t.call('library.close', {});
  const folder = t.path('solo-lectura');
  mkdirSync(folder);
  copyFileSync(t.path('biblioteca.valija'), `${folder}/biblioteca.valija`);
  return makeReadOnly(folder) ? folder : '/proc';
}

test('in a read-only folder nothing is made or opened, and the message names the file', async () => {
  const t = await openCoreWithLibrary();
  const folder = await openReadOnly(t);
  const made = await t.fail('library.create', { file: t.grant(`${folder}/nueva.valija`) });
  expect(made.code).toBe('readOnly');
  if (folder === '/proc') return;
  expect(made).toMatchObject({ code: 'readOnly', details: { file: 'nueva.valija' } });
  const opened = await t.fail('library.open', { file: t.grant(`${folder}/biblioteca.valija`) });
  expect(opened).toMatchObject({ code: 'readOnly', details: { file: 'biblioteca.valija' } });
  await t.call('library.open', { file: t.grant(t.path('biblioteca.valija')) });
  const backup = await t.run(t.call('library.backup', { file: t.grant(`${folder}/copia.valija`) }));
  expect(backup).toMatchObject({
    state: 'failed',
    error: { code: 'readOnly', details: { file: 'copia.valija' } },
  });
  expect(readdirSync(folder)).toEqual(['biblioteca.valija']);
});
