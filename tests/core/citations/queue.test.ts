import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadLocale } from '../../../electron/core/citations/load-locale.ts';
import { sourceToCsl } from '../../../electron/core/citations/source-to-csl.ts';
import { bracketStyle } from '../../helpers/citation-styles.ts';
import { openParser } from '../../helpers/citation-tools.ts';
import { resourcesDir } from '../../helpers/open-core.ts';
import { source } from '../../helpers/snapshot-builders.ts';

test('citations do not wait for the files of an import', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'valija-queue-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'acta.txt');
  writeFileSync(path, 'Las partes acuerdan.');
  const parser = openParser();
  const done: string[] = [];
  const files = ['1', '2', '3'].map(name => parser.parse(path).then(() => done.push(name)));
  const task = {
    csl: bracketStyle,
    locale: loadLocale(resourcesDir, 'es'),
    items: [sourceToCsl(source('a'))],
    clusters: [{ cite: { id: 'a' }, note: null }],
    uncited: [],
  };
  const cited = parser.perform('citations', task).then(({ clusters }) => {
    done.push('cited');
    return clusters;
  });
  await Promise.all(files);
  expect(await cited).toEqual(['[Cancillería : 2018]']);
  expect(done).toEqual(['1', 'cited', '2', '3']);
});
