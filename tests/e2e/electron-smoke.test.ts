import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { shellTargets } from '../../electron/start/build-program.ts';
import { ensureBuilt } from '../../electron/start/ensure-built.ts';
import { findElectron } from '../../electron/start/find-electron.ts';

const projectDir = resolve(import.meta.dirname, '../..');
const reason =
  'Electron’s binary is not on this machine; the stand-in in tests/shell keeps its rules instead';

test('the program runs in the real Electron', async ({ skip }) => {
  const executablePath = findElectron();
  if (!executablePath) {
    console.log(`SKIPPED: ${reason}`);
    return skip(reason);
  }
  await ensureBuilt(shellTargets.electron);
  const dataDir = await mkdtemp(join(tmpdir(), 'valija-smoke-'));
  const args = [projectDir, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const electron = await _electron.launch({
    executablePath,
    args,
    env: { ...process.env, VALIJA_DATA_DIR: dataDir } as Record<string, string>,
  });
  try {
    const page = await electron.firstWindow();
    await page.locator('#root > *').first().waitFor();
    expect(page.url()).toMatch(/^app:\/\/valija\//);
    const answers = await page.evaluate(async () => ({
      status: await window.valija.call('library.status', {}),
      capabilities: await window.valija.call('shell.capabilities', {}),
      node: 'process' in globalThis || 'require' in globalThis,
      foreign: await fetch('https://example.org/').then(
        () => 'sent',
        () => 'refused',
      ),
    }));
    expect(answers).toMatchObject({
      status: { ok: true },
      capabilities: { ok: true, value: { shell: 'electron' } },
      node: false,
      foreign: 'refused',
    });
  } finally {
    await electron.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
