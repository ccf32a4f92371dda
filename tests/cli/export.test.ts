import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, PermissionFlag } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { resourcesDir } from '../helpers/open-core.ts';
import { readPdf } from '../helpers/pdf-read.ts';
import { type Cli, openCli, runCli } from './run-cli.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const title = 'Diálogo en Lima';
const file = {
  template: 'dialogo-de-alto-nivel',
  details: {
    title,
    subtitle: '',
    ministry: 'Cancillería',
    language: 'es',
    meeting: { mechanism: '', counterpart: '', level: '', place: '', date: '', languages: [], axes: [] },
    marking: { scheme: 'pe', level: 'reservada' },
    paper: 'a4',
  },
  excerpts: [{ key: 'lima', file: 'acta.txt', exact: 'acordaron reunirse en Lima' }],
  parts: [
    { key: 'cover', blocks: [] },
    {
      key: 'talkingPoints',
      title: 'Puntos',
      blocks: [
        {
          type: 'point',
          addressee: 'A la canciller',
          minutes: 2,
          blocks: [
            { type: 'paragraph', text: 'Reunirse en Lima es **lo acordado**.' },
            { type: 'quote', excerpt: 'lima' },
          ],
        },
      ],
    },
    {
      key: 'chronology',
      id: 'antecedentes',
      title: 'Antecedentes',
      footnotes: { 1: { text: 'Nota al margen.', place: 'side' } },
      blocks: [
        { type: 'paragraph', text: 'Texto con nota[^1], véase [@mapa]. {en:Nothing else.}' },
        { type: 'paragraph', text: 'Esto no sale de la delegación.', disclosure: 'internal' },
        {
          type: 'figure',
          image: 'fotos/mapa.png',
          id: 'mapa',
          caption: 'El mapa',
          alt: 'Un mapa',
          width: 40,
        },
        { type: 'quote', excerpt: 'lima' },
      ],
    },
    { key: 'sources', title: 'Fuentes', blocks: [] },
  ],
};

/** A library with the dossier of the file in it, made once. */
let prepared: string;

beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), 'valija-cli-export-'));
  writeFileSync(join(prepared, 'acta.txt'), 'Las partes acordaron reunirse en Lima en mayo.\n');
  mkdirSync(join(prepared, 'fotos'));
  copyFileSync(join(resourcesDir, 'icons', 'icon.png'), join(prepared, 'fotos', 'mapa.png'));
  writeFileSync(join(prepared, 'carpeta.json'), JSON.stringify(file));
  for (const args of [
    ['create', 'b.valija'],
    ['import', 'b.valija', 'acta.txt'],
    ['dossier', 'create', 'b.valija', '--from', 'carpeta.json'],
  ]) {
    expect(await runCli(args, prepared)).toMatchObject({ code: 0, err: '' });
  }
});

afterAll(() => rmSync(prepared, { recursive: true, force: true }));

function openDossier(): Cli {
  const cli = openCli();
  cpSync(prepared, cli.folder, { recursive: true });
  return cli;
}

interface Exported {
  files: {
    kind: string;
    format: string;
    path: string;
    pageCount: number;
    standards: string[];
    notices: { code: string }[];
  }[];
  empty: unknown[];
}

test('several outputs and formats go into a new folder, and nothing there is written over', async () => {
  const cli = openDossier();
  const args = ['export', 'b.valija', title, 'salida', '--output', 'folder,speaking-pages,share'];
  const { code, value } = await cli.json([...args, '--format', 'pdf,docx,html']);
  expect(code).toBe(0);
  const { files } = value as unknown as Exported;
  expect(files.map(each => `${each.kind} ${each.format}`)).toEqual(
    ['folder', 'speakingPages', 'share'].flatMap(kind =>
      ['pdf', 'docx', 'html'].map(format => `${kind} ${format}`),
    ),
  );
  expect(files.every(each => existsSync(each.path))).toBe(true);
  const shared = files.find(each => each.kind === 'share' && each.format === 'html')!;
  const html = readFileSync(shared.path, 'utf8');
  expect(html).toContain('Antecedentes');
  expect(html).not.toContain('no sale de la delegación');
  expect(shared.notices.map(notice => notice.code)).toContain('heldBack');
  const again = await cli.run(['export', 'b.valija', title, 'salida/']);
  expect(again.code).toBe(0);
  expect(readdirSync(cli.path('salida'))).toContain(`${title} - Carpeta completa (2).pdf`);
});

test('numbered copies from a CSV as Excel writes it: listed, asked back, returned', async () => {
  const cli = openDossier();
  const rows = 'Nombre;Oficina\r\n"Núñez; Ana";Gabinete\r\n\r\nLuis Vera;"Dirección ""A"""\r\n';
  writeFileSync(cli.path('lista.csv'), Buffer.from(rows, 'latin1'));
  const exported = await cli.run([
    'export',
    'b.valija',
    title,
    'copias',
    '--recipients',
    'lista.csv',
    '--recipient',
    'Rosa Peña; Embajada',
  ]);
  expect(exported.code).toBe(0);
  const listed = await cli.json(['copies', 'list', 'b.valija', title]);
  expect(listed.value).toMatchObject({
    items: [
      { number: 1, recipient: { name: 'Núñez; Ana', office: 'Gabinete' }, state: 'out' },
      { number: 2, recipient: { name: 'Luis Vera', office: 'Dirección "A"' } },
      { number: 3, recipient: { name: 'Rosa Peña', office: 'Embajada' } },
    ],
  });
  expect((await cli.run(['copies', 'return', 'b.valija', title, '2', '--note', 'En mano'])).out).toContain(
    'Devuelto',
  );
  expect((await cli.run(['copies', 'return', 'b.valija', title, '9'])).code).toBe(3);
  const recalled = await cli.json(['copies', 'recall', 'b.valija', title, 'relación.pdf']);
  expect(recalled).toMatchObject({ code: 0, value: { recalled: [3, 1] } });
  const pdf = await readPdf(readFileSync(cli.path('relación.pdf')));
  const text = pdf.texts.join(' ');
  await pdf.close();
  for (const words of ['Núñez; Ana', 'Rosa Peña', 'RESERVADA', 'Reclamado']) expect(text).toContain(words);
  expect(text).not.toContain('Luis Vera');
  const kept = await cli.run(['copies', 'recall', 'b.valija', title, 'relación.pdf']);
  expect(kept.code).toBe(3);
});

