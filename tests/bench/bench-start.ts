import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { compileCacheDir } from '../../electron/shell/user-data.ts';
import { shellTargets } from '../../electron/start/build-program.ts';
import { ensureBuilt } from '../../electron/start/ensure-built.ts';
import { findTestChromium } from '../helpers/chromium.ts';
import type { Measurement } from './measurement.ts';

const RUNS = 7;
const PAINTED = 'first-contentful-paint';
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
  const folder = mkdtempSync(join(tmpdir(), 'valija-bench-'));
  try {
    const starts: StartTimes[] = [];
    // The first start on a machine compiles the program; every later one finds it compiled.
    for (let run = 0; run <= RUNS; run++) starts.push(await startOnce(program, folder));
    const warm = starts.slice(1);
    return [
      { ...row, name, samples: warm.map(start => start.ready), target },
      {
        ...row,
        name: '… of it until the browser asks for the page',
        samples: warm.map(start => start.asked),
      },
      { ...row, name: '… of it the page', samples: warm.map(start => start.ready - start.asked) },
      { ...row, name: '… on the first start of all', samples: starts.slice(0, 1).map(start => start.ready) },
      alone,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds since the start of the shell's process. */
interface StartTimes {
  asked: number;
  ready: number;
}

/** Starts the program as a user does, waits until its window stands, and asks the window when that was. */
async function startOnce(program: string, folder: string): Promise<StartTimes> {
  const port = await findFreePort();
  const begun = Date.now();
  const shell = startShell([folder, program, String(port)], folder);
  try {
    const origin = await readLine(shell);
    const times = await askWindow(port, origin);
    return { asked: times.asked - begun, ready: times.ready - begun };
  } finally {
    shell.kill();
    await once(shell, 'exit');
  }
}

function startShell(args: string[], folder: string): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'start-shell-once.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCacheDir(folder) },
  });
}

async function readLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the shell has no output');
  const line = once(child.stdout, 'data') as Promise<[Buffer]>;
  const death = once(child, 'exit').then(([code]) => {
    throw new Error(`the shell ended with ${code} before it listened`);
  });
  const [chunk] = await Promise.race([line, death]);
  death.catch(() => {});
  return chunk.toString().trim();
}

/** When the window was asked for, and when its first screen stood and was painted; in the clock's milliseconds. */
async function askWindow(port: number, origin: string): Promise<StartTimes> {
  const browser = await connect(port);
  try {
    const page = browser
      .contexts()[0]
      ?.pages()
      .find(candidate => candidate.url().startsWith(origin));
    if (!page) throw new Error('the browser shows no window of the program');
    await page.locator('button:enabled').first().waitFor();
    await page.waitForFunction(name => performance.getEntriesByName(name).length > 0, PAINTED);
    return await page.evaluate(painted => {
      const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
      const ready = Math.max(at('window.ready'), at(painted));
      return { asked: performance.timeOrigin, ready: performance.timeOrigin + ready };
    }, PAINTED);
  } finally {
    await browser.close();
  }
}

/** Looks only now and then, so that looking does not slow what is measured. */
async function connect(port: number): Promise<Browser> {
  for (let tries = 0; ; tries++) {
    await setTimeout(2500);
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch (error) {
      if (tries > 8) throw error;
    }
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
