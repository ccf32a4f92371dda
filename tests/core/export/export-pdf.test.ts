import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { createLayoutCache } from '../../../electron/core/export/export-pdf.ts';
import type { ContentDocument } from '../../../shared/document/content-document.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import {
  contentDocument,
  footnote,
  heading,
  paragraph,
  part,
  quote,
  table,
  text,
} from '../../helpers/pdf-content.ts';
import { flattenStructure, type ReadPdf, readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';

const LOREM =
  'Corresponde subrayar que la institucionalización del mecanismo depende de la periodicidad con la que se celebren sus sesiones y del seguimiento interinstitucional de los compromisos. ';

async function render(content: ContentDocument) {
  return exportPdf(content, { themes: testThemes });
}

async function withPdf<T>(content: ContentDocument, check: (pdf: ReadPdf) => Promise<T> | T): Promise<T> {
  const pdf = await readPdf((await render(content)).bytes);
  try {
    return await check(pdf);
  } finally {
    await pdf.close();
  }
}

/** What each page draws, as pdf.js's operators; the names of its fonts differ from one opening to the next. */
async function drawings(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList();
    pages.push(JSON.stringify([fnArray, argsArray]).replaceAll(/g_d\d+_f/g, 'f'));
  }
  await pdf.loadingTask.destroy();
  return pages;
}

function longPart(id: string, title: string, paragraphs: number) {
  const blocks = Array.from({ length: paragraphs }, () => paragraph(LOREM.repeat(3).trim()));
  return part(id, title, [heading(`${id}-a`, 2, `Antecedentes de ${title}`), ...blocks]);
}

