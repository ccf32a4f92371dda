import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { shellTargets } from '../../electron/start/build-program.ts';
import { ensureBuilt } from '../../electron/start/ensure-built.ts';
import { findTestChromium, testChromiumFlags } from '../helpers/chromium.ts';
import { type Measurement, time } from './measurement.ts';

const RUNS = 7;
const execute = promisify(execFile);

/** From the start of the processes to the first screen that can be used, and the parts of that time. */
export async function measureStart(tell: (line: string) => void): Promise<Measurement[]> {
  const row = { group: 'start', unit: 'ms', better: 'lower' } as const;
  const core: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const { stdout } = await execute(process.execPath, [join(import.meta.dirname, 'start-core-once.ts')]);
    if (run > 0) core.push(Number(stdout));
  }
  const alone = { ...row, name: 'core, until its first answer', samples: core };
  const program = await findTestChromium().catch(error => {
    tell(String(error));
    return null;
  });
  const target = { on: 'median' as const, limit: 1500, because: 'the window ready' };
  const name = 'browser shell and a fresh Chromium, until the first screen can be used';
  if (program === null) return [alone, { ...row, name, samples: null, target }];
  await ensureBuilt(shellTargets.browser);
  const starts: StartTimes[] = [];
  for (let run = 0; run <= RUNS; run++) starts.push(await startOnce(program));
  const warm = starts.slice(1);
  return [
    { ...row, name, samples: warm.map(start => start.ready), target },
    { ...row, name: '… of it the shell, until its address', samples: warm.map(start => start.shell) },
    { ...row, name: '… of it Chromium, until it takes orders', samples: warm.map(start => start.browser) },
    { ...row, name: '… of it the page', samples: warm.map(start => start.page) },
    alone,
  ];
}

/** Milliseconds; `ready` is the whole. */
interface StartTimes {
  shell: number;
  browser: number;
  page: number;
  ready: number;
}

/** The steps in a row, as the shell takes them: it listens, then opens the browser with a new profile. */
async function startOnce(program: string): Promise<StartTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'valija-bench-'));
  const shell = await time(() => startShell(folder));
  try {
    const browser = await time(() =>
      chromium.launch({ executablePath: program, args: testChromiumFlags, headless: true }),
    );
    const page = await time(async () => {
      const window = await browser.value.newPage();
      await window.goto(shell.value.url, { waitUntil: 'commit' });
      await window.locator('button:enabled').first().waitFor();
    });
    await browser.value.close();
    return { shell: shell.ms, browser: browser.ms, page: page.ms, ready: shell.ms + browser.ms + page.ms };
  } finally {
    shell.value.child.kill();
    await once(shell.value.child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startShell(folder: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start-shell-once.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = once(child.stdout, 'data') as Promise<[Buffer]>;
  const death = once(child, 'exit').then(([code]) => {
    throw new Error(`the shell ended with ${code} before it listened`);
  });
  const [chunk] = await Promise.race([address, death]);
  death.catch(() => {});
  return { url: chunk.toString().trim(), child };
}
