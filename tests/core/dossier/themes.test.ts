import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openTemplates } from '../../../electron/core/dossier/templates.ts';
import { themeIds } from '../../../shared/model/output.ts';
import { resourcesDir } from '../../helpers/open-core.ts';

test('the themes that ship are listed in their order, named in both languages', () => {
  const themes = openTemplates(resourcesDir).listThemes();
  expect(themes.map(theme => theme.id)).toEqual([...themeIds]);
  for (const { name } of themes) expect(name.es && name.en && name.es !== name.en).toBeTruthy();
});

test('a theme that somebody put beside them comes last, one that is broken under its own id', () => {
  const folder = mkdtempSync(join(tmpdir(), 'valija-themes-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(openTemplates(folder).listThemes()).toEqual([]);
  const files = {
    aaa: '{ "name": { "es": "Propio", "en": "Own" } }',
    rota: '{ "name": ',
    'large-print': '{ "name": { "es": "Letra grande", "en": "Large print" } }',
  };
  for (const [id, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'themes', id), { recursive: true });
    writeFileSync(join(folder, 'themes', id, 'theme.json'), text);
  }
  expect(openTemplates(folder).listThemes()).toEqual([
    { id: 'large-print', name: { es: 'Letra grande', en: 'Large print' } },
    { id: 'aaa', name: { es: 'Propio', en: 'Own' } },
    { id: 'rota', name: { es: 'rota', en: 'rota' } },
  ]);
});
