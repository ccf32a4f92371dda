import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { ValijaEvent } from '../../shared/contract/events.ts';
import { pageLoaded, type RunningElectron, type RunOptions, runElectron } from '../helpers/run-electron.ts';

let running: RunningElectron | null = null;
const folder = mkdtempSync(join(tmpdir(), 'valija-files-'));

afterEach(async () => {
  await running?.close();
  running = null;
});

async function run(options: RunOptions = {}): Promise<RunningElectron> {
  running = await runElectron(options);
  return running;
}

function follow({ bridge }: RunningElectron): ValijaEvent[] {
  const events: ValijaEvent[] = [];
  bridge().onEvent(event => events.push(event));
  return events;
}

function labels(electron: RunningElectron): (string | undefined)[] {
  return electron.menu().map(entry => entry.label);
}

test('the core is a utility process, named, and answers through the bridge', async () => {
  const { bridge, utilities } = await run();
  expect(await bridge().call('library.status', {})).toEqual({ ok: true, value: { open: null, recent: [] } });
  expect(utilities).toHaveLength(1);
  expect(utilities[0]).toMatchObject({ serviceName: 'valija-core' });
  expect(utilities[0]?.pid).not.toBe(process.pid);
});

test('the window is shown once its page is ready', async () => {
  const electron = await run({ ready: false });
  expect(electron.windows).toEqual([]);
  electron.becomeReady();
  await pageLoaded(electron);
  expect(electron.windows[0]?.options.show).toBe(false);
  expect(electron.windows[0]?.visible).toBe(true);
});

test('the death of the core is told, survived, and the next call is answered', async () => {
  const electron = await run();
  const events = follow(electron);
  await electron.bridge().call('library.status', {});
  electron.utilities[0]?.process.kill('SIGKILL');
  await expect
    .poll(() => events, { timeout: 10_000 })
    .toEqual([
      { type: 'core', state: 'lost' },
      { type: 'core', state: 'restarted' },
    ]);
  expect(await electron.bridge().call('library.status', {})).toMatchObject({ ok: true });
  expect(electron.utilities).toHaveLength(2);
});

test('closing the window closes the library, ends the core, then quits', async () => {
  const electron = await run();
  const dialogs = electron.dialogs;
  dialogs.answerSave = { canceled: false, filePath: join(folder, 'uno.valija') };
  const chosen = await electron
    .bridge()
    .call('shell.chooseSave', { purpose: 'library', suggestedName: 'uno.valija' });
  const { file } = (chosen as { value: { file: { file: string } } }).value.file;
  expect(await electron.bridge().call('library.create', { file })).toMatchObject({
    ok: true,
    value: { name: 'uno' },
  });
  const quit = new Promise(resolve => electron.app.once('quit', resolve));
  electron.windows[0]?.close();
  expect(electron.app.quitted).toBe(false);
  await quit;
  await expect
    .poll(() => electron.utilities[0]?.process.exitCode ?? electron.utilities[0]?.process.signalCode)
    .not.toBe(null);
});

test('a page that holds the window back may save first, and the window then closes without a question', async () => {
  const electron = await run();
  let unsaved = 1;
  electron.windows[0]!.webContents.holdsBack = () => unsaved-- > 0;
  const quit = new Promise(resolve => electron.app.once('quit', resolve));
  electron.windows[0]?.close();
  expect(electron.windows[0]?.destroyed).toBe(false);
  await quit;
  expect(electron.dialogs.asked).toEqual([]);
});

test('what cannot be saved is asked about: the user stays, or leaves it', async () => {
  const electron = await run();
  electron.windows[0]!.webContents.holdsBack = () => true;
  electron.windows[0]?.close();
  await expect
    .poll(() => electron.dialogs.asked)
    .toMatchObject([{ message: 'Hay cambios que no se pudieron guardar', cancelId: 0 }]);
  expect(electron.windows[0]?.destroyed).toBe(false);
  electron.dialogs.answerMessage = 1;
  const quit = new Promise(resolve => electron.app.once('quit', resolve));
  electron.windows[0]?.close();
  await quit;
  expect(electron.dialogs.asked).toHaveLength(2);
  expect(electron.windows[0]?.destroyed).toBe(true);
});

