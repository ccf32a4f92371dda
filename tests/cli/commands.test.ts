import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readPdf } from '../helpers/pdf-read.ts';
import { writeDocx, writePdf } from '../hostile/make-bad-files.ts';
import { type Cli, openCli, runCli } from './run-cli.ts';

const WORDS = 'Los cancilleres acordaron reanudar el diálogo político en Lima.';

// Each command is a process of its own, several to a test.
vi.setConfig({ testTimeout: 120_000 });

const prepared = mkdtempSync(join(tmpdir(), 'valija-cli-'));

beforeAll(async () => {
  const documents = join(prepared, 'documentos');
  mkdirSync(join(documents, 'anexos'), { recursive: true });
  writeFileSync(join(documents, 'acta.txt'), `${WORDS}\n\nEl acta se firmó en dos ejemplares.`);
  await writePdf(join(documents, 'informe.pdf'), 'Un informe sobre el comercio bilateral.');
  await writeDocx(join(documents, 'anexos/memorando.docx'));
  writeFileSync(join(documents, 'datos.csv'), 'a;b');
  expect(await runCli(['create', 'b.valija'], prepared)).toMatchObject({ code: 0, err: '' });
  const imported = await runCli(['import', 'b.valija', 'documentos'], prepared);
  expect(imported).toMatchObject({ code: 0, err: '' });
  expect(imported.out).toContain('3 fuentes importadas, ninguna repetida, ningún fallo.');
});

afterAll(() => rmSync(prepared, { recursive: true, force: true }));

/** A library with a folder of documents in it, as `create` and `import` have made it. */
function openLibrary(): Cli {
  const cli = openCli();
  cpSync(prepared, cli.folder, { recursive: true });
  return cli;
}

test('create makes a library once, and says where', async () => {
  const cli = openCli();
  const first = await cli.run(['create', 'b.valija']);
  expect(first).toEqual({ code: 0, out: `Biblioteca creada: ${cli.path('b.valija')}\n`, err: '' });
  const before = readFileSync(cli.path('b.valija'));
  const again = await cli.run(['create', 'b.valija']);
  expect(again.code).toBe(3);
  expect(again.err).toBe('Error: Ya existe un archivo «b.valija». Elija otro nombre.\n');
  expect(readFileSync(cli.path('b.valija')).equals(before)).toBe(true);
  const { code, value } = await cli.json(['create', 'c.valija']);
  expect(code).toBe(0);
  expect(value).toMatchObject({ name: 'c', path: cli.path('c.valija'), encrypted: false });
});

test('import takes folders, tells duplicates, and goes on after a bad file', async () => {
  const cli = openLibrary();
  writeFileSync(cli.path('foto.pdf'), Buffer.from('89504e470d0a1a0a0000000d', 'hex'));
  writeFileSync(cli.path('nuevo.md'), '# Nota\n\nUn texto nuevo.');
  const args = ['import', 'b.valija', 'documentos', 'foto.pdf', 'nuevo.md', 'falta.txt'];
  const { code, value } = await cli.json(args);
  expect(code).toBe(4);
  expect(value).toMatchObject({ imported: 1, duplicates: 3, failed: 2 });
  expect(value.outcomes).toHaveLength(6);
  const spoken = await cli.run(args);
  expect(spoken.code).toBe(4);
  expect(spoken.out).toContain('Ya estaba en la biblioteca: nuevo.md');
  expect(spoken.err).toContain(
    'No importado: «foto.pdf» no es lo que dice su nombre: por dentro parece una imagen.',
  );
  expect(spoken.err).toContain('«falta.txt»');
  const english = await cli.run([...args, '--language', 'en']);
  expect(english.err).toContain('“foto.pdf” is not what its name says: inside it looks like an image.');
});

test('search finds words with their inflections, and says nothing was found', async () => {
  const cli = openLibrary();
  const { code, out } = await cli.run(['search', 'b.valija', 'canciller']);
  expect(code).toBe(0);
  expect(out).toContain('[cancilleres]');
  const { value } = await cli.json(['search', 'b.valija', 'comercio', '--kind', 'page']);
  expect(value.hits).toMatchObject([{ kind: 'page' }]);
  const limited = await cli.json(['search', 'b.valija', 'el', '--limit', '1']);
  expect(limited.value.hits).toHaveLength(1);
  expect(await cli.run(['search', 'b.valija', 'ornitorrinco'])).toMatchObject({
    code: 0,
    out: 'No se ha encontrado nada.\n',
  });
});

