import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { noteStyle } from '../helpers/citation-styles.ts';
import type { ParityCaller } from './callers.ts';
import { createNormaliser } from './normalise.ts';

const icon = resolve(import.meta.dirname, '../../resources/icons/icon.png');

/** One call of the script and its answer, both without what differs between two runs. */
export interface Step {
  name: string;
  answer: unknown;
}

type Value = Record<string, unknown> & {
  id: string;
  jobId: string;
  items: Value[];
  sections: Value[];
  pages: Value[];
};

const document = `# Declaración conjunta

Ambas delegaciones reafirmaron los acuerdos de Arequipa.

La cooperación fronteriza continuará en 2027.
`;

/** Plays every call of the core's contract, good ones and bad ones, and gives the answers. */
export async function playScript(caller: ParityCaller): Promise<Step[]> {
  const folder = mkdtempSync(join(tmpdir(), 'valija-script-'));
  const player = createPlayer(caller, folder);
  try {
    await playSettings(player);
    await playLibrary(player);
    const sourceId = await playSources(player);
    const excerptId = await playExcerpts(player, sourceId);
    await playDossiers(player, excerptId);
    await playTrash(player, sourceId);
    await playEnd(player);
    return player.steps;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Player {
  steps: Step[];
  /** Calls, notes the answer, gives its value (or an empty one for a failure). */
  play(name: string, input?: unknown): Promise<Value>;
  /** Waits for a job and notes how it ended. */
  finish(jobId: string): Promise<void>;
  path(name: string): string;
  grant(name: string): Promise<string>;
}

function createPlayer(caller: ParityCaller, folder: string): Player {
  const steps: Step[] = [];
  const normalise = createNormaliser(folder);
  const path = (name: string) => join(folder, name);
  const play = async (name: string, input: unknown = {}) => {
    const answer = await caller.call(name, input);
    steps.push({ name, answer: normalise(answer) });
    return ((answer as { value?: unknown }).value ?? {}) as Value;
  };
  const finish = async (jobId: string) => {
    for (;;) {
      const answer = (await caller.call('jobs.get', { id: jobId })) as {
        ok: boolean;
        value: { state: string };
      };
      if (answer.ok && answer.value.state === 'running') await wait(20);
      else return void (await play('jobs.get', { id: jobId }));
    }
  };
  return { steps, play, finish, path, grant: name => caller.grant(path(name)) };
}

async function playSettings({ play }: Player): Promise<void> {
  await play('settings.get');
  await play('settings.update', { changes: { theme: 'dark', textScale: 120 } });
  await play('settings.update', { changes: { theme: 'purple' } });
  await play('jobs.list');
  await play('jobs.get', { id: '0192f7a4-0000-7000-8000-000000000000' });
  await play('jobs.cancel', { id: 'no id' });
}

async function playLibrary({ play, grant, path }: Player): Promise<void> {
  await play('library.status');
  await play('sources.list');
  await play('library.open', { file: 'a token of nobody' });
  const file = await grant('uno.valija');
  await play('library.create', { file, password: 'clave' });
  await play('library.create', { file: await grant('uno.valija') });
  await play('library.close');
  await play('library.open', { file, password: 'otra' });
  await play('library.open', { file, password: 'clave' });
  await play('library.status');
  writeFileSync(path('nada.valija'), 'no library at all');
  await play('library.forgetRecent', { file: await grant('nada.valija') });
}

async function playSources(player: Player): Promise<string> {
  const { play, finish, grant, path } = player;
  writeFileSync(path('acta.md'), document);
  writeFileSync(path('vacío.txt'), '');
  writeFileSync(path('falso.pdf'), 'not a PDF');
  const files = await Promise.all(['acta.md', 'vacío.txt', 'falso.pdf'].map(grant));
  // One at a time: two are read at once, and which ends first is chance.
  for (const file of files) {
    const { jobId } = await play('sources.import', { files: [file] });
    await finish(jobId);
    await play('jobs.cancel', { id: jobId });
  }
  const listed = await play('sources.list', { order: 'title' });
  const id = listed.items[0]?.id ?? '';
  await play('sources.get', { id });
  await play('sources.update', {
    id,
    changes: { title: 'Declaración conjunta de 2026', tags: ['frontera', 'señal'] },
  });
  await play('sources.pages', { id, from: 0, count: 10 });
  await play('sources.file', { id });
  await play('search.query', { text: 'acuerdo' });
  await play('search.query', { text: '"(((' });
  writeFileSync(path('acta.md'), document.replace('continuará', 'sigue'));
  await finish((await play('sources.replace', { id, file: await grant('acta.md') })).jobId);
  return id;
}

async function playExcerpts({ play }: Player, sourceId: string): Promise<string> {
  const exact = 'reafirmaron los acuerdos de Arequipa';
  const located = (await play('excerpts.locate', { sourceId, exact })) as unknown as {
    places: { start: unknown; end: unknown }[];
  };
  const place = located.places[0];
  const { id } = await play('excerpts.create', {
    sourceId,
    ...place,
    details: { note: 'Punto 1', tags: ['frontera'] },
  });
  await play('excerpts.create', { sourceId, start: { page: 9, offset: 0 }, end: { page: 9, offset: 5 } });
  await play('excerpts.list', { sourceId });
  await play('excerpts.get', { ids: [id] });
  await play('excerpts.update', { id, changes: { translation: 'reaffirmed the agreements of Arequipa' } });
  await play('excerpts.verify', { ids: [id] });
  await play('excerpts.reanchor', { id });
  await play('tags.list');
  return id;
}

async function playDossiers(player: Player, excerptId: string): Promise<void> {
  const { play } = player;
  const templates = await play('dossiers.templates');
  await play('markings.list');
  const templateId = templates.items[0]?.id ?? '';
  const details = { title: 'Diálogo de alto nivel' };
  const dossier = await play('dossiers.create', { templateId, language: 'es', details });
  const { id } = dossier;
  await play('dossiers.list');
  await play('dossiers.update', { id, changes: { subtitle: 'Segunda reunión' } });
  const text = { type: 'doc', content: [{ type: 'excerpt_quote', attrs: { excerptId } }] };
  const added = await play('sections.add', {
    dossierId: id,
    after: null,
    kind: 'custom',
    title: 'Nueva parte',
  });
  await play('sections.update', { id: added.id, revision: added.revision, changes: { text } });
  await play('sections.update', { id: added.id, revision: 99, changes: { title: 'tarde' } });
  await play('sections.update', { id: added.id, revision: 2, changes: { text: { type: 'script' } } });
  await play('sections.move', { id: added.id, after: dossier.sections[0]?.id ?? null });
  await play('dossiers.get', { id });
  await play('dossiers.verify', { id });
  await play('dossiers.preview', { id });
  await playImages(player);
  await playStyles(player, id);
  await playExports(player, id);
  await play('sections.trash', { id: added.id });
  await play('sections.restore', { id: added.id });
  await play('dossiers.trash', { ids: [id] });
  await play('dossiers.restore', { ids: [id] });
  await play('excerpts.trash', { ids: [excerptId] });
  await play('excerpts.restore', { ids: [excerptId] });
}

async function playImages({ play, grant, path }: Player): Promise<void> {
  copyFileSync(icon, path('escudo.png'));
  writeFileSync(path('falsa.png'), 'not a picture');
  const image = await play('images.add', { file: await grant('escudo.png') });
  await play('images.add', { file: await grant('falsa.png') });
  await play('images.get', { id: image.id });
  await play('images.bytes', { id: image.id });
}

async function playStyles({ play, grant, path }: Player, dossierId: string): Promise<void> {
  writeFileSync(path('notas.csl'), noteStyle);
  writeFileSync(path('cortado.csl'), noteStyle.slice(0, 300));
  const style = await play('styles.add', { file: await grant('notas.csl') });
  await play('styles.add', { file: await grant('cortado.csl') });
  await play('styles.list');
  await play('dossiers.update', { id: dossierId, changes: { citationStyleId: style.id } });
  await play('styles.remove', { id: style.id });
}

async function playExports({ play, finish, grant }: Player, id: string): Promise<void> {
  const preset = await play('exports.preset', { id });
  await play('exports.themes');
  await play('exports.savePreset', { id, preset: { ...preset, outputs: [] } });
  await play('exports.savePreset', { id, preset });
  const target = { kind: 'file', file: await grant('dossier.pdf') };
  await finish((await play('dossiers.export', { id, preset, password: null, target })).jobId);
  const recipients = [
    { name: 'Ana Ríos', office: 'Gabinete' },
    { name: 'Luis Vera', office: '' },
  ];
  const copies = { id, preset: { ...preset, recipients }, password: null };
  await play('dossiers.export', { ...copies, target });
  const folder = await grant('.');
  await finish((await play('dossiers.export', { ...copies, target: { kind: 'folder', folder } })).jobId);
  const { items } = await play('copies.list', { id });
  await play('copies.update', { ids: items.map(copy => copy.id), changes: { state: 'recalled' } });
  await finish((await play('copies.recallList', { id, file: await grant('relación.pdf') })).jobId);
}

async function playTrash({ play }: Player, sourceId: string): Promise<void> {
  await play('sources.trash', { ids: [sourceId] });
  await play('library.trash');
  await play('sources.restore', { ids: [sourceId] });
  await play('sources.trash', { ids: [sourceId] });
  await play('library.emptyTrash');
  await play('sources.get', { id: sourceId });
}

async function playEnd({ play, finish, grant }: Player): Promise<void> {
  await finish((await play('library.verify')).jobId);
  await finish((await play('library.backup', { file: await grant('copia.valija') })).jobId);
  await play('no.such.call');
  await play('library.close');
  await play('library.status');
}
