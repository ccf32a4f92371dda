import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { formatMessage } from '../../shared/i18n/format-message.ts';
import { defaultPreset, type ExportedFile } from '../../shared/model/output.ts';
import { halves, headerChunk, jpeg, png, rawPng, withChunk } from '../core/images/make-pictures.ts';
import { expectConforming } from '../helpers/export-checked.ts';
import { createDossier, exportTo } from '../helpers/library-builders.ts';
import { openCoreWithLibrary, type TestCore } from '../helpers/open-core.ts';
import { readPdf } from '../helpers/pdf-read.ts';
import { parseXml, readDocx, wordsOf } from '../helpers/read-docx.ts';
import { expectMessage } from './expect-message.ts';

type NodeJson = Record<string, unknown>;

const MISSING = formatMessage('es', 'page.figure.missing');
const FORMATS = ['pdf', 'docx', 'html'] as const;

const paragraph = (words: string): NodeJson => ({
  type: 'paragraph',
  content: words ? [{ type: 'text', text: words }] : [],
});
const cell = (...content: NodeJson[]): NodeJson => ({
  type: 'table_cell',
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content,
});
const table = (rows: NodeJson[][]): NodeJson => ({
  type: 'table',
  attrs: { caption: 'Cuadro' },
  content: rows.map(content => ({ type: 'table_row', content })),
});
const footnoted = (count: number, note: string): NodeJson => ({
  type: 'paragraph',
  content: Array.from({ length: count }, () => [
    { type: 'text', text: 'Los hechos ' },
    { type: 'footnote', content: [{ type: 'text', text: note }] },
  ]).flat(),
});

/** Pages from which a file takes too long to be judged in every condition. */
const LONG = 200;

interface Written {
  file: ExportedFile;
  bytes: Uint8Array;
  /** Every word of the file, without white space and soft hyphens. */
  said: string;
  milliseconds: number;
}

async function openWith(content: NodeJson[], title = 'Hechos') {
  const t = await openCoreWithLibrary();
  const { id } = await createDossier(t);
  const text = { type: 'doc', content };
  await t.call('sections.add', { dossierId: id, after: null, kind: 'topicBrief', title, text });
  return { t, id };
}

async function write(t: TestCore, id: string, format: (typeof FORMATS)[number]): Promise<Written> {
  const path = t.path(`carpeta.${format}`);
  const started = performance.now();
  const job = await t.run(
    t.call('dossiers.export', {
      id,
      preset: { ...defaultPreset, outputs: [{ kind: 'folder', format }] },
      password: null,
      target: { kind: 'file', file: t.grant(path) },
    }),
  );
  const milliseconds = performance.now() - started;
  expect(t.logged).toEqual([]);
  if (job.state !== 'done' || job.result?.kind !== 'export') throw new Error(JSON.stringify(job));
  const bytes = new Uint8Array(readFileSync(path));
  const said = (await wordsIn(bytes, format)).replace(/[\s\u00ad]/g, '');
  return { file: job.result.files[0]!, bytes, said, milliseconds };
}

async function wordsIn(bytes: Uint8Array, format: (typeof FORMATS)[number]): Promise<string> {
  if (format === 'docx') return wordsOf((await readDocx(bytes)).part('word/document.xml'));
  if (format === 'html') return wordsInHtml(Buffer.from(bytes).toString('utf8'));
  const pdf = await readPdf(bytes);
  if (pdf.pages.length < LONG) await expectConforming(bytes);
  await pdf.close();
  const items = pdf.pages.flat().filter(({ text, y }) => text.trim() && y > 70 && y < 842 - 75);
  for (const { x, width } of items) expect([x > 0, x + width < 842]).toEqual([true, true]);
  return items.map(({ text }) => text).join('');
}

function wordsInHtml(html: string): string {
  const body = html.slice(html.indexOf('<body'), html.lastIndexOf('</body>') + '</body>'.length);
  return wordsOf(parseXml(body.replaceAll('&nbsp;', ' '))) || body.replace(/<[^>]*>/g, '');
}

async function writeAll(content: NodeJson[], title?: string): Promise<Written[]> {
  const { t, id } = await openWith(content, title);
  const written: Written[] = [];
  for (const format of FORMATS) written.push(await write(t, id, format));
  return written;
}