test('excerpt add keeps words that stand in the source, and only those', async () => {
  const cli = openLibrary();
  const words = 'acordaron reanudar el diálogo político';
  const add = ['excerpt', 'add', 'b.valija', '--source', 'acta.txt', '--text'];
  const { code, value } = await cli.json([...add, words, '--note', 'Clave', '--tags', 'lima', 'diálogo']);
  expect(code).toBe(0);
  expect(value).toMatchObject({ exact: words, note: 'Clave', status: 'exact' });
  expect(value.tags).toEqual(expect.arrayContaining(['lima', 'diálogo']));
  const absent = await cli.run([...add, 'acordaron suspender el diálogo']);
  expect(absent.code).toBe(3);
  expect(absent.err).toContain('Esas palabras no aparecen literalmente en la fuente.');
  const list = await cli.run(['excerpt', 'list', 'b.valija']);
  expect(list.out).toContain(`verificado  «${words}»`);
  expect(list.out.trim().split('\n')).toHaveLength(1);
  const unknown = await cli.run(['excerpt', 'list', 'b.valija', '--source', 'otra.txt']);
  expect(unknown.code).toBe(3);
});

/** A dossier of one part with a quote, as the file that `dossier create --from` reads. */
const dossierFile = {
  template: 'dialogo-de-alto-nivel',
  details: {
    title: 'Diálogo en Lima',
    subtitle: '',
    ministry: 'Ministerio de Relaciones Exteriores',
    language: 'es',
    meeting: { mechanism: '', counterpart: '', level: '', place: '', date: '', languages: [], axes: [] },
    marking: null,
    paper: 'a4',
  },
  excerpts: [{ key: 'lima', file: 'acta.txt', exact: WORDS }],
  parts: [
    { key: 'cover', blocks: [] },
    { key: 'chronology', title: 'Antecedentes', blocks: [{ type: 'quote', excerpt: 'lima' }] },
  ],
};

test('dossier create and export: from a file to a PDF, never over an old one unasked', async () => {
  const cli = openLibrary();
  writeFileSync(cli.path('carpeta.json'), JSON.stringify(dossierFile));
  const created = await cli.json(['dossier', 'create', 'b.valija', '--from', 'carpeta.json']);
  expect(created).toMatchObject({ code: 0, value: { title: 'Diálogo en Lima', quoteCount: 1 } });
  expect((await cli.run(['dossier', 'list', 'b.valija'])).out).toContain('Diálogo en Lima');
  const exported = await cli.json(['export', 'b.valija', 'Diálogo en Lima', 'lima.pdf']);
  expect(exported).toMatchObject({ code: 0, value: { quotes: { exact: 1, moved: 0, changed: 0 } } });
  const bytes = readFileSync(cli.path('lima.pdf'));
  const pdf = await readPdf(bytes);
  expect(pdf.texts.join(' ')).toContain(WORDS.slice(0, -1));
  await pdf.close();
  const again = await cli.run(['export', 'b.valija', 'Diálogo en Lima', 'lima.pdf']);
  expect(again.code).toBe(3);
  expect(again.err).toContain('Ya existe un archivo «lima.pdf»');
  const forced = await cli.run(['export', 'b.valija', String(created.value.id), 'lima.pdf', '--force']);
  expect(forced.code).toBe(0);
  expect(readFileSync(cli.path('lima.pdf')).equals(bytes)).toBe(true);
});

test('dossier create from a template, and from files that are none', async () => {
  const cli = openLibrary();
  const plain = await cli.run(['dossier', 'create', 'b.valija', '--title', 'Consultas políticas']);
  expect(plain.code).toBe(0);
  expect(plain.out).toMatch(/^Carpeta creada: Consultas políticas \(\d+ partes\) [0-9a-f-]{36}\n$/);
  writeFileSync(cli.path('rota.json'), '{ "template": ');
  const broken = await cli.run(['dossier', 'create', 'b.valija', '--from', 'rota.json']);
  expect(broken.code).toBe(3);
  expect(broken.err).toContain('«rota.json» no es un archivo JSON válido');
  expect(broken.err).not.toMatch(/JSON (input|at position)/);
  writeFileSync(
    cli.path('otra.json'),
    JSON.stringify({ ...dossierFile, parts: [{ key: 'nada', blocks: [] }] }),
  );
  const wrong = await cli.run(['dossier', 'create', 'b.valija', '--from', 'otra.json']);
  expect(wrong.code).toBe(3);
  expect(wrong.err).toContain('parts.0.key: Opción inválida');
  const missing = await cli.run(['dossier', 'create', 'b.valija', '--from', 'nada.json']);
  expect(missing.err).toContain('No se puede leer «nada.json»');
  const absent = { ...dossierFile, excerpts: [{ key: 'lima', file: 'acta.txt', exact: 'palabras ajenas' }] };
  writeFileSync(cli.path('ajena.json'), JSON.stringify(absent));
  expect((await cli.run(['dossier', 'create', 'b.valija', '--from', 'ajena.json'])).code).toBe(3);
  expect((await cli.run(['export', 'b.valija', 'No existe', 'x.pdf'])).code).toBe(3);
  expect(existsSync(cli.path('x.pdf'))).toBe(false);
});

