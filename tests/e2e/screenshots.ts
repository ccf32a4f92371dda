import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Language } from '../../shared/model/common.ts';
import type { LaunchOptions } from '../helpers/launch-app.ts';
import { startDriver } from './driver.ts';
import { Album } from './pictures/album.ts';
import { takeBeginning } from './pictures/begin-pictures.ts';
import { makeDemoLibrary } from './pictures/demo-library.ts';
import { takeChanged, takeDossier } from './pictures/dossier-pictures.ts';
import { openLibrary, takeFrame, takeLibrary } from './pictures/library-pictures.ts';
import { openDossier, openPart, openTab } from './pictures/open-dossier.ts';
import { takeOutputs, takePageBlocks } from './pictures/page-pictures.ts';
import { goToPage, openSource, takeReader } from './pictures/reader-pictures.ts';

/** Takes a picture of every screen of the program, in both languages and themes, into output/screenshots. */
const target = resolve(import.meta.dirname, '../../output/screenshots');
const languages: readonly Language[] = ['es', 'en'];
const themes = ['light', 'dark'] as const;
const libraryName = 'Diálogos.valija';

type Walk = (album: Album) => Promise<void>;

async function takeAlbum(
  name: string,
  language: Language,
  options: LaunchOptions,
  walk: Walk,
): Promise<void> {
  const driver = await startDriver(language, options);
  const album = new Album(driver, join(target, name));
  driver.page.setDefaultTimeout(20_000);
  try {
    await cp(demo, join(driver.home, libraryName));
    await walk(album);
    console.log(relative(process.cwd(), album.folder));
  } catch (error) {
    await album.take('NOT-REACHED');
    throw new Error(`${name}: a screen could not be reached, see ${album.folder}`, { cause: error });
  } finally {
    await driver.close();
  }
}

async function takeEverything(album: Album): Promise<void> {
  await takeBeginning(album);
  await openLibrary(album, libraryName);
  await takeLibrary(album);
  await takeReader(album);
  await takeDossier(album);
  await takeChanged(album);
  await takeFrame(album);
}

/** What a dossier's pages are made of, and the ways out of it. */
async function takePages(album: Album): Promise<void> {
  await openLibrary(album, libraryName);
  await openDossier(album);
  await takePageBlocks(album);
  await takeOutputs(album);
}

/** The screens that suffer most from another size. */
async function takeSome(album: Album): Promise<void> {
  await album.driver.button('library.create').waitFor();
  await album.take('welcome');
  await openLibrary(album, libraryName);
  await album.take('sources');
  await openSource(album, /acta resumida/);
  await album.driver.page.locator('canvas').first().waitFor();
  await goToPage(album, 4);
  await album.take('reader');
  await openDossier(album);
  await openPart(album, 'Objetivos');
  await album.driver.page.locator('canvas').first().waitFor({ timeout: 60_000 });
  await album.moveAside();
  await album.take('editor');
  await openTab(album, 'preview');
  await album.driver.page.locator('canvas').first().waitFor({ timeout: 60_000 });
  await album.take('preview');
  await album.driver.go('settings');
  await album.take('settings');
}

const folder = await mkdtemp(join(tmpdir(), 'valija-screenshots-'));
const demo = await makeDemoLibrary(folder);
const only = process.argv[2] ?? '';
const plans: [string, () => Promise<void>][] = [];
for (const language of languages) {
  for (const theme of themes) {
    const name = `${language}-${theme}`;
    const viewport = { width: 1280, height: 800 };
    const options = { settings: { theme }, colorScheme: theme, viewport };
    plans.push([name, () => takeAlbum(name, language, options, takeEverything)]);
  }
}
for (const language of languages) {
  const pages = `pages-${language}`;
  const wide = { width: 1920, height: 1080 };
  const narrow = { width: 1280, height: 800 };
  plans.push(
    [`${pages}-light`, () => takeAlbum(`${pages}-light`, language, { viewport: narrow }, takePages)],
    [
      `${pages}-dark-wide`,
      () =>
        takeAlbum(
          `${pages}-dark-wide`,
          language,
          { viewport: wide, settings: { theme: 'dark' }, colorScheme: 'dark' },
          takePages,
        ),
    ],
    [
      `${pages}-large-text`,
      () =>
        takeAlbum(
          `${pages}-large-text`,
          language,
          { viewport: narrow, settings: { textScale: 200 } },
          takePages,
        ),
    ],
  );
}
plans.push(
  [
    'es-light-wide',
    () => takeAlbum('es-light-wide', 'es', { viewport: { width: 1600, height: 1000 } }, takeSome),
  ],
  [
    'es-light-large-text',
    () =>
      takeAlbum(
        'es-light-large-text',
        'es',
        { viewport: { width: 1280, height: 800 }, settings: { textScale: 200 } },
        takeSome,
      ),
  ],
);
try {
  for (const [name, take] of plans.filter(([name]) => name.startsWith(only))) {
    await rm(join(target, name), { recursive: true, force: true });
    await take();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