describe('texts that nobody should write', () => {
  test('a word of 10,000 letters and an address of 3,000 are printed whole', async () => {
    const word = 'desoxirribonucleico'.repeat(530).slice(0, 10_000);
    const address = `https://ejemplo.org/${'camino/'.repeat(430)}`.slice(0, 3000);
    for (const { said } of await writeAll([paragraph(word), paragraph(`Véase ${address} hoy`)])) {
      expect(said).toContain(word);
      expect(said).toContain(address);
    }
  }, 60_000);

  test('a table cell longer than the page goes on over pages, no word lost', async () => {
    const tall = Array.from({ length: 120 }, (_, i) =>
      paragraph(`Párrafo${i}x ${'de la celda '.repeat(30)}`),
    );
    for (const { said, file } of await writeAll([table([[cell(paragraph('Uno')), cell(...tall)]])])) {
      for (let i = 0; i < tall.length; i++) expect(said).toContain(`Párrafo${i}x`);
      if (file.format === 'pdf') expect(file.pageCount).toBeGreaterThan(5);
    }
  }, 60_000);

  test('forty columns stand on their page', async () => {
    const rows = [0, 1, 2].map(row =>
      Array.from({ length: 40 }, (_, column) => cell(paragraph(`D${row}c${column}x`))),
    );
    for (const { said } of await writeAll([table(rows)]))
      for (let column = 0; column < 40; column++) expect(said).toContain(`D2c${column}x`);
  }, 60_000);

  test('ten thousand notes take ten times as long as a thousand', async () => {
    const small = await writeAll(Array.from({ length: 100 }, () => footnoted(10, 'Nota breve.')));
    const large = await writeAll(Array.from({ length: 1000 }, () => footnoted(10, 'Nota breve.')));
    for (const [index, { milliseconds, said, file }] of large.entries()) {
      expect(said).toContain('Loshechos');
      if (file.format === 'pdf') expect(said).toContain('10000');
      expect(milliseconds / (small[index]!.milliseconds + 500)).toBeLessThan(40);
    }
  }, 180_000);

  test('nested lists to the depth that a text may have, and a clear refusal beyond', async () => {
    const nest = (depth: number): NodeJson => ({
      type: 'bullet_list',
      content: [
        {
          type: 'list_item',
          content: [paragraph(`nivel${depth}x`), ...(depth > 1 ? [nest(depth - 1)] : [])],
        },
      ],
    });
    for (const { said } of await writeAll([nest(18)]))
      for (let level = 1; level <= 18; level++) expect(said).toContain(`nivel${level}x`);
    const t = await openCoreWithLibrary();
    const { id } = await createDossier(t);
    const text = { type: 'doc', content: [nest(40)] };
    const add = { dossierId: id, after: null, kind: 'topicBrief', title: 'Hondo', text };
    const refused = await t.fail('sections.add', add);
    expect(refused.code).toBe('invalidInput');
    expectMessage(refused, null);
  }, 60_000);

  test('control characters, zero-width signs, half characters and hundreds of marks', async () => {
    const marks = '\u0301\u0316'.repeat(200);
    const odd = `uno\u0000\u0007dos tres\u200bcuatro \ud83dcinco\udc00 \u202eseis\u202c Z${marks}siete e\u0301ocho`;
    const [pdf, docx, html] = await writeAll([paragraph(odd)], 'Tí\u0000tulo\ud83d');
    for (const { said } of [pdf!, docx!, html!]) {
      expect(said.normalize('NFC')).toContain('unodos');
      expect(said.isWellFormed()).toBe(true);
      expect([...said].every(character => character > ' ')).toBe(true);
      expect(said.normalize('NFC')).toContain('éocho');
    }
    expect(JSON.stringify(pdf!.file.notices)).toContain('U+0316');
    expect(JSON.stringify(pdf!.file.notices)).not.toContain('U+D83D');
  }, 60_000);

  test('an empty text and empty cells', async () => {
    const empty = [
      paragraph(''),
      table([[cell(paragraph(''))]]),
      { type: 'blockquote', content: [paragraph('')] },
    ];
    for (const { bytes } of await writeAll(empty)) expect(bytes.length).toBeGreaterThan(500);
  }, 60_000);

  test('a dossier without parts says that there is nothing to print, and leaves the older file', async () => {
    const t = await openCoreWithLibrary();
    const dossier = await createDossier(t);
    for (const { id } of dossier.sections) await t.call('sections.trash', { id });
    writeFileSync(t.path('carpeta.pdf'), 'la versión de ayer');
    const job = await t.run(t.call('dossiers.export', exportTo(t, dossier.id, t.path('carpeta.pdf'))));
    expect(job).toMatchObject({
      state: 'done',
      result: { files: [], empty: [{ kind: 'folder', format: 'pdf' }] },
    });
    expect(readFileSync(t.path('carpeta.pdf'), 'utf8')).toBe('la versión de ayer');
  });

  test('names from right to left, and characters that no font has, named with their part', async () => {
    const content = [paragraph('El ministro محمد حسن, 45 años, y דוד בן־גוריון firmaron 中 y 🦙.')];
    const [pdf, docx, html] = await writeAll(content, 'Entrevista con محمد حسن');
    for (const { said } of [docx!, html!]) expect(said).toContain('Elministroمحمدحسن,45años');
    const { notices } = pdf!.file;
    expect(notices).toEqual([
      {
        code: 'missingGlyphs',
        details: {
          characters: '中 (U+4E2D: Entrevista con محمد حسن), 🦙 (U+1F999: Entrevista con محمد حسن)',
        },
      },
    ]);
  }, 60_000);
});

