import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Job } from '../../../shared/model/job.ts';
import { defaultPreset, type ExportPreset } from '../../../shared/model/output.ts';
import { createDossier } from '../../helpers/library-builders.ts';
import { openCoreWithLibrary, type TestCore } from '../../helpers/open-core.ts';
import { type ScriptedComposer, scriptComposer } from '../../helpers/scripted-composer.ts';

const ana = { name: 'Ana Ríos', office: 'Gabinete' };
const luis = { name: 'Luis Vera', office: '' };

/** An export of a dossier into the folder `salida`. */
async function open(composer: ScriptedComposer = scriptComposer()) {
  const t = await openCoreWithLibrary({ composer });
  const { id } = await createDossier(t);
  mkdirSync(t.path('salida'), { recursive: true });
  const start = (changes: Partial<ExportPreset>) =>
    t.call('dossiers.export', {
      id,
      preset: { ...defaultPreset, ...changes },
      password: null,
      target: { kind: 'folder', folder: t.grant(t.path('salida')) },
    });
  const written = () => readdirSync(t.path('salida')).sort();
  const read = (name: string) => readFileSync(t.path(`salida/${name}`), 'utf8');
  return { t, id, start, written, read };
}

function filesOf(job: Job) {
  if (job.result?.kind !== 'export') throw new Error(JSON.stringify(job));
  return job.result.files;
}

const outputs: ExportPreset['outputs'] = [
  { kind: 'speakingPages', format: 'pdf' },
  { kind: 'folder', format: 'docx' },
  { kind: 'folder', format: 'pdf' },
  { kind: 'folder', format: 'pdf' },
];

test('several outputs go into a folder, the folder’s PDF first so that others can name its pages', async () => {
  const composer = scriptComposer();
  const { t, start, written } = await open(composer);
  const job = await t.run(start({ outputs }));
  expect(filesOf(job).map(({ kind, format }) => `${kind} ${format}`)).toEqual([
    'folder pdf',
    'speakingPages pdf',
    'folder docx',
  ]);
  expect(written()).toEqual([
    'Diálogo - Carpeta completa.docx',
    'Diálogo - Carpeta completa.pdf',
    'Diálogo - Páginas para hablar.pdf',
  ]);
  expect(composer.asked.find(each => each.kind === 'speakingPages')?.folderPages).toEqual({ evidence: 2 });
  expect(composer.asked.filter(each => each.quick)).toEqual([]);
});

test('speaking pages alone have the folder laid out for its page numbers, which is not written', async () => {
  const composer = scriptComposer();
  const { t, start, written } = await open(composer);
  await t.run(start({ outputs: [{ kind: 'speakingPages', format: 'pdf' }] }));
  expect(composer.asked.map(({ kind, quick }) => `${kind} ${quick}`)).toEqual([
    'folder true',
    'speakingPages false',
  ]);
  expect(written()).toEqual(['Diálogo - Páginas para hablar.pdf']);
});

test('a version that leaves the delegation is told no pages of the folder', async () => {
  const composer = scriptComposer();
  const { t, start } = await open(composer);
  await t.run(
    start({
      outputs: [
        { kind: 'share', format: 'pdf' },
        { kind: 'handOver', format: 'html' },
      ],
    }),
  );
  expect(composer.asked.map(({ kind, folderPages }) => [kind, folderPages])).toEqual([
    ['share', undefined],
    ['handOver', undefined],
  ]);
});

test('nothing in a folder is ever written over', async () => {
  const { t, start, written, read } = await open();
  const folder: Partial<ExportPreset> = { outputs: [{ kind: 'folder', format: 'pdf' }] };
  writeFileSync(t.path('salida/Diálogo - Carpeta completa.pdf'), 'de otro');
  await t.run(start(folder));
  await t.run(start(folder));
  expect(written()).toEqual([
    'Diálogo - Carpeta completa (2).pdf',
    'Diálogo - Carpeta completa (3).pdf',
    'Diálogo - Carpeta completa.pdf',
  ]);
  expect(read('Diálogo - Carpeta completa.pdf')).toBe('de otro');
});

test('one file takes one result, and a protected one a password', async () => {
  const { t, id } = await open();
  const file = { kind: 'file' as const, file: t.grant(t.path('a.pdf')) };
  const fail = (changes: Partial<ExportPreset>, password: string | null = null) =>
    t.fail('dossiers.export', { id, preset: { ...defaultPreset, ...changes }, password, target: file });
  expect((await fail({ outputs })).code).toBe('invalidInput');
  expect((await fail({ recipients: [ana, luis] })).code).toBe('invalidInput');
  expect((await fail({ permissions: { print: true, copy: false } })).code).toBe('invalidInput');
  expect(await t.call('exports.preset', { id })).toEqual(defaultPreset);
});