test('verify and backup: sound, and the copy is a library of its own', async () => {
  const cli = openLibrary();
  await cli.run(['excerpt', 'add', 'b.valija', '--source', 'acta.txt', '--text', WORDS]);
  const sound = await cli.json(['verify', 'b.valija']);
  expect(sound).toMatchObject({ code: 0, value: { damage: [], quotes: { exact: 1, moved: 0, changed: 0 } } });
  const copied = await cli.json(['backup', 'b.valija', 'copia.valija']);
  expect(copied).toMatchObject({ code: 0, value: { path: cli.path('copia.valija') } });
  expect((await cli.json(['verify', 'copia.valija'])).value).toMatchObject(sound.value);
});

test('verify tells damage of an original, and ends with another code', async () => {
  const cli = openLibrary();
  const { openDatabase, closeDatabase } = await import('../../electron/core/library/open-database.ts');
  const db = openDatabase(cli.path('b.valija'), { create: false });
  db.exec("UPDATE file SET bytes = CAST('otro' AS BLOB) WHERE rowid = 1");
  closeDatabase(db);
  const { code, value } = await cli.json(['verify', 'b.valija']);
  expect(code).toBe(4);
  expect(value.damage).toHaveLength(1);
  expect((await cli.run(['verify', 'b.valija'])).err).toMatch(/^Daño: /);
});

test('an encrypted library opens with its password from a file or the environment alone', async () => {
  const cli = openCli();
  writeFileSync(cli.path('clave.txt'), 'una contraseña larga\nlo demás no cuenta\n');
  expect((await cli.run(['create', 's.valija', '--password-file', 'clave.txt'])).code).toBe(0);
  expect(readFileSync(cli.path('s.valija')).includes('SQLite format')).toBe(false);
  const without = await cli.run(['dossier', 'list', 's.valija']);
  expect(without.code).toBe(3);
  expect(without.err).toContain('«s.valija»');
  const wrong = await cli.run(['dossier', 'list', 's.valija'], { VALIJA_PASSWORD: 'otra' });
  expect(wrong.code).toBe(3);
  const right = { VALIJA_PASSWORD: 'una contraseña larga' };
  expect((await cli.run(['dossier', 'list', 's.valija'], right)).code).toBe(0);
  expect((await cli.run(['dossier', 'list', 's.valija', '--password-file', 'clave.txt'])).code).toBe(0);
  const noFile = await cli.run(['dossier', 'list', 's.valija', '--password-file', 'nada.txt']);
  expect(noFile.err).toContain('«nada.txt»');
});

test('failures are JSON too, with a code', async () => {
  const cli = openCli();
  const { code, value } = await cli.json(['verify', 'nada.valija']);
  expect(code).toBe(3);
  expect(value).toMatchObject({ error: { code: 'unreadable', details: { file: 'nada.valija' } } });
});

test.each([
  [[], 2],
  [['volar'], 2],
  [['create'], 2],
  [['create', 'b.valija', '--color'], 2],
  [['import', 'b.valija'], 2],
  [['search', 'b.valija'], 2],
  [['search', 'b.valija', 'x', '--kind', 'nada'], 2],
  [['excerpt'], 2],
  [['excerpt', 'add', 'b.valija'], 2],
  [['excerpt', 'add', 'b.valija', '--source'], 2],
  [['export', 'b.valija', 'x'], 2],
  [['export', 'b.valija', 'x', 'y.pdf', '--output', 'nada'], 2],
  [['export', 'b.valija', 'x', 'y.pdf', '--binding', 'espiral'], 2],
  [['copies', 'return', 'b.valija', 'x', 'uno'], 2],
  [['--language', 'fr', 'demo'], 2],
])('wrong usage %j ends with %i, with a word on what to do and nothing done', async (args, expected) => {
  const cli = openCli();
  const { code, out, err } = await cli.run(args);
  expect(code).toBe(expected);
  expect(`${out}${err}`).toMatch(/--help|Uso:/);
  expect(existsSync(cli.path('b.valija'))).toBe(false);
  const english = await cli.run(args, { VALIJA_LANGUAGE: 'en' });
  expect(`${english.out}${english.err}`).toMatch(/--help|Usage:/);
});
