import type { Album } from './album.ts';

/** Shows one part of the open dossier. */
export async function openPart(album: Album, title: string): Promise<void> {
  const { driver } = album;
  const outline = driver.page.getByLabel(driver.say('dossier.outline.label')).first();
  await outline.getByRole('button', { name: title }).first().click();
  await driver.page.locator('.ProseMirror').first().waitFor();
}

/** Opens the demonstration's dossier. */
export async function openDossier(album: Album): Promise<void> {
  await album.driver.go('dossiers');
  await album.driver.page
    .getByRole('button', { name: /^Diálogo de Alto Nivel/ })
    .first()
    .click();
  await album.driver.page.locator('.ProseMirror').first().waitFor();
}

/** Shows a panel of the open dossier. */
export async function openTab(
  album: Album,
  tab: 'excerpts' | 'preview' | 'details' | 'check',
): Promise<void> {
  await album.driver.page.getByRole('tab', { name: album.driver.say(`dossier.tab.${tab}`) }).click();
}