test('the preset is kept, the password is not', async () => {
  const composer = scriptComposer();
  const { t, id } = await open(composer);
  const preset = { ...defaultPreset, theme: 'large-print', permissions: { print: true, copy: false } };
  const target = { kind: 'file' as const, file: t.grant(t.path('a.pdf')) };
  await t.run(t.call('dossiers.export', { id, preset, password: 'muy secreta', target }));
  expect(composer.asked[0]).toMatchObject({ password: 'muy secreta' });
  expect(await t.call('exports.preset', { id })).toEqual(preset);
  await t.call('library.close', {});
  expect(readFileSync(t.path('biblioteca.valija')).includes('muy secreta')).toBe(false);
});

test('each recipient gets a numbered copy with its line in the log, and numbers go on', async () => {
  const { t, id, start, written } = await open();
  const job = await t.run(start({ recipients: [ana, luis], outputs: outputs.slice(1) }));
  expect(filesOf(job).map(({ format, copy }) => [format, copy?.number])).toEqual([
    ['pdf', 1],
    ['pdf', 2],
    ['docx', undefined],
  ]);
  await t.run(start({ recipients: [ana] }));
  expect(written()).toEqual([
    'Diálogo - Carpeta completa - ejemplar 001 (Ana Ríos).pdf',
    'Diálogo - Carpeta completa - ejemplar 002 (Luis Vera).pdf',
    'Diálogo - Carpeta completa - ejemplar 003 (Ana Ríos).pdf',
    'Diálogo - Carpeta completa.docx',
  ]);
  const { items } = await t.call('copies.list', { id });
  expect(items.map(copy => [copy.number, copy.recipient.name, copy.state])).toEqual([
    [3, 'Ana Ríos', 'out'],
    [2, 'Luis Vera', 'out'],
    [1, 'Ana Ríos', 'out'],
  ]);
  for (const { fileName, sha256 } of items) {
    const bytes = readFileSync(t.path(`salida/${fileName}`));
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
  expect(t.events.some(event => event.type === 'changed' && event.nouns.includes('copies'))).toBe(true);
});

test('two exports at once never share a number, and each file bears its own', async () => {
  const { t, id, start, read } = await open();
  const recipients = [ana, luis];
  const jobs = await Promise.all([t.run(start({ recipients })), t.run(start({ recipients }))]);
  const files = jobs.flatMap(filesOf);
  expect(files.map(file => file.copy?.number).toSorted()).toEqual([1, 2, 3, 4]);
  for (const file of files) expect(read(file.fileName)).toBe(`folder pdf ${file.copy?.number}`);
  expect((await t.call('copies.list', { id })).items).toHaveLength(4);
});

test('a cancel keeps the files that are whole, names them, and takes no number', async () => {
  const stop: { now?: () => Promise<unknown> } = {};
  const composer = scriptComposer(async ({ copy }) => {
    if (copy?.number === 2) await stop.now?.();
    return true;
  });
  const { t, id, start, written } = await open(composer);
  const started = start({ recipients: [ana, luis] });
  stop.now = async () => t.call('jobs.cancel', { id: (await started).jobId });
  const job = await t.run(started);
  expect(job).toMatchObject({ state: 'cancelled', error: null });
  expect(filesOf(job).map(file => file.fileName)).toEqual(written());
  expect(written()).toEqual(['Diálogo - Carpeta completa - ejemplar 001 (Ana Ríos).pdf']);
  delete stop.now;
  await t.run(start({ recipients: [luis] }));
  expect((await t.call('copies.list', { id })).items.map(copy => copy.number)).toEqual([2, 1]);
});

test('a failure in the middle names what is written, and leaves no half file', async () => {
  const composer = scriptComposer(({ kind }) => {
    if (kind === 'share') throw new RangeError('a bug');
    return true;
  });
  const { t, start, written } = await open(composer);
  const job = await t.run(start({ outputs: [...outputs, { kind: 'share', format: 'pdf' }] }));
  expect(job).toMatchObject({ state: 'failed', error: { code: 'internal' } });
  expect(filesOf(job)).toHaveLength(3);
  expect(written()).toHaveLength(3);
});

test('an output with nothing to print gives no file and takes no number', async () => {
  const composer = scriptComposer(({ kind }) => kind !== 'pocketCards');
  const { t, id, start, written } = await open(composer);
  const cards = { kind: 'pocketCards', format: 'pdf' } as const;
  const job = await t.run(start({ outputs: [cards], recipients: [ana] }));
  expect(job).toMatchObject({ state: 'done', result: { files: [], empty: [cards] } });
  expect(written()).toEqual([]);
  expect((await t.call('copies.list', { id })).items).toEqual([]);
});

test('progress says which file it is, of how many, and how far', async () => {
  const { t, start } = await open();
  await t.run(start({ outputs: outputs.slice(0, 2), recipients: [ana] }));
  const told = t.events.flatMap(event =>
    event.type === 'job' && event.job.progress.output ? [event.job.progress] : [],
  );
  expect(told.at(-1)).toMatchObject({
    done: 1,
    total: 2,
    output: { kind: 'folder', format: 'docx', copy: null, file: 2, files: 2 },
  });
});

test('names are safe on every system, whatever the title and the recipient', async () => {
  const { t, id, start, written } = await open();
  const title = ` ../CON: "Perú/Bolivia" \u202e*${'ñandú '.repeat(70)}`;
  await t.call('dossiers.update', { id, changes: { title } });
  await t.run(start({ recipients: [{ name: '<script>/../\0 ..', office: '' }] }));
  const [name = ''] = written();
  expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}]+$/u);
  expect(name).not.toMatch(/^[\s.]/);
  expect(Buffer.byteLength(name)).toBeLessThan(240);
  expect(name).toMatch(/^CON Perú Bolivia ñandú.* - Carpeta completa - ejemplar 001 \(script\)\.pdf$/);
});