test('a second instance ends at once; the first opens its file and comes to the front', async () => {
  const second = await runElectron({ hasLock: false });
  expect(second.app.quitted).toBe(true);
  expect(second.windows).toEqual([]);
  await second.close();
  const electron = await run();
  const events = follow(electron);
  electron.app.emit('second-instance', {}, ['electron', 'dos.valija'], folder);
  await expect.poll(() => events).toMatchObject([{ type: 'openFile', name: 'dos.valija' }]);
  expect(electron.windows[0]?.focused).toBe(1);
  expect(JSON.stringify(events)).not.toContain(folder);
});

test('a file named at the start, or told by macOS before ready, is opened', async () => {
  const named = await run({ args: [join(folder, 'tres.valija')] });
  const told = follow(named);
  await expect.poll(() => told).toMatchObject([{ type: 'openFile', name: 'tres.valija' }]);
  await named.close();
  const electron = await run({ ready: false });
  let prevented = false;
  electron.app.emit('open-file', { preventDefault: () => (prevented = true) }, join(folder, 'cuatro.valija'));
  expect(prevented).toBe(true);
  electron.becomeReady();
  await pageLoaded(electron);
  const events = follow(electron);
  await expect.poll(() => events).toMatchObject([{ type: 'openFile', name: 'cuatro.valija' }]);
});

test('dialogs give tokens and names, never paths; their words follow the language', async () => {
  const electron = await run();
  const path = join(folder, 'Acta «ñ».pdf');
  writeFileSync(path, '%PDF-1.7');
  electron.dialogs.answerOpen = { canceled: false, filePaths: [path] };
  const answer = await electron.bridge().call('shell.chooseOpen', { purpose: 'documents', multiple: true });
  expect(answer).toMatchObject({ ok: true, value: { files: [{ name: 'Acta «ñ».pdf', size: 8 }] } });
  expect(JSON.stringify(answer)).not.toContain(folder);
  await electron.bridge().call('settings.update', { changes: { language: 'en' } });
  await expect.poll(() => labels(electron)).toContain('File');
  electron.dialogs.answerOpen = { canceled: true, filePaths: [] };
  expect(await electron.bridge().call('shell.chooseOpen', { purpose: 'pdf' })).toEqual({
    ok: true,
    value: { files: [] },
  });
  expect(electron.dialogs.asked.map(asked => asked.title)).toEqual(['Importar documentos', 'Choose PDF']);
  expect(electron.dialogs.asked[0]).toMatchObject({ properties: ['openFile', 'multiSelections'] });
});

test('a folder is chosen by the dialog for folders, and never saved', async () => {
  const electron = await run();
  electron.dialogs.answerOpen = { canceled: false, filePaths: [folder] };
  const answer = await electron.bridge().call('shell.chooseOpen', { purpose: 'folder' });
  expect(answer).toMatchObject({ ok: true, value: { files: [{ name: basename(folder) }] } });
  expect(JSON.stringify(answer)).not.toContain(folder);
  expect(electron.dialogs.asked).toEqual([
    {
      title: 'Elegir la carpeta donde se guarda',
      properties: ['openDirectory', 'createDirectory'],
    },
  ]);
  const saved = await electron
    .bridge()
    .call('shell.chooseSave', { purpose: 'folder', suggestedName: 'salida' });
  expect(saved).toMatchObject({ error: { code: 'invalidInput' } });
});

test('a suggested name cannot lead the dialog elsewhere', async () => {
  const electron = await run();
  await electron.bridge().call('shell.chooseSave', { purpose: 'pdf', suggestedName: '../../etc/cron.d/x' });
  await electron.bridge().call('shell.chooseSave', { purpose: 'pdf', suggestedName: 'Dossier.pdf' });
  expect(electron.dialogs.asked.map(asked => asked.defaultPath)).toEqual([undefined, 'Dossier.pdf']);
});

