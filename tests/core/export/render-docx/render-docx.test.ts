import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../../../electron/core/export/render-docx/render-docx.ts';
import type { FootnoteInline } from '../../../../shared/document/content.ts';
import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import { findDisorder, findFaults } from '../../../helpers/docx-order.ts';
import { contentDocument, pageSetup, paragraph, part, table, text } from '../../../helpers/pdf-content.ts';
import { testThemes } from '../../../helpers/pdf-setting.ts';
import {
  find,
  findAll,
  type ReadDocx,
  readDocx,
  styleOf,
  wordsOf,
  type XmlNode,
} from '../../../helpers/read-docx.ts';
import { specimen, specimenResources } from '../../../helpers/specimen-content.ts';

function render(content: ContentDocument, comments = true): Promise<Uint8Array> {
  return renderDocx(content, { resources: specimenResources, themes: testThemes, comments });
}

const paragraphsOf = (node: XmlNode) => findAll(node, 'w:p');
const fieldsOf = (node: XmlNode) => findAll(node, 'w:instrText').map(each => each.text.trim());

describe('a Word file', () => {
  let bytes: Uint8Array;
  let docx: ReadDocx;
  let body: XmlNode;
  beforeAll(async () => {
    bytes = await render(specimen());
    docx = await readDocx(bytes);
    body = docx.part('word/document.xml');
  });

  it('has every part well-formed and in the order of the schema', () => {
    const parts = docx.paths.filter(path => path.startsWith('word/') && path.endsWith('.xml'));
    expect(parts).toEqual(
      expect.arrayContaining(['word/document.xml', 'word/styles.xml', 'word/footnotes.xml']),
    );
    for (const path of parts) expect([path, findDisorder(docx.part(path))]).toEqual([path, []]);
    expect(findFaults(body)).toEqual([]);
  });

  it('gives the same bytes twice, with no time but the document’s own', async () => {
    expect(Buffer.compare(bytes, await render(specimen()))).toBe(0);
    const marked = specimen('en', { watermark: 'Copy 3', theme: 'large-print' });
    expect(Buffer.compare(await render(marked), await render(marked))).toBe(0);
    expect(new Set(docx.dates.map(date => date.getFullYear()))).toEqual(new Set([1980]));
    const core = docx.part('docProps/core.xml');
    expect(find(core, 'dcterms:created')!.text).toBe('2026-01-02T00:00:00Z');
    expect(find(core, 'dcterms:modified')!.text).toBe('2026-01-02T00:00:00Z');
    expect(find(core, 'dc:title')!.text).toBe('Diálogo de Alto Nivel Perú–Estados Unidos');
  });

  it('escapes the signs that have a meaning in entries of the index (ECMA-376-1, 17.16.5.79)', async () => {
    const name = text('Ley', { indexEntry: 'Ley: «A\\B» "C"' });
    const read = await readDocx(await render(contentDocument([part('a', 'Parte', [paragraph([name])])])));
    expect(fieldsOf(read.part('word/document.xml'))).toContain('XE "Ley\\: «A\\\\B» \\"C\\""');
  });

  it('indexes the names of a note where it is called', async () => {
    const note: FootnoteInline = {
      kind: 'footnote',
      id: 'n',
      number: 1,
      place: 'foot',
      content: [text('Véase '), text('Rosas', { indexEntry: 'Rosas, Ana' })],
    };
    const names = { tables: null, figures: null, names: 'Índice de nombres' };
    const parts = [part('a', 'Parte', [paragraph([text('Dicho'), note])])];
    const read = await readDocx(await render(contentDocument(parts, { lists: names })));
    const body = read.part('word/document.xml');
    expect(fieldsOf(body)).toContain('XE "Rosas, Ana"');
    expect(paragraphsOf(body).filter(each => styleOf(each) === 'Index1')).toHaveLength(1);
    expect(fieldsOf(read.part('word/footnotes.xml'))).toEqual([]);
  });

  it('uses styles that Word knows by their ids', () => {
    const byStyle = (style: string) =>
      paragraphsOf(body)
        .filter(each => styleOf(each) === style)
        .map(wordsOf);
    expect(byStyle('Title')).toEqual(['Diálogo de Alto Nivel Perú–Estados Unidos']);
    expect(byStyle('Heading1')).toEqual([
      '1 Nota de síntesis',
      '2 Puntos de conversación',
      '3 Proyecto de declaración',
      '4 Fuentes',
      'Anexo 1. Memorando de 2018',
    ]);
    expect(byStyle('Heading2')).toEqual(['Objetivos']);
    expect(byStyle('Heading3')).toEqual(['Compromisos']);
    expect(byStyle('Caption')).toHaveLength(4);
    const defined = findAll(docx.part('word/styles.xml'), 'w:style').map(
      each => each.attributes['w:styleId'],
    );
    const used = paragraphsOf(body).map(styleOf).filter(Boolean);
    for (const style of used) expect(defined).toContain(style);
  });

  it('lists contents, tables and figures in fields that are filled and ask for nothing', () => {
    const fields = fieldsOf(body);
    expect(fields).toContain('TOC \\o "1-3" \\h \\z \\u');
    expect(fields).toContain('TOC \\h \\z \\c "Cuadro"');
    expect(fields).toContain('TOC \\h \\z \\c "Figura"');
    expect(fields).toContain('INDEX \\e "  " \\c "1"');
    expect(fields).toContain('XE "Morales, Ana"');
    const lines = paragraphsOf(body)
      .filter(each => /^TOC\d$/.test(styleOf(each)))
      .map(wordsOf);
    expect(lines.map(line => line.replace(/\d+$/, ''))).toEqual([
      '1 Nota de síntesis',
      'Objetivos',
      'Compromisos',
      '2 Puntos de conversación',
      '3 Proyecto de declaración',
      '4 Fuentes',
      'Anexo 1. Memorando de ',
    ]);
    for (const line of lines) expect(line).toMatch(/\d$/);
    expect(docx.raw('word/document.xml')).not.toContain('w:dirty');
    expect(docx.raw('word/settings.xml')).not.toContain('updateFields');
  });

  it('counts captions and follows references with fields', () => {
    const fields = fieldsOf(body);
    expect(fields.filter(each => each.startsWith('SEQ'))).toEqual([
      'SEQ Cuadro \\* ARABIC',
      'SEQ Cuadro \\* ARABIC',
      'SEQ Figura \\* ARABIC',
      'SEQ Figura \\* ARABIC',
    ]);
    const bookmarks = findAll(body, 'w:bookmarkStart').map(each => each.attributes['w:name']);
    const targets = fields.flatMap(each => /^(?:PAGEREF|REF) (\w+)/.exec(each)?.[1] ?? []);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(bookmarks).toContain(target);
    for (const link of findAll(body, 'w:hyperlink')) {
      const anchor = link.attributes['w:anchor'];
      if (anchor) expect(bookmarks).toContain(anchor);
    }
  });

  it('has real notes, called once each', () => {
    const calls = findAll(body, 'w:footnoteReference').map(each => each.attributes['w:id']);
    const notes = findAll(docx.part('word/footnotes.xml'), 'w:footnote').filter(
      each => !each.attributes['w:type'],
    );
    expect(notes.map(each => each.attributes['w:id'])).toEqual(calls);
    expect(notes.map(each => wordsOf(each).trim())).toEqual([
      'Acta de la reunión, «párrafo 4».',
      'Al margen.',
    ]);
    expect(notes.every(each => styleOf(find(each, 'w:p')!) === 'FootnoteText')).toBe(true);
  });

  it('has real lists that count from where the content does', () => {
    const items = paragraphsOf(body).filter(each => find(each, 'w:numPr'));
    expect(items.map(wordsOf)).toEqual(['Comercio', 'Seguridad', 'Fronteras', 'Datos']);
    const [first, , nested] = items.map(each => find(each, 'w:numPr')!);
    expect(find(nested!, 'w:ilvl')!.attributes['w:val']).toBe('1');
    const numbering = docx.part('word/numbering.xml');
    const id = find(first!, 'w:numId')!.attributes['w:val'];
    const number = findAll(numbering, 'w:num').find(each => each.attributes['w:numId'] === id)!;
    const abstractId = find(number, 'w:abstractNumId')!.attributes['w:val'];
    const definition = findAll(numbering, 'w:abstractNum').find(
      each => each.attributes['w:abstractNumId'] === abstractId,
    )!;
    expect(find(definition, 'w:start')!.attributes['w:val']).toBe('3');
  });

  it('repeats the heads of tables, keeps rows whole, spans and shades', () => {
    const [first, second] = findAll(body, 'w:tbl').filter(each => find(each, 'w:tblHeader'));
    expect(findAll(first!, 'w:tblHeader')).toHaveLength(1);
    expect(findAll(first!, 'w:cantSplit')).toHaveLength(3);
    expect(findAll(second!, 'w:tblHeader')).toHaveLength(2);
    expect(findAll(second!, 'w:gridSpan').map(each => each.attributes['w:val'])).toEqual(['2']);
    expect(findAll(second!, 'w:vMerge').map(each => each.attributes['w:val'])).toEqual([
      'restart',
      'continue',
      'restart',
      'continue',
    ]);
    const fills = findAll(second!, 'w:tcPr').flatMap(each => find(each, 'w:shd')?.attributes['w:fill'] ?? []);
    expect(fills).toEqual(expect.arrayContaining(['FBE9E7', 'D5DCE6']));
  });

  it('turns the paper for a wide table, and back', () => {
    const turned = findAll(body, 'w:sectPr').map(
      each => find(each, 'w:pgSz')!.attributes['w:orient'] === 'landscape',
    );
    expect(turned).toEqual([false, true, false]);
  });

  it('bears the marking, the copy and the page on every page', () => {
    const heads = docx.paths.filter(path => /word\/header\d/.test(path));
    const feet = docx.paths.filter(path => /word\/footer\d/.test(path));
    expect(heads.length).toBe(3);
    for (const path of heads) expect(wordsOf(docx.part(path))).toBe('Reservado');
    for (const path of feet) {
      expect(fieldsOf(docx.part(path))).toEqual(['PAGE', 'NUMPAGES']);
      expect(wordsOf(docx.part(path))).toMatch(/^Ejemplar 3 de 12 · ViceministroPágina \d+ de \d+Reservado$/);
    }
  });

  it('says the language of each run that is in another', () => {
    const runs = findAll(body, 'w:r').filter(each => find(each, 'w:lang'));
    const said = new Map(runs.map(each => [wordsOf(each), find(each, 'w:lang')!.attributes['w:val']]));
    expect(said.get('quid pro quo')).toBe('la');
    expect(said.get('The parties agree to meet every year.')).toBe('en');
    expect(said.get('They agreed on a calendar.')).toBe('en');
    const defaults = find(docx.part('word/styles.xml'), 'w:rPrDefault')!;
    expect(find(defaults, 'w:lang')!.attributes['w:val']).toBe('es-PE');
  });

  it('shows pictures and draws charts of Word’s own, both with words in their place', () => {
    const drawings = findAll(body, 'wp:docPr');
    expect(drawings.map(each => each.attributes.descr)).toEqual([
      'Fachada de Torre Tagle',
      'Las exportaciones suben de 10 a 14.',
    ]);
    expect(new Set(drawings.map(each => each.attributes.id)).size).toBe(2);
    expect(docx.paths.filter(path => path.startsWith('word/media/'))).toHaveLength(1);
    const chart = docx.part('word/charts/chart1.xml');
    expect(findAll(chart, 'c:v').map(each => each.text)).toEqual(
      expect.arrayContaining(['12.5', '14', 'Cobre']),
    );
  });

  it('comments each quote with its source and its state', () => {
    const comments = findAll(docx.part('word/comments.xml'), 'w:comment');
    expect(comments.map(wordsOf)).toEqual([
      'Fuente: (Cancillería, 2018, p. iv [4])Verificado: las palabras son las de la fuente.',
      'Fuente: (Cancillería, 2018, p. iv [4])La fuente ya no dice estas palabras.',
    ]);
    const called = findAll(body, 'w:commentReference').map(each => each.attributes['w:id']);
    expect(called).toEqual(comments.map(each => each.attributes['w:id']));
  });

  it('has no comment where none may leave', async () => {
    const silent = await readDocx(await render(specimen(), false));
    expect(findAll(silent.part('word/document.xml'), 'w:commentReference')).toEqual([]);
    for (const path of silent.paths.filter(each => each.endsWith('.xml'))) {
      expect(silent.raw(path)).not.toContain('Verificado');
    }
  });

  it('is read by another program with all its words, notes, lists and pictures', async () => {
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(messages.filter(each => each.type === 'error')).toEqual([]);
    expect(value).toMatch(/<h1>.*1 Nota de síntesis<\/h1>/);
    expect(value).toContain('Las partes acuerdan reunirse cada año.');
    expect(value).toContain('Acta de la reunión, «párrafo 4».');
    expect(value).toMatch(/<ol><li>Comercio<\/li><li>Seguridad<ul><li>Fronteras<\/li>/);
    expect(value).toContain('<img alt="Fachada de Torre Tagle"');
  });

  it('mirrors the margins of what is printed on both sides', async () => {
    const duplex = await readDocx(await render(specimen('es', { page: { ...pageSetup, duplex: true } })));
    expect(find(duplex.part('word/settings.xml'), 'w:mirrorMargins')).toBeDefined();
    expect(findDisorder(duplex.part('word/settings.xml'))).toEqual([]);
    expect(find(docx.part('word/settings.xml'), 'w:mirrorMargins')).toBeUndefined();
  });

  it('hangs the watermark on every page, behind the text', async () => {
    const marked = await readDocx(await render(specimen('es', { watermark: 'Ejemplar 3' })));
    const heads = marked.paths.filter(path => /word\/header\d/.test(path));
    for (const path of heads) {
      const texts = findAll(marked.part(path), 'v:textpath').map(each => each.attributes.string);
      expect(texts.filter(Boolean)).toEqual(['Ejemplar 3']);
    }
    expect(docx.raw('word/header1.xml')).not.toContain('v:textpath');
  });

  it('begins a page for each speaking point but the first', () => {
    const leads = paragraphsOf(body).filter(each => styleOf(each) === 'PointLead');
    expect(leads.map(each => find(each, 'w:pageBreakBefore') !== undefined)).toEqual([false, true]);
  });

  it('turns a table of many columns that nobody said to', async () => {
    const wide = table([
      Array.from({ length: 9 }, (_, i) => `C${i}`),
      Array.from({ length: 9 }, (_, i) => `${i}`),
    ]);
    const turned = await readDocx(await render(contentDocument([part('p', 'P', [wide])])));
    const sizes = findAll(turned.part('word/document.xml'), 'w:pgSz');
    expect(sizes.map(each => each.attributes['w:orient'])).toEqual(['portrait', 'landscape']);
  });

  it('stops when it is told to', async () => {
    const options = { resources: specimenResources, themes: testThemes, comments: false };
    const stopped = renderDocx(specimen(), { ...options, signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('names fonts and what to take for them, and carries none', () => {
    const fonts = findAll(docx.part('word/fontTable.xml'), 'w:font');
    expect(
      fonts.map(each => [each.attributes['w:name'], find(each, 'w:altName')!.attributes['w:val']]),
    ).toEqual([
      ['Source Serif 4', 'Cambria'],
      ['Source Sans 3', 'Calibri'],
    ]);
    expect(docx.paths.some(path => /font.*\.(odttf|ttf)$/.test(path))).toBe(false);
  });

  it('keeps what would be markup or instructions as words', async () => {
    const words = '</w:t> & "x" \\ {PAGE} \u0000';
    const odd = await readDocx(await render(contentDocument([part('p', words, [paragraph(words)])])));
    expect(wordsOf(odd.part('word/document.xml'))).toContain('</w:t> & "x" \\ {PAGE} ');
  });
});