test('the log outlives its dossier, and its recall list too', async () => {
  const { t, id, start } = await open();
  await t.run(start({ recipients: [ana, luis] }));
  await t.call('dossiers.trash', { ids: [id] });
  await t.call('library.emptyTrash', {});
  const { items } = await t.call('copies.list', { id });
  expect(items).toHaveLength(2);
  const changes = { state: 'destroyed' } as const;
  const [updated] = (await t.call('copies.update', { ids: [items[0]!.id], changes })).items;
  expect(updated).toMatchObject({ number: 2, state: 'destroyed' });
  expect(updated!.stateAt > items[0]!.stateAt).toBe(true);
  const job = await t.run(t.call('copies.recallList', { id, file: t.grant(t.path('lista.pdf')) }));
  expect(job).toMatchObject({ state: 'done' });
  expect(readFileSync(t.path('lista.pdf'), 'utf8')).toContain('Diálogo');
});

test('copies of which one is unknown are not changed at all', async () => {
  const { t, id, start } = await open();
  await t.run(start({ recipients: [ana] }));
  const [copy] = (await t.call('copies.list', { id })).items;
  const unknown = '01900000-0000-7000-8000-ffffffffffff';
  const changes = { state: 'returned' };
  expect(await t.fail('copies.update', { ids: [copy!.id, unknown], changes })).toMatchObject({
    code: 'notFound',
  });
  expect((await t.call('copies.list', { id })).items).toEqual([copy]);
});

async function endOf(t: TestCore, start: Promise<{ jobId: string }>) {
  const { state, error } = await t.run(start);
  return { state, code: error?.code, file: error?.details.file };
}

test('a folder that is gone is told by the name of the file that goes into it', async () => {
  const { t, id } = await open();
  const target = { kind: 'folder' as const, folder: t.grant(t.path('no/hay')) };
  const start = t.call('dossiers.export', { id, preset: defaultPreset, password: null, target });
  expect(await endOf(t, start)).toEqual({
    state: 'failed',
    code: 'folderMissing',
    file: 'Diálogo - Carpeta completa.pdf',
  });
});

test('a copy whose file cannot get its name is not in the log, and takes no number', async () => {
  const { t, id, start } = await open();
  mkdirSync(t.path('ocupada.pdf/dentro'), { recursive: true });
  const preset = { ...defaultPreset, recipients: [ana] };
  const target = { kind: 'file' as const, file: t.grant(t.path('ocupada.pdf')) };
  const refused = t.call('dossiers.export', { id, preset, password: null, target });
  expect(await endOf(t, refused)).toEqual({ state: 'failed', code: 'fileExists', file: 'ocupada.pdf' });
  expect((await t.call('copies.list', { id })).items).toEqual([]);
  expect(readdirSync(t.folder).filter(name => name.endsWith('.tmp'))).toEqual([]);
  await t.run(start({ recipients: [ana] }));
  expect((await t.call('copies.list', { id })).items.map(copy => copy.number)).toEqual([1]);
});