test('a core that writes Word answers meanwhile, and tells how far it is', async () => {
  const long = Array.from({ length: 500 }, () => paragraph('Los hechos de la reunión de ayer. '.repeat(40)));
  const { t, id } = await openWith(long);
  let answered = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - answered);
    answered = performance.now();
  }, 5);
  const { milliseconds } = await write(t, id, 'docx');
  clearInterval(timer);
  expect(milliseconds).toBeGreaterThan(longest * 4);
  const told = t.events.flatMap(event => (event.type === 'job' ? [event.job.progress] : []));
  expect(told.some(({ done, total }) => total > 1 && done > 0 && done < total)).toBe(true);
}, 90_000);

describe('pictures', () => {
  const place = (t: TestCore, name: string, bytes: Uint8Array) => {
    mkdirSync(t.path('fotos'), { recursive: true });
    writeFileSync(t.path(`fotos/${name}`), bytes);
    return t.grant(t.path(`fotos/${name}`));
  };
  const figure = (imageId: string): NodeJson => ({
    type: 'figure',
    attrs: { imageId, alt: 'Dos colores' },
    content: [{ type: 'text', text: 'Firma del acta' }],
  });

  test('one of more than 200 megapixels is refused by name before it is unpacked', async () => {
    const t = await openCoreWithLibrary();
    const bytes = rawPng(headerChunk(30_000, 30_000, 8, 6), [0]);
    const refused = await t.fail('images.add', { file: place(t, 'enorme.png', bytes) });
    expect(refused).toMatchObject({ code: 'tooLarge', details: { megapixels: 900, limitMegapixels: 200 } });
    expectMessage(refused, 'enorme.png');
  });

  test('one with a broken profile is printed in sRGB, and each output says so', async () => {
    const t = await openCoreWithLibrary();
    const broken = { type: 'iCCP', data: Buffer.from('nombre\0\0esto no es un perfil') };
    const bytes = withChunk(png(halves(40, 40, [200, 0, 0], [0, 0, 200])), broken);
    const image = await t.call('images.add', { file: place(t, 'acta.png', bytes) });
    const { id } = await createDossier(t);
    const text = { type: 'doc', content: [figure(image.id)] };
    await t.call('sections.add', { dossierId: id, after: null, kind: 'topicBrief', title: 'Fotos', text });
    for (const format of FORMATS) {
      const { file } = await write(t, id, format);
      expect(file.notices).toEqual([{ code: 'imageProfileDropped', details: { name: 'acta.png' } }]);
    }
  }, 60_000);

  test('one that is damaged in the library is named, and a line says so in its place', async () => {
    const t = await openCoreWithLibrary();
    const whole = await t.call('images.add', { file: place(t, 'sana.jpg', await jpeg(40, 20)) });
    const cut = await t.call('images.add', { file: place(t, 'cortada.jpg', await jpeg(80, 50)) });
    const rotten = await t.call('images.add', {
      file: place(t, 'podrida.png', png(halves(60, 40, [1, 2, 3], [4, 5, 6]))),
    });
    const { id } = await createDossier(t);
    const text = { type: 'doc', content: [whole, cut, rotten].map(image => figure(image.id)) };
    await t.call('sections.add', { dossierId: id, after: null, kind: 'topicBrief', title: 'Fotos', text });
    await t.call('library.close', {});
    const db = new Database(t.path('biblioteca.valija'));
    db.prepare('UPDATE image SET print = substr(print, 1, length(print) - 40) WHERE id = ?').run(cut.id);
    const { print } = db.prepare('SELECT print FROM image WHERE id = ?').get(rotten.id) as { print: Buffer };
    print[print.length - 25]! ^= 0xff;
    db.prepare('UPDATE image SET print = ? WHERE id = ?').run(print, rotten.id);
    db.close();
    await t.call('library.open', { file: t.grant(t.path('biblioteca.valija')) });
    for (const format of FORMATS) {
      const { file, said } = await write(t, id, format);
      expect(file.notices).toEqual([
        { code: 'imageUnreadable', details: { name: 'cortada.jpg' } },
        { code: 'imageUnreadable', details: { name: 'podrida.png' } },
      ]);
      expect(said.split(MISSING.replace(/\s/g, '')).length).toBe(3);
    }
  }, 60_000);
});
