import { readdirSync, readFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { findTestChromium, testChromiumFlags } from '../helpers/chromium.ts';
import { time } from './measurement.ts';

/** Chromium's figures: pages a second (launch included when cold), memory of all its processes, MB. */
export interface PrintFigures {
  cold: number[];
  warm: number[];
  peakMb: number[];
  pages: number;
  fileMb: number;
}

/** Prints a web page to a tagged PDF in a fresh Chromium, then again in the same; null where there is no Chromium. */
export async function printWithChromium(
  html: string,
  runs: number,
  tell: (line: string) => void,
): Promise<PrintFigures | null> {
  const executablePath = await findTestChromium().catch(error => {
    tell(String(error));
    return null;
  });
  if (executablePath === null) return null;
  const figures: PrintFigures = { cold: [], warm: [], peakMb: [], pages: 0, fileMb: 0 };
  for (let run = 0; run < runs; run++) await printTwice(executablePath, html, figures);
  return figures;
}

async function printTwice(executablePath: string, html: string, figures: PrintFigures): Promise<void> {
  const launched = await time(() =>
    chromium.launchServer({ executablePath, args: testChromiumFlags, headless: true }),
  );
  const server = launched.value;
  try {
    const cold = await time(async () => print(await chromium.connect(server.wsEndpoint()), html));
    const browser = await chromium.connect(server.wsEndpoint());
    const warm = await time(() => print(browser, html));
    figures.pages = countPages(cold.value);
    figures.fileMb = cold.value.byteLength / 1e6;
    figures.cold.push((figures.pages / (launched.ms + cold.ms)) * 1000);
    figures.warm.push((figures.pages / warm.ms) * 1000);
    const peak = readTreePeak(server.process().pid ?? 0);
    if (peak !== null) figures.peakMb.push(peak);
  } finally {
    await server.close();
  }
}

async function print(browser: Browser, html: string): Promise<Buffer> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.setContent(html, { timeout: 120_000 });
  const bytes = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
  await context.close();
  return bytes;
}

/** Chromium writes its page tree uncompressed; the root's count is the largest. */
function countPages(pdf: Buffer): number {
  const counts = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Pages\s*\/Count (\d+)/g)];
  return Math.max(0, ...counts.map(match => Number(match[1])));
}

/** The sum of the largest resident memory of a process and its descendants, MB; null where /proc does not tell. */
function readTreePeak(root: number): number | null {
  try {
    const parents = new Map<number, number>();
    for (const name of readdirSync('/proc')) {
      if (/^\d+$/.test(name)) parents.set(Number(name), readStatus(name, 'PPid'));
    }
    const isInside = (pid: number): boolean => pid === root || (pid > 1 && isInside(parents.get(pid) ?? 0));
    const inside = [...parents.keys()].filter(isInside);
    return inside.reduce((sum, pid) => sum + readStatus(String(pid), 'VmHWM'), 0) / 1024;
  } catch {
    return null;
  }
}

function readStatus(pid: string, field: string): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  } catch {
    // It has ended since it was listed.
    return 0;
  }
}
