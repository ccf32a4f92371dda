import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { getDocument, PermissionFlag } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { exportPdf } from '../../../electron/core/export/export-pdf.ts';
import type { PdfProtection } from '../../../electron/core/export/export-resources.ts';
import type { ContentDocument } from '../../../shared/document/content-document.ts';
import { checkPdf } from '../../check-pdf/check-pdf.ts';
import { contentDocument, paragraph, part, text } from '../../helpers/pdf-content.ts';
import { readAttachments } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';
import { PATIENCE, tried } from '../../helpers/property-runs.ts';

const content = contentDocument(
  [
    part('a', 'Economía & comercio', [
      paragraph([
        text('Un pasaje secreto con '),
        text('un enlace', { link: { kind: 'url', href: 'https://ejemplo.org/' } }),
      ]),
    ]),
  ],
  {
    attachments: [
      { sourceId: 's', fileName: 'Acta.txt', mediaType: 'text/plain', description: 'Acta del año' },
    ],
  },
);
const original = Buffer.from('Texto del acta, muy secreto.');
const ALL = { print: true, copy: true };

async function protect(password: string, permissions = ALL, document: ContentDocument = content) {
  const protection: PdfProtection = { password, permissions };
  const resources = { image: () => null, original: () => original };
  return exportPdf(document, { themes: testThemes, protection, resources });
}

async function openWith(bytes: Uint8Array, password: string) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), password, verbosity: 0 }).promise;
  const page = await pdf.getPage(2);
  const words = (await page.getTextContent()).items.map(item => ('str' in item ? item.str : '')).join(' ');
  const read = {
    words,
    title: (await pdf.getMetadata()).info as { Title?: string },
    permissions: (await pdf.getPermissions()) ?? [],
    links: (await page.getAnnotations()).map(each => each.url as string),
    attached: await readAttachments(pdf),
  };
  await pdf.loadingTask.destroy();
  return read;
}

describe('a protected PDF', () => {
  it('opens with its password in pdf.js: text, title, links and attached files', async () => {
    const { bytes } = await protect('contraseña');
    const read = await openWith(bytes, 'contraseña');
    expect(read.words).toContain('Un pasaje secreto');
    expect(read.title.Title).toBe('Diálogo de Alto Nivel Perú–Estados Unidos');
    expect(read.links).toEqual(['https://ejemplo.org/']);
    expect(read.attached).toEqual({ 'Acta.txt': original.toString() });
    await expect(openWith(bytes, 'otra')).rejects.toMatchObject({ name: 'PasswordException' });
    await expect(openWith(bytes, '')).rejects.toMatchObject({ name: 'PasswordException' });
  });

  it('passes every condition but those of archives, claims none, and says why', async () => {
    const { bytes, standards, notices } = await protect('clave');
    const { findings, readable } = await checkPdf(bytes, { password: 'clave' });
    expect(readable).toBe(true);
    expect(findings).toEqual([]);
    expect(standards).toEqual(['PDF/UA-1']);
    expect(notices).toEqual([{ code: 'protectedNotArchival', details: {} }]);
    expect((await checkPdf(bytes)).readable).toBe(false);
  });

  it('leaves no word of its content, title or attachments in the open', async () => {
    const { bytes } = await protect('clave');
    const raw = Buffer.from(bytes).toString('latin1');
    for (const word of ['secreto', 'Alto Nivel', 'Acta', 'ejemplo.org', 'xpacket'])
      expect(raw).not.toContain(word);
  });

  it('is another file every time, in its identifier too', async () => {
    const [one, two] = [await protect('clave'), await protect('clave')];
    const id = (bytes: Uint8Array) => /\/ID ?\[<(\w+)>/.exec(Buffer.from(bytes).toString('latin1'))![1];
    expect(id(one.bytes)).not.toBe(id(two.bytes));
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(false);
  });

  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('lets people print: %s, copy: %s, and assistive technology always', async (print, copy) => {
    const { bytes } = await protect('clave', { print, copy });
    const { permissions } = await openWith(bytes, 'clave');
    const allowed = new Set<number>(permissions);
    const has = (flag: number) => allowed.has(flag);
    expect(has(PermissionFlag.PRINT)).toBe(print);
    expect(has(PermissionFlag.PRINT_HIGH_QUALITY)).toBe(print);
    expect(has(PermissionFlag.COPY)).toBe(copy);
    expect(has(PermissionFlag.COPY_FOR_ACCESSIBILITY)).toBe(true);
    const forbidden = [PermissionFlag.MODIFY_CONTENTS, PermissionFlag.MODIFY_ANNOTATIONS];
    for (const flag of [...forbidden, PermissionFlag.FILL_INTERACTIVE_FORMS, PermissionFlag.ASSEMBLE])
      expect(has(flag)).toBe(false);
  });

  it('opens with any password that SASLprep allows, in pdf.js and pdf-lib', {
    timeout: PATIENCE,
  }, async () => {
    const small = contentDocument([part('a', 'Uno', [paragraph('Un pasaje secreto.')])]);
    const latin = [...'abcdefghijklmnñopqrstuvwxyzABCÁÉÍÓÚü0123456789 .,;:¡!¿?-_#€漢字жд'];
    const password = fc.oneof(
      fc.string({ unit: fc.constantFrom(...latin), minLength: 1, maxLength: 140 }),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(password, async typed => {
        const { bytes } = await protect(typed, ALL, small);
        expect((await openWith(bytes, typed.normalize('NFKC'))).words).toContain('Un pasaje secreto');
        const document = await PDFDocument.load(bytes, { password: typed.normalize('NFKC') });
        expect(document.getPageCount()).toBe(2);
        const other = PDFDocument.load(bytes, { password: `x${typed}` });
        await expect(other).rejects.toThrow();
      }),
      tried(40),
    );
  });

  it('takes a password however its accents are written, and no more of it than 127 bytes', async () => {
    const { bytes } = await protect('ma\u00f1ana\u00a0\u00ad');
    expect((await openWith(bytes, 'man\u0303ana '.normalize('NFC'))).words).toContain('secreto');
    const long = 'ñ'.repeat(63);
    const cut = await protect(`${long}ñ y más`);
    expect((await openWith(cut.bytes, `${long}ñ y otra cosa`)).words).toContain('secreto');
    await expect(openWith(cut.bytes, long)).rejects.toMatchObject({ name: 'PasswordException' });
  });

  it.each([
    ['a control', 'a\u0007b'],
    ['half a character', 'a\ud800'],
    ['nothing that counts', '\u00ad'],
    ['two directions', 'a\u05d0'],
  ])('refuses a password with %s', async (_, password) => {
    await expect(protect(password)).rejects.toMatchObject({ name: 'ExportError', code: 'passwordUnusable' });
  });

  it.each(['qpdf', 'pdfinfo'])('opens in %s', async program => {
    const folder = mkdtempSync(join(tmpdir(), 'valija-protected-'));
    try {
      const path = join(folder, 'a.pdf');
      for (const password of ['clave', 'contraseña larga con eñes', '漢字', 'x'.repeat(32)]) {
        writeFileSync(path, (await protect(password)).bytes);
        const args =
          program === 'qpdf' ? [`--password=${password}`, '--check', path] : ['-upw', password, path];
        const said = runIfPresent(program, args);
        if (said === null) return;
        expect(said).toMatch(
          program === 'qpdf' ? /No syntax or stream encoding errors/ : /algorithm:AES-256/,
        );
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** What a program prints, null where it is not on the machine. */
function runIfPresent(program: string, args: string[]): string | null {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
