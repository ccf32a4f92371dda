import { copyFileSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Job } from '../../../shared/model/job.ts';
import type { Source } from '../../../shared/model/source.ts';
import { createDossier, excerptOf, exportTo, importText, textWith } from '../../helpers/library-builders.ts';
import { openCoreWithLibrary, type TestCore } from '../../helpers/open-core.ts';
import { readPdf } from '../../helpers/pdf-read.ts';

const documents = resolve(import.meta.dirname, '../../../resources/sample/documents');
const acta = 'acta-iv-gabinete-peru-bolivia-2018.pdf';
const words = 'Desde abril de 2018 funciona en Desaguadero un centro de atención fronteriza';

async function importSample(t: TestCore, name: string): Promise<Source> {
  copyFileSync(resolve(documents, name), t.path(name));
  const job = await t.run(t.call('sources.import', { files: [t.grant(t.path(name))] }));
  if (job.result?.kind !== 'import' || job.result.outcomes[0]?.kind !== 'imported') {
    throw new Error(JSON.stringify(job));
  }
  return t.call('sources.get', { id: job.result.outcomes[0].sourceId });
}

function fileOf(job: Job) {
  if (job.result?.kind !== 'export' || !job.result.files[0]) throw new Error(JSON.stringify(job));
  return job.result.files[0];
}

test('the originals that a dossier quotes are bound in: the pages of a PDF, the text of a note', async () => {
  const t = await openCoreWithLibrary();
  const source = await importSample(t, acta);
  const note = await importText(t, 'nota.txt', 'Una nota sin páginas propias. Otra cosa.');
  const quoted = await excerptOf(t, source, words);
  const other = await excerptOf(t, note, 'Una nota sin páginas propias.');
  const dossier = await createDossier(t);
  await t.call('sections.add', {
    dossierId: dossier.id,
    after: null,
    kind: 'topicBrief',
    title: 'Frontera',
    text: textWith('Los hechos.', quoted.id, other.id),
  });
  const file = t.path('carpeta.pdf');
  const made = fileOf(
    await t.run(t.call('dossiers.export', exportTo(t, dossier.id, file, { annexes: 'merged' }))),
  );
  expect(made.notices).toContainEqual({ code: 'annexNotArchival', details: { name: source.title } });
  expect(made.standards).toEqual([]);
  const pdf = await readPdf(readFileSync(file));
  expect(pdf.pages.length).toBe(made.pageCount);
  const bound = pdf.texts.findLastIndex(text => text.includes('Desaguadero un centro')) + 1;
  expect(pdf.texts.join(' ').replace(/\s/g, ' ')).toContain(`anexo A1, p. ${bound}`);
  expect(pdf.links[bound - 1]?.map(link => link.contents)).toContain('Pasaje citado en esta carpeta');
  const own = pdf.texts.at(-1)!;
  expect(own).toContain('Texto del original');
  expect(own).toContain('Otra cosa.');
  expect(pdf.texts.join(' ').replace(/\s/g, ' ')).toContain(`anexo A2, p. ${pdf.pages.length}`);
  expect(pdf.links.at(-1)?.map(link => link.contents)).toContain('Ir al lugar donde se cita');
  await pdf.close();
});
