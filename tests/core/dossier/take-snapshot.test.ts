import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { takeSnapshot } from '../../../electron/core/dossier/take-snapshot.ts';
import { openTemplates } from '../../../electron/core/dossier/templates.ts';
import { closeDatabase, openDatabase } from '../../../electron/core/library/open-database.ts';
import { defaultPreset } from '../../../shared/model/output.ts';
import { createDossier, excerptOf, importText, textWith } from '../../helpers/library-builders.ts';
import { openCoreWithLibrary, resourcesDir } from '../../helpers/open-core.ts';

const acta = 'acta-iv-gabinete-peru-bolivia-2018.pdf';
const words = 'Desde abril de 2018 funciona en Desaguadero un centro de atención fronteriza';

test('a snapshot has the originals that are wanted, where quotes lie in them, and the pictures', async () => {
  const t = await openCoreWithLibrary();
  copyFileSync(resolve(resourcesDir, 'sample/documents', acta), t.path(acta));
  const job = await t.run(t.call('sources.import', { files: [t.grant(t.path(acta))] }));
  if (job.result?.kind !== 'import' || job.result.outcomes[0]?.kind !== 'imported')
    throw new Error(JSON.stringify(job));
  const source = await t.call('sources.get', { id: job.result.outcomes[0].sourceId });
  const other = await importText(t, 'nota.txt', 'Una nota.');
  const quoted = await excerptOf(t, source, words);
  const image = await t.call('images.add', {
    file: t.grant(resolve(resourcesDir, 'icons/icon.png')),
  });
  const dossier = await createDossier(t);
  const text = textWith('Los hechos.', quoted.id);
  const figures = [image.id, '01900000-0000-7000-8000-00000000dead'].map(imageId => ({
    type: 'figure',
    attrs: { imageId },
  }));
  await t.call('sections.add', {
    dossierId: dossier.id,
    after: null,
    kind: 'topicBrief',
    title: 'Frontera',
    text: { ...text, content: [...(text.content as unknown[]), ...figures] },
  });
  await t.core.close();
  const db = openDatabase(t.path('biblioteca.valija'), { create: false });
  const take = (annexes: 'none' | 'merged', annexSourceIds: string[] | null) =>
    takeSnapshot(db, openTemplates(resourcesDir), dossier.id, undefined, {
      ...defaultPreset,
      annexes,
      annexSourceIds,
    });
  const bound = take('merged', [source.id, other.id]);
  expect(Object.keys(bound.sources)).toEqual([source.id, other.id]);
  const { pixelHeight, pixelWidth } = image;
  expect(bound.images).toEqual({ [image.id]: expect.objectContaining({ pixelHeight, pixelWidth }) });
  const [place] = bound.places[quoted.id]!;
  expect(place!.page).toBe(quoted.segments[0]!.page);
  expect(place!.boxes.length).toBeGreaterThan(0);
  for (const box of place!.boxes)
    expect([box.x > 30, box.x + box.width < 600, box.height < 30]).not.toContain(false);
  expect(take('none', [other.id])).toMatchObject({ places: {}, sources: { [source.id]: {} } });
  expect(Object.keys(take('none', [other.id]).sources)).toEqual([source.id]);
  expect(Object.keys(take('merged', [other.id]).places)).toEqual([]);
  closeDatabase(db);
});
