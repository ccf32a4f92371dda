import type { Page } from 'playwright-core';
import { findTestChromium } from '../helpers/chromium.ts';
import { type LaunchedApp, launchApp } from '../helpers/launch-app.ts';
import { PREVIEWED } from './bench-preview.ts';
import { type LibraryDossier, makeLibraryDossier } from './make-library-dossier.ts';
import type { Measurement } from './measurement.ts';
import { openCore } from './open-core.ts';

const WARM_UP = 8;
const KEYSTROKES = 40;
/** The mark that the window sets when a page of the preview is on show. */
const DRAWN = 'dossier.preview.drawn';
const KEY = 'bench.key';
/** Milliseconds without a further drawing after which the pages of one preview are all there. */
const QUIET = 400;

/** From a keystroke in the window to the pages of the preview painted anew, in a real Chromium. */
export async function measureWindow(tell: (line: string) => void): Promise<Measurement[]> {
  const rows: Measurement[] = [];
  for (const { pages, limit } of PREVIEWED) rows.push(...(await measureTyping(pages, limit, tell)));
  return rows;
}

async function measureTyping(
  pages: number,
  limit: number,
  tell: (line: string) => void,
): Promise<Measurement[]> {
  const target = { on: 'p95' as const, limit, because: 'repainted after a keystroke' };
  const row = { group: 'window', unit: 'ms', better: 'lower', target } as const;
  const missing = await findTestChromium().then(
    () => null,
    error => String(error),
  );
  if (missing !== null) {
    tell(missing);
    return [{ ...row, name: `${pages} pages, keystroke to preview`, samples: null }];
  }
  const bench = openCore();
  try {
    const library = await bench.createLibrary('carpeta.valija');
    const dossier = await makeLibraryDossier(bench, pages);
    await bench.call('library.close', {});
    const { first, all } = await typeInWindow(library, dossier);
    return [
      { ...row, name: `${pages} pages, keystroke to the first page in sight painted`, samples: first },
      { ...row, name: `${pages} pages, keystroke to every page in sight painted`, samples: all },
    ];
  } finally {
    await bench.close();
  }
}

interface Repaints {
  first: number[];
  all: number[];
}

async function typeInWindow(library: string, dossier: LibraryDossier): Promise<Repaints> {
  const app = await launchApp({ library });
  try {
    await openPart(app, dossier);
    const repaints: Repaints = { first: [], all: [] };
    for (const [i, letter] of Array.from('acuerdo de las partes '.repeat(4)).entries()) {
      if (i === WARM_UP + KEYSTROKES) break;
      const drawn = await pressAndWait(app.page, letter);
      if (i < WARM_UP) continue;
      repaints.first.push(Math.min(...drawn));
      repaints.all.push(Math.max(...drawn));
    }
    return repaints;
  } finally {
    await app.close();
  }
}

/** Goes to the middle part of the dossier, and puts the cursor at the end of its first paragraph. */
async function openPart({ page }: LaunchedApp, { title, sections }: LibraryDossier): Promise<void> {
  await page.getByRole('button', { name: /^Carpetas/ }).click();
  await page.getByRole('button', { name: title, exact: true }).click();
  const part = sections[sections.length >> 1]?.id ?? '';
  await page.locator(`[data-part="${part}"]`).click();
  await page.getByRole('tab', { name: 'Vista previa' }).click();
  await page.waitForFunction(name => performance.getEntriesByName(name).length > 0, DRAWN);
  await page.evaluate(name => {
    const mark = (event: KeyboardEvent) => event.isTrusted && performance.mark(name);
    window.addEventListener('keydown', mark, { capture: true });
  }, KEY);
  await page.locator('[role="textbox"][aria-multiline="true"] p').first().click();
  await page.keyboard.press('End');
  await waitForQuiet(page);
}

/** Types one letter; gives the milliseconds from it to each page that was painted anew. */
async function pressAndWait(page: Page, letter: string): Promise<number[]> {
  await page.evaluate(() => performance.clearMarks());
  await page.keyboard.press(letter === ' ' ? 'Space' : letter);
  await page.waitForFunction(name => performance.getEntriesByName(name).length > 0, DRAWN);
  await waitForQuiet(page);
  return page.evaluate(
    ([key, drawn]) => {
      const pressed = performance.getEntriesByName(key)[0]?.startTime ?? Number.NaN;
      return performance.getEntriesByName(drawn).map(entry => entry.startTime - pressed);
    },
    [KEY, DRAWN] as const,
  );
}

async function waitForQuiet(page: Page): Promise<void> {
  await page.waitForFunction(
    ([name, quiet]) => {
      const last = performance.getEntriesByName(name).at(-1)?.startTime ?? 0;
      return performance.now() - last > quiet;
    },
    [DRAWN, QUIET] as const,
  );
}