describe('exportPdf', () => {
  it('prints the banner at the top and the foot of every page, and page n of m', () =>
    withPdf(contentDocument([longPart('a', 'Economía', 30), longPart('b', 'Seguridad', 20)]), pdf => {
      expect(pdf.pages.length).toBeGreaterThan(4);
      pdf.pages.forEach((items, index) => {
        const banners = items.filter(item => item.text === 'RESERVADO').map(item => item.y);
        expect(banners.length).toBe(2);
        expect(Math.max(...banners)).toBeGreaterThan(800);
        expect(Math.min(...banners)).toBeLessThan(40);
        expect(items.map(item => item.text)).toContain(`Página ${index + 1} de ${pdf.pages.length}`);
      });
    }));

  it('prints a long banner and copy line whole, smaller', async () => {
    const banner =
      'Reservada · Confidencial · Restreint UE/EU Restricted · Très secret UE/EU Top Secret · Secreto';
    const copyLine = `Ejemplar 3 de 12 · ${'Dirección General de América '.repeat(4)}`.trim();
    const content = contentDocument([part('a', 'Parte', [paragraph('x')])], {
      contentsTitle: null,
      banner: { text: banner, color: '#8a1c12' },
      copyLine,
    });
    const { bytes } = await exportPdf(content, { themes: testThemes });
    const pdf = await readPdf(bytes);
    expect(pdf.texts[0]!.split(banner.toUpperCase()).length - 1).toBe(2);
    expect(pdf.texts[0]).toContain(copyLine);
    for (const { x, width } of pdf.pages[0]!) expect(x + width).toBeLessThan(595 - 70);
    await pdf.close();
  });

  it('gives the contents the true page numbers, as links, and bookmarks and labels that agree', () =>
    withPdf(contentDocument([longPart('a', 'Economía', 30), longPart('b', 'Seguridad', 20)]), async pdf => {
      const page = await pdf.pageOf('b');
      expect(pdf.texts[page - 1]).toContain('Antecedentes de Seguridad');
      expect(pdf.texts[0]).toContain(`Seguridad ${page}`);
      expect(pdf.links[0]!.map(link => link.dest)).toEqual(['a', 'a-a', 'b', 'b-a']);
      expect(pdf.links[0]![2]!.contents).toBe(`Seguridad, página ${page}`);
      expect(pdf.outline).toEqual([
        { title: 'Economía', children: ['Antecedentes de Economía'] },
        { title: 'Seguridad', children: ['Antecedentes de Seguridad'] },
      ]);
      expect(pdf.labels).toEqual(pdf.pages.map((_, index) => String(index + 1)));
    }));

  it('reports the page of every part, heading and quote', async () => {
    const content = contentDocument([
      longPart('a', 'Economía', 30),
      part('b', 'Otra', [quote('q', 'Palabras.')]),
    ]);
    const result = await render(content);
    expect(result.anchors.a).toBe(2);
    expect(result.anchors.q).toBe(result.pageCount);
    expect(result.anchors['a-a']).toBe(2);
  });

  it('copies text whole: spaces at line ends, words divided by hyphens, addresses', () =>
    withPdf(contentDocument([longPart('a', 'Economía', 6)]), pdf => {
      const all = pdf.texts.join('');
      expect(all.split(LOREM.repeat(3).trim()).length - 1).toBe(6);
    }));

  it('tags headings in sequence, quotes, notes, lists, tables with scopes, and passages in other languages', () =>
    withPdf(
      contentDocument([
        part('a', 'Economía', [
          heading('h', 2, 'Uno'),
          paragraph([
            text('Véase '),
            text('accountability', { language: 'en' }),
            footnote(1, 'Nota al pie.'),
          ]),
          quote('q', 'The parties agreed.', { language: 'en' }),
          { kind: 'list', ordered: true, start: 3, items: [[paragraph('Punto.')]] },
          table([
            ['N.º', 'Compromiso'],
            ['1', ''],
          ]),
        ]),
      ]),
      pdf => {
        const elements = flattenStructure(pdf.structure[1]!);
        const roles = elements.map(element => element.role);
        expect(roles.filter(role => /^H\d$/.test(role))).toEqual(['H1', 'H2']);
        expect(roles).toEqual(
          expect.arrayContaining(['BlockQuote', 'Note', 'Reference', 'L', 'LI', 'Lbl', 'LBody']),
        );
        expect(roles.filter(role => role === 'TH').length).toBe(3);
        expect(roles.filter(role => role === 'TD').length).toBe(1);
        expect(elements.filter(element => element.lang === 'en').map(element => element.role)).toEqual([
          'Span',
          'BlockQuote',
        ]);
        expect(roles.indexOf('Note')).toBeLessThan(roles.indexOf('BlockQuote'));
      },
    ));

  it('leaves no content outside the structure or the artifacts, and no link without its element', () =>
    withPdf(
      contentDocument([
        longPart('a', 'Economía', 12),
        part('b', 'Otra', [
          table([['N.º', 'Texto'], ...Array.from({ length: 70 }, (_, i) => [String(i), LOREM])]),
          paragraph([text(LOREM), footnote(1, LOREM.repeat(40))]),
          quote('q', LOREM, { state: 'changed', verificationLabel: 'Cambió.', marking: '(R)' }),
          paragraph([text('gob.pe', { link: { kind: 'url', href: 'https://gob.pe/é' } })], {
            marking: '(R)',
          }),
        ]),
      ]),
      pdf => {
        pdf.marked.forEach(({ ids, untagged }, page) => {
          const owned = flattenStructure(pdf.structure[page]!).flatMap(element =>
            element.children.flatMap(kid => ('role' in kid ? [] : [kid])),
          );
          const content = owned.filter(kid => kid.type === 'content').map(kid => kid.id);
          expect(content.toSorted()).toEqual(ids.toSorted());
          expect(untagged.trim()).toBe('');
          expect(owned.filter(kid => kid.type === 'annotation').length).toBe(pdf.links[page]!.length);
          for (const link of pdf.links[page]!) expect(link.contents).not.toBe('');
        });
      },
    ));

  it('writes escaped, agreeing metadata that name PDF/A-2a and PDF/UA-1', () =>
    withPdf(
      contentDocument([part('a', 'Uno', [paragraph('Texto.')])], { title: 'Perú & «Chile» <2026>' }),
      pdf => {
        expect(pdf.info.Title).toBe('Perú & «Chile» <2026>');
        expect(pdf.xmp).toContain('Perú &amp; «Chile» &lt;2026&gt;');
        expect(pdf.xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
        expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
        expect(pdf.info.Author).toBe('Dirección General de América & Caribe');
        expect(pdf.language).toBe('es-PE');
      },
    ));

  it('gives the same bytes for the same content, from a cold start, from a cache and after another document', async () => {
    const content = () => contentDocument([longPart('a', 'Economía', 12), longPart('b', 'Seguridad', 3)]);
    const first = await render(content());
    await render(contentDocument([part('x', 'Ωmega', [paragraph('Жуков 123 %')])]));
    const cache = createLayoutCache();
    const options = { themes: testThemes, cache };
    await exportPdf(content(), { ...options, quick: true });
    const cached = await exportPdf(content(), options);
    expect(Buffer.compare(first.bytes, (await render(content())).bytes)).toBe(0);
    expect(Buffer.compare(first.bytes, cached.bytes)).toBe(0);
  });

  it('draws the very same pages for the live preview, without what is not seen', async () => {
    const link = heading('a-x', 2, 'Segundo');
    const content = contentDocument([
      longPart('a', 'Economía', 8),
      part('b', 'Actas', [link, quote('q', LOREM)]),
    ]);
    const whole = await render(content);
    const quick = await exportPdf(content, { themes: testThemes, quick: true });
    expect(quick.bytes.length).toBeLessThan(whole.bytes.length);
    expect(quick.anchors).toEqual(whole.anchors);
    expect(await drawings(quick.bytes)).toEqual(await drawings(whole.bytes));
  });

  it('lays out again only the chapter that changed', async () => {
    const cache = createLayoutCache();
    const options = { themes: testThemes, cache, quick: true };
    const parts = [longPart('a', 'Economía', 5), longPart('b', 'Seguridad', 5)];
    await exportPdf(contentDocument(parts), options);
    const set: string[] = [];
    const chapters = cache.chapters;
    const spy = {
      ...cache,
      chapters: {
        get: chapters.get,
        set: (key: string, value: Parameters<typeof chapters.set>[1]) => {
          set.push(key);
          chapters.set(key, value);
        },
      },
    };
    const changed = [parts[0]!, longPart('b', 'Seguridad', 6)];
    await exportPdf(contentDocument(changed), { ...options, cache: spy, quick: true });
    expect(set.length).toBe(1);
  });

  it('reports characters that no font has, shows «□», and still copies the character', async () => {
    const content = contentDocument([part('a', 'Uno', [paragraph('El ideograma 中 y el alfabeto Жα ✓.')])]);
    const result = await render(content);
    expect(result.missingGlyphs).toEqual(['中']);
    const pdf = await readPdf(result.bytes);
    expect(pdf.texts[1]).toContain('El ideograma □ y el alfabeto Жα ✓.');
    await pdf.close();
  });

  it('copies letters made of a base and a combining mark, and gives every code a character', () =>
    withPdf(
      contentDocument([part('a', 'Uno', [paragraph('El guaraní escribe g\u0303 en «mag\u0303ua».')])]),
      pdf => {
        expect(pdf.texts[1]).toContain('g\u0303 en «mag\u0303ua»');
      },
    ));

  it('stops when asked, between chapters, with a typed error', async () => {
    const stop = new AbortController();
    const parts = Array.from({ length: 5 }, (_, i) => longPart(`p${i}`, `Parte ${i}`, 5));
    const seen: number[] = [];
    const onProgress = (done: number) => {
      seen.push(done);
      if (done >= 2) stop.abort();
    };
    const run = exportPdf(contentDocument(parts), {
      themes: testThemes,
      signal: stop.signal,
      onProgress,
    });
    await expect(run).rejects.toMatchObject({ name: 'ExportError', code: 'cancelled' });
    expect(seen.filter(done => done >= 2).length).toBe(1);
  });

  it('passes qpdf --check', async ({ skip }) => {
    const folder = mkdtempSync(join(tmpdir(), 'valija-pdf-'));
    const path = join(folder, 'a.pdf');
    const content = contentDocument([
      longPart('a', 'Economía', 20),
      part('b', 'B', [quote('q', 'Palabras.')]),
    ]);
    writeFileSync(path, (await render(content)).bytes);
    if (!hasProgram('qpdf')) skip('qpdf is not on this machine');
    const output = execFileSync('qpdf', ['--check', path], { encoding: 'utf8' });
    expect(output).toContain('No syntax or stream encoding errors');
  });
});

function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
