import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { parseFile } from '../../../electron/core/ingest/parse-file.ts';
import type { ParsedDocument } from '../../../electron/core/ingest/parsed-document.ts';
import { makeDocx, makeFolder, writeTo } from './make-files.ts';

const folder = makeFolder();
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads a file with this content and name. */
function read(name: string, content: string | Uint8Array): Promise<ParsedDocument> {
  return parseFile(writeTo(folder, name, content));
}

/** The blocks of a flowing document as «kind level: text». */
function blocksOf({ pages }: ParsedDocument): string[] {
  const { text, layout } = pages[0]!;
  if (layout.kind !== 'flow') throw new Error('this document flows');
  return layout.blocks.map(({ kind, level, start, end }) => `${kind} ${level}: ${text.slice(start, end)}`);
}

describe('Word', () => {
  test('headings, paragraphs, lists and tables, with its properties', async () => {
    const document = await read('memo.docx', await makeDocx());
    expect(document.format).toBe('docx');
    expect(blocksOf(document)).toEqual([
      'heading 1: Objeto del memorando',
      'paragraph 0: Las Partes cooperarán en la firma.',
      'listItem 1: Primer punto de la lista',
      'listItem 2: Punto dentro del punto',
      'tableRow 0: Plazo | 2025',
    ]);
    expect(document.pages[0]!.text.split('\n')).toHaveLength(5);
    expect(document.metadata).toMatchObject({
      title: 'Memorando de entendimiento',
      authors: [{ literal: 'Ministerio de Relaciones Exteriores' }],
      language: 'es',
    });
    expect(document.metadata.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

const ARTICLE = `<!DOCTYPE html><html lang="es-BO"><head><title>Cancillería: noticia</title>
<meta name="citation_title" content="Bolivia y Perú firman acta"><meta name="citation_author" content="Quispe, Rosa">
<meta name="citation_author" content="Juan Pérez"><meta property="article:published_time" content="2024-11-05T10:00:00-04:00">
<meta property="og:site_name" content="Cancillería"><link rel="canonical" href="https://ejemplo.bo/acta"></head><body>
<nav><ul><li><a href="/">Inicio</a></li><li><a href="/x">Contacto</a></li></ul></nav>
<main><article><h1>Bolivia y Perú firman acta</h1>
${'<p>Las dos delegaciones se reunieron en La Paz, y acordaron, tras un largo diálogo, seguir con el mecanismo de consulta que las une.</p>'.repeat(4)}
<blockquote><p>Es un paso firme.</p></blockquote><h2>Compromisos</h2><ol><li>Abrir el puerto</li><li>Revisar<br>el plazo</li></ol>
<table><tr><th>Eje</th><th>Plazo</th></tr><tr><td><p>Salud</p></td><td>2026</td></tr></table><pre>línea  uno
línea dos</pre><script>var x = '<p>no</p>';</script></article></main><footer>Derechos reservados</footer></body></html>`;

describe('web pages', () => {
  test('the article with its structure, without the menu', async () => {
    const document = await read('acta.html', ARTICLE);
    const blocks = blocksOf(document);
    expect(blocks[0]).toBe('heading 1: Bolivia y Perú firman acta');
    expect(blocks.slice(5)).toEqual([
      'quote 1: Es un paso firme.',
      'heading 2: Compromisos',
      'listItem 1: Abrir el puerto',
      'listItem 1: Revisar',
      'listItem 1: el plazo',
      'tableRow 0: Eje | Plazo',
      'tableRow 0: Salud | 2026',
      'preformatted 0: línea uno',
      'preformatted 0: línea dos',
    ]);
    expect(document.pages[0]!.text).not.toMatch(/Contacto|var x/);
  });

  test('metadata', async () => {
    const { metadata } = await read('acta2.html', ARTICLE);
    expect(metadata).toEqual({
      title: 'Bolivia y Perú firman acta',
      authors: [
        { family: 'Quispe', given: 'Rosa' },
        { family: 'Pérez', given: 'Juan' },
      ],
      date: '2024-11-05',
      publisher: null,
      language: 'es',
      url: 'https://ejemplo.bo/acta',
      containerTitle: 'Cancillería',
    });
  });

  test('a page that is no article is read whole; its charset is honoured', async () => {
    const html = '<meta charset="iso-8859-1"><p>Año de la integración</p><p>Fin</p>';
    expect(blocksOf(await read('corto.html', Buffer.from(html, 'latin1')))).toEqual([
      'paragraph 0: Año de la integración',
      'paragraph 0: Fin',
    ]);
  });

  test('nothing of a page runs', async () => {
    const html =
      '<html><body><p onclick="x()">Hola</p><script>globalThis.intruso = 1</script><img src=x onerror="globalThis.intruso=1"></body></html>';
    await read('malo.html', html);
    expect('intruso' in globalThis).toBe(false);
  });
});

describe('plain text', () => {
  const words = 'La política exterior, según el año: «cooperación»';
  test.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${words}`)],
    ['UTF-16 LE with mark', Buffer.from(`\uFEFF${words}`, 'utf16le')],
    ['UTF-16 LE without mark', Buffer.from(words, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\uFEFF${words}`, 'utf16le').swap16()],
    ['ISO-8859-1', Buffer.from(words, 'latin1')],
  ])('%s', async (name, data) => {
    expect((await read(`${name}.txt`, data)).pages[0]!.text).toBe(words);
  });

  test('windows-1252 quotes and dashes', async () => {
    const data = Buffer.concat([
      Buffer.from('Se dijo ', 'latin1'),
      Buffer.from([0x93]),
      Buffer.from('sí', 'latin1'),
      Buffer.from([0x94, 0x20, 0x96, 0x20]),
      Buffer.from('ayer. El niño también acompañó.', 'latin1'),
    ]);
    const document = await read('ansi.txt', data);
    expect(document.pages[0]!.text).toBe('Se dijo “sí” – ayer. El niño también acompañó.');
    expect(document.warnings).toEqual([{ code: 'encodingGuessed', details: { encoding: 'windows-1252' } }]);
  });

  test('paragraphs wrapped by hand are joined, single lines are not', async () => {
    const wrapped =
      'Las Partes, reunidas en la ciudad de La Paz, convienen en la contri-\nbución siguiente, que se aplicará desde el primer día del mes que\nviene.\n\nLima\nQuito\nBogotá\n';
    expect((await read('carta.txt', wrapped)).pages[0]!.text).toBe(
      'Las Partes, reunidas en la ciudad de La Paz, convienen en la contribución siguiente, que se aplicará desde el primer día del mes que viene.\nLima\nQuito\nBogotá',
    );
  });
});

test('labelled lines at the top of a plain text are its metadata', async () => {
  const text =
    'NOTA\n\nTítulo: Bolivia y los Estados Unidos\nAutor: Dirección de América\nFecha: 9 de junio de 2026\n\nLas Partes de la reunión se vieron.';
  expect((await read('rotulos.txt', text)).metadata).toMatchObject({
    title: 'Bolivia y los Estados Unidos',
    authors: [{ literal: 'Dirección de América' }],
    date: '2026-06-09',
    language: 'es',
  });
});

test('the title of a plain text is its first line, when it is one', async () => {
  const titleOf = async (name: string, text: string) => (await read(name, text)).metadata.title;
  expect(await titleOf('t1.txt', 'Diálogos con Bolivia\n\nLas Partes se reunieron.')).toBe(
    'Diálogos con Bolivia',
  );
  expect(await titleOf('t2.txt', 'Las Partes se reunieron.\n\nOtra vez.')).toBe(null);
  expect(await titleOf('t3.txt', 'Una sola línea')).toBe(null);
});

describe('Markdown', () => {
  test('blocks and front matter', async () => {
    const text =
      '---\ntitle: "Nota de síntesis"\nauthor:\n  - Ruiz, Ana\n  - Embajada en Lima\ndate: 2024-03\nlang: es\n---\n\n# Nota\n\nUn **párrafo** con [enlace](http://x.y).\nSigue.\n\n> Cita\n\n- uno\n  - dos\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncódigo  x\n```\n<b>crudo</b>\n';
    const document = await read('nota.md', text);
    expect(blocksOf(document)).toEqual([
      'heading 1: Nota',
      'paragraph 0: Un párrafo con enlace. Sigue.',
      'quote 1: Cita',
      'listItem 1: uno',
      'listItem 2: dos',
      'tableRow 0: a | b',
      'tableRow 0: 1 | 2',
      'preformatted 0: código x',
      'paragraph 0: <b>crudo</b>',
    ]);
    expect(document.metadata).toMatchObject({
      title: 'Nota de síntesis',
      authors: [{ family: 'Ruiz', given: 'Ana' }, { literal: 'Embajada en Lima' }],
      date: '2024-03',
      language: 'es',
    });
  });
});