test('only documents are opened with the system; any granted file is shown', async () => {
  const electron = await run();
  const [pdf, script] = [join(folder, 'a.pdf'), join(folder, 'run.sh')];
  for (const path of [pdf, script]) writeFileSync(path, 'x');
  electron.dialogs.answerOpen = { canceled: false, filePaths: [pdf, script, join(folder, 'gone.pdf')] };
  const chosen = await electron.bridge().call('shell.chooseOpen', { purpose: 'documents', multiple: true });
  const tokens = (chosen as { value: { files: { file: string }[] } }).value.files.map(({ file }) => file);
  const answers = await Promise.all(tokens.map(file => electron.bridge().call('shell.openFile', { file })));
  expect(answers).toMatchObject([
    { ok: true },
    { error: { code: 'forbidden' } },
    { error: { code: 'unreadable' } },
  ]);
  expect(electron.opened).toEqual([pdf]);
  expect(await electron.bridge().call('shell.showFile', { file: tokens[1] })).toMatchObject({ ok: true });
  expect(electron.shown).toEqual([script]);
  const stranger = await electron.bridge().call('shell.openFile', { file: 'a token of nobody' });
  expect(stranger).toMatchObject({ error: { code: 'tokenUnknown' } });
});

test('the menu tells the window its commands', async () => {
  const electron = await run();
  const events = follow(electron);
  const commands = electron.menu().flatMap(entry => (entry.submenu ?? []).filter(item => item.click));
  for (const item of commands) item.click?.();
  expect(events.map(event => event.type === 'command' && event.command)).toContain('library.open');
  expect(events).toHaveLength(commands.length);
  expect(labels(electron)).toContain('Archivo');
});

test('documents are read in utility processes too, and one that died is replaced', async () => {
  const electron = await run();
  const jobs = follow(electron);
  const [library, text] = [join(folder, 'lectura.valija'), join(folder, 'acta.md')];
  writeFileSync(text, '# Acta\n\nUn acuerdo.');
  electron.dialogs.answerOpen = { canceled: false, filePaths: [library, text] };
  const chosen = await electron.bridge().call('shell.chooseOpen', { purpose: 'documents', multiple: true });
  const [file, document] = (chosen as { value: { files: { file: string }[] } }).value.files.map(
    found => found.file,
  );
  await electron.bridge().call('library.create', { file });
  const outcomes = () =>
    jobs.flatMap(event =>
      event.type === 'job' && event.job.result?.kind === 'import' ? event.job.result.outcomes : [],
    );
  await electron.bridge().call('sources.import', { files: [document] });
  await expect.poll(outcomes).toMatchObject([{ kind: 'imported', fileName: 'acta.md' }]);
  const readers = electron.utilities.filter(utility => utility.serviceName === 'valija-reader');
  expect(readers.length).toBeGreaterThan(0);
  for (const reader of readers) reader.process.kill('SIGKILL');
  writeFileSync(text, '# Acta\n\nOtro acuerdo.');
  await electron.bridge().call('sources.import', { files: [document] });
  await expect.poll(() => outcomes().length).toBe(2);
  expect(electron.utilities.filter(utility => utility.serviceName === 'valija-core')).toHaveLength(1);
  const quit = new Promise(resolve => electron.app.once('quit', resolve));
  electron.app.quit();
  await quit;
  await expect.poll(() => electron.utilities.every(utility => utility.pid === undefined)).toBe(true);
});

test('the built program never passes for Node', () => {
  const files = ['main.cjs', 'core.mjs', 'worker.mjs'].map(name =>
    join(import.meta.dirname, '../../dist/electron', name),
  );
  for (const file of files) expect(readFileSync(file, 'utf8')).not.toContain('ELECTRON_RUN_AS_NODE');
});

test('a page that crashes is loaded again', async () => {
  const electron = await run();
  electron.windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  expect(electron.windows[0]?.webContents.reloads).toBe(1);
});

test('the window begins in the language of the machine, and keeps the one that is chosen', async () => {
  const electron = await run();
  const language = async (program: RunningElectron) => {
    const answer = await program.bridge().call('settings.get', {});
    return (answer as { value: { language: string } }).value.language;
  };
  expect(await language(electron)).toBe('es');
  await electron.bridge().call('settings.update', { changes: { language: 'en' } });
  const quit = new Promise(resolve => electron.app.once('quit', resolve));
  electron.app.quit();
  await quit;
  const again = await runElectron({ dataDir: electron.dataDir });
  expect(await language(again)).toBe('en');
  await again.close();
});
