import { chmodSync, mkdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Packer, Document as WordDocument } from 'docx';
import JSZip from 'jszip';
import { afterAll, describe, expect, test } from 'vitest';
import { checkHtmlBounds } from '../../../electron/core/ingest/html/check-bounds.ts';
import { parseFile } from '../../../electron/core/ingest/parse-file.ts';
import { failureOf, makeDocx, makeFolder, makePdf, writeTo } from './make-files.ts';

const folder = makeFolder();
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array) => writeTo(folder, name, content);

/** An archive with these files in it. */
async function zip(files: Record<string, string | Uint8Array>): Promise<Buffer> {
  const archive = new JSZip();
  for (const [name, content] of Object.entries(files)) archive.file(name, content);
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** A Word document whose main part is `xml`. */
async function docxWith(xml: string | Uint8Array): Promise<Buffer> {
  const archive = await JSZip.loadAsync(await Packer.toBuffer(new WordDocument({ sections: [] })));
  archive.file('word/document.xml', xml);
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

describe('not what it says', () => {
  test.each([
    ['pagina.pdf', '<!DOCTYPE html><html><body>Hola</body></html>', 'pdf', 'html'],
    ['texto.pdf', 'solo un texto', 'pdf', 'text'],
    ['texto.docx', 'solo un texto', 'docx', 'text'],
    ['rico.docx', '{\\rtf1\\ansi hola}', 'docx', 'rtf'],
    ['foto.pdf', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'pdf', 'image'],
    ['sin-marcas.html', 'solo un texto', 'html', 'text'],
    ['bytes.txt', '\0\x01\x02\x03\x04\x05', 'text', 'binary'],
  ])('%s', async (name, content, expected, looksLike) => {
    const path = file(name, Buffer.from(content, 'latin1'));
    expect(await failureOf(path)).toEqual({ code: 'notWhatItSays', details: { expected, looksLike } });
  });

  test('a PDF called Word, a workbook called Word, a Word document called text', async () => {
    const pdf = await makePdf(doc => doc.addPage().text('hola'));
    expect(await failureOf(file('a.docx', pdf))).toMatchObject({
      code: 'notWhatItSays',
      details: { looksLike: 'pdf' },
    });
    const book = await zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' });
    expect(await failureOf(file('b.docx', book))).toMatchObject({
      code: 'notWhatItSays',
      details: { looksLike: 'xlsx' },
    });
    expect(await failureOf(file('c.txt', await makeDocx()))).toMatchObject({
      details: { looksLike: 'docx' },
    });
  });

  test('without a telling name, the content decides', async () => {
    const pdf = await makePdf(doc => doc.addPage().text('hola'));
    expect((await parseFile(file('sin nombre', pdf))).format).toBe('pdf');
    expect((await parseFile(file('x.bin', await makeDocx()))).format).toBe('docx');
    expect((await parseFile(file('LEEME', 'hola'))).format).toBe('text');
  });
});

describe('unsupported', () => {
  test('workbooks, old Word, rich text, pictures, bytes, messages', async () => {
    const book = await zip({ 'xl/workbook.xml': '<workbook/>' });
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    const cases: [string, string | Uint8Array, string][] = [
      ['libro.xlsx', book, 'xlsx'],
      ['viejo.doc', ole, 'doc'],
      ['rico.rtf', '{\\rtf1 hola}', 'rtf'],
      ['foto.jpg', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image'],
      ['datos.bin', Buffer.alloc(200, 7), 'binary'],
      ['mensaje.eml', 'From: ana@x.pe\nSubject: hola\n\nhola', 'email'],
      ['varios.zip', await zip({ 'a.txt': 'a' }), 'zip'],
    ];
    for (const [name, content, looksLike] of cases) {
      expect(await failureOf(file(name, content))).toEqual({ code: 'unsupported', details: { looksLike } });
    }
  });
});

describe('broken, locked, too large', () => {
  test('empty', async () => {
    for (const name of ['nada.pdf', 'nada.txt', 'nada'])
      expect(await failureOf(file(name, ''))).toEqual({ code: 'empty', details: {} });
  });

  test('too large: told by its size, without being read', async () => {
    const path = file('enorme.pdf', '%PDF-1.7');
    truncateSync(path, 40_000_000_000);
    const started = performance.now();
    expect(await failureOf(path)).toEqual({
      code: 'tooLarge',
      details: { bytes: 40_000_000_000, limitMb: 250 },
    });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(await failureOf(file('once.txt', '12345678901'), 10)).toMatchObject({ code: 'tooLarge' });
  });

  test('unreadable: missing, a folder, forbidden', async () => {
    expect(await failureOf(join(folder, 'no está.pdf'))).toEqual({
      code: 'unreadable',
      details: { reason: 'ENOENT' },
    });
    mkdirSync(join(folder, 'carpeta.pdf'));
    expect((await failureOf(join(folder, 'carpeta.pdf'))).code).toBe('unreadable');
    if (process.getuid?.() !== 0) {
      const path = file('prohibido.txt', 'x');
      chmodSync(path, 0);
      expect((await failureOf(path)).code).toBe('unreadable');
    }
  });

  test('Word documents cut short', async () => {
    const whole = await makeDocx();
    for (const share of [0.2, 0.5, 0.9, 0.99]) {
      const path = file('corto.docx', whole.subarray(0, Math.floor(whole.length * share)));
      expect((await failureOf(path)).code).toBe('damaged');
    }
  });

  test('a PDF with a password of the strongest kind (AES-256, revision 6)', async () => {
    const path = fileURLToPath(new URL('../../fixtures/ingest/con-contrasena-r6.pdf', import.meta.url));
    expect(await failureOf(path)).toEqual({ code: 'encrypted', details: {} });
  });

  test('a Word document with a password', async () => {
    const ole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(500),
    ]);
    expect(await failureOf(file('cifrado.docx', ole))).toEqual({ code: 'encrypted', details: {} });
  });

  test('a Word document that unfolds to gigabytes, or to endless elements, or too deep', async () => {
    const blanks = await docxWith(new Uint8Array(130_000_000).fill(0x20));
    expect((await failureOf(file('bomba.docx', blanks))).code).toBe('outOfMemory');
    const nodes = await docxWith(`<w:document>${'<w:p/>'.repeat(1_500_000)}</w:document>`);
    expect((await failureOf(file('nodos.docx', nodes))).code).toBe('outOfMemory');
    const deep = await docxWith('<w:tbl>'.repeat(50_000));
    expect((await failureOf(file('hondo.docx', deep))).code).toBe('outOfMemory');
  }, 120_000);

  test('a web page of 100,000 nested elements is refused at once', async () => {
    const path = file('hondo.html', `<html><body>${'<div>'.repeat(100_000)}hola`);
    const started = performance.now();
    expect((await failureOf(path)).code).toBe('outOfMemory');
    expect(performance.now() - started).toBeLessThan(5000);
    expect((await failureOf(file('ancho.html', `<html><body>${'<b>x</b>'.repeat(400_000)}`))).code).toBe(
      'outOfMemory',
    );
  });

  test('markup inside scripts and comments does not count as depth', () => {
    const text = '<div>'.repeat(5000);
    expect(() => checkHtmlBounds(`<script>${text}</script><!-- ${text} --><p>hola`)).not.toThrow();
    expect(() => checkHtmlBounds(`<p>${text}`)).toThrow('outOfMemory');
  });

  test('nested Markdown does not exhaust the stack', async () => {
    for (const [i, text] of [
      '>'.repeat(100_000),
      '[('.repeat(50_000),
      `${'- '.repeat(20_000)}x`,
      '*_'.repeat(50_000),
    ].entries()) {
      const path = file(`hondo${i}.md`, text);
      const result = await parseFile(path).then(
        document => document.format,
        error => error.code,
      );
      expect(['markdown', 'outOfMemory']).toContain(result);
    }
  });
});

describe('names', () => {
  test.each([
    'año «ñandú» 北京 🙂.txt',
    '-rf.txt',
    'comilla \' y " y $(x).txt',
    ' espacios .txt',
    `${'l'.repeat(200)}.txt`,
    'MAYUS.TXT',
    '%2e%2e.txt',
    '#?.txt',
  ])('%s', async name => {
    expect((await parseFile(file(name, 'hola'))).pages[0]!.text).toBe('hola');
  });
});