test('a password locks the PDF, and is read from a file or the environment alone', async () => {
  const cli = openDossier();
  writeFileSync(cli.path('clave.txt'), 'contraseña larga\nresto\n');
  const locked = await cli.json([
    'export',
    'b.valija',
    title,
    'a.pdf',
    '--pdf-password-file',
    'clave.txt',
    '--no-copy',
  ]);
  expect(locked.code).toBe(0);
  const [one] = (locked.value as unknown as Exported).files;
  expect(one?.notices.map(notice => notice.code)).toEqual(['protectedNotArchival']);
  expect(one?.standards).not.toContain('PDF/A-2a');
  const bytes = readFileSync(cli.path('a.pdf'));
  expect(bytes.includes('/Encrypt')).toBe(true);
  const env = await cli.run(['export', 'b.valija', title, 'b.pdf'], { VALIJA_PDF_PASSWORD: 'otra' });
  expect(env.code).toBe(0);
  expect(readFileSync(cli.path('b.pdf')).includes('/Encrypt')).toBe(true);
  const unlocked = await cli.run(['export', 'b.valija', title, 'd.pdf', '--no-print']);
  expect(unlocked.code).toBe(3);
  expect(unlocked.err).toContain('--pdf-password-file');
  const word = await cli.run([
    'export',
    'b.valija',
    title,
    'd.docx',
    '--format',
    'docx',
    '--recipient',
    'Ana',
  ]);
  expect(word.err).toContain('--format pdf');
  const missing = await cli.run(['export', 'b.valija', title, 'c.pdf', '--pdf-password-file', 'no.txt']);
  expect(missing.code).toBe(3);
  expect(existsSync(cli.path('c.pdf'))).toBe(false);
});

test('an export is remembered, and asked for again as it was', async () => {
  const cli = openDossier();
  const first = [
    'export',
    'b.valija',
    title,
    'a.pdf',
    '--theme',
    'large-print',
    '--output',
    'speaking-pages',
  ];
  expect((await cli.run(first)).code).toBe(0);
  const again = await cli.json(['export', 'b.valija', title, 'b.pdf', '--remembered']);
  expect((again.value as unknown as Exported).files).toMatchObject([{ kind: 'speakingPages' }]);
  expect(readFileSync(cli.path('b.pdf')).equals(readFileSync(cli.path('a.pdf')))).toBe(true);
  const unknown = await cli.run(['export', 'b.valija', title, 'c.pdf', '--theme', 'barroco']);
  expect(unknown.code).toBe(3);
  expect(unknown.err).toContain('«barroco»');
});

test('an export that was locked is not remembered as an open one', async () => {
  const cli = openDossier();
  const secret = { VALIJA_PDF_PASSWORD: 'clave' };
  expect((await cli.run(['export', 'b.valija', title, 'a.pdf', '--no-copy'], secret)).code).toBe(0);
  const open = await cli.run(['export', 'b.valija', title, 'b.pdf', '--remembered']);
  expect(open.code).toBe(3);
  expect(open.err).toContain('--pdf-password-file');
  expect(existsSync(cli.path('b.pdf'))).toBe(false);
  expect((await cli.run(['export', 'b.valija', title, 'b.pdf', '--remembered'], secret)).code).toBe(0);
  const data = new Uint8Array(readFileSync(cli.path('b.pdf')));
  const pdf = await getDocument({ data, password: 'clave', verbosity: 0 }).promise;
  const permissions = await pdf.getPermissions();
  await pdf.loadingTask.destroy();
  expect(permissions).toContain(PermissionFlag.PRINT);
  expect(permissions).not.toContain(PermissionFlag.COPY);
});

test('a dossier file that refers to what is not there says what and where', async () => {
  const cli = openDossier();
  const bad = async (block: object) => {
    const parts = [{ key: 'chronology', title: 'Antecedentes', blocks: [block] }];
    writeFileSync(cli.path('mala.json'), JSON.stringify({ ...file, parts }));
    return cli.run(['dossier', 'create', 'b.valija', '--from', 'mala.json']);
  };
  const note = await bad({ type: 'paragraph', text: 'x[^7]' });
  expect(note.code).toBe(3);
  expect(note.err).toContain('parts.0 (Antecedentes): no hay ninguna nota «7»');
  const picture = await bad({ type: 'figure', image: 'fotos/nada.png' });
  expect(picture.code).toBe(3);
  expect(picture.err).toContain('«nada.png»');
});

test('pictures are kept once, and what is none is refused', async () => {
  const cli = openDossier();
  const { value } = await cli.json(['image', 'add', 'b.valija', 'fotos/mapa.png', 'fotos/mapa.png']);
  const { items } = value as { items: { id: string }[] };
  expect(items[0]).toEqual(items[1]);
  const wrong = await cli.run(['image', 'add', 'b.valija', 'acta.txt']);
  expect(wrong.code).toBe(3);
  expect(wrong.err).toContain('«acta.txt»');
});
