import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../electron/core/export/build-document.ts';
import type {
  Block,
  HeadingBlock,
  Inline,
  ParagraphBlock,
  TableBlock,
} from '../../../shared/document/content.ts';
import type { ContentDocument } from '../../../shared/document/content-document.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';
import {
  cite,
  doc,
  excerpt,
  noteOf,
  para,
  quoteOf,
  section,
  snapshotOf,
  source,
  words,
} from '../../helpers/snapshot-builders.ts';

function plainText(inlines: Inline[]): string {
  return inlines.map(inline => ('text' in inline ? inline.text : '')).join('');
}

function entries(content: ContentDocument): string[] {
  return blocksOf(content, 'bibliographyEntry').map(block => plainText(block.inlines));
}

function blocksOf<K extends Block['kind']>(content: ContentDocument, kind: K): Extract<Block, { kind: K }>[] {
  const all = content.parts.flatMap(part => part.blocks);
  return all.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
}

function report(content: ContentDocument): string[][] {
  const table: TableBlock = blocksOf(content, 'table').at(-1)!;
  return table.rows.map(row =>
    row.map(({ blocks }) =>
      blocks.map(block => ('inlines' in block ? plainText(block.inlines) : '')).join(''),
    ),
  );
}

describe('buildDocument', () => {
  it('numbers the parts but cover and contents, and keeps their ids', () => {
    const content = buildDocument(
      snapshotOf([
        section('portada', 'cover', doc(para())),
        section('indice', 'contents', doc(para())),
        section('sintesis', 'steeringBrief', doc(para('Texto.'))),
        section('fuentes', 'sources', doc(para())),
      ]),
    );
    expect(content.cover?.id).toBe('portada');
    expect(content.contentsTitle).toBe('indice');
    expect(content.parts.map(part => [part.id, part.number])).toEqual([
      ['sintesis', '1'],
      ['fuentes', '2'],
    ]);
  });

  it('prints a second cover as a part, so that its text is not lost', () => {
    const cover = (id: string) => section(id, 'cover', doc(para(`Texto de ${id}.`)));
    const content = buildDocument(snapshotOf([cover('una'), cover('otra')]));
    expect([content.cover?.id, content.parts.map(part => part.id)]).toEqual(['una', ['otra']]);
  });

  it('quotes an excerpt with its printed and physical page, and links it to the bibliography', () => {
    const content = buildDocument(
      snapshotOf([section('a', 'topicBrief', doc(quoteOf('e'))), section('f', 'sources', doc(para()))], {
        excerpts: [excerpt('e', 's', 'Palabras exactas.')],
        sources: [source('s')],
      }),
    );
    const [quote] = blocksOf(content, 'quote');
    expect(plainText(quote!.inlines)).toBe('Palabras exactas.');
    expect(quote!.citation).toEqual([
      { kind: 'citation', text: '(Cancillería, 2018, p.\u00a0iv\u00a0[4])', targetId: 'source-s' },
    ]);
    expect(quote!.verificationLabel).toBeNull();
    expect(entries(content)).toEqual(['Cancillería (2018). Título de s.']);
  });

  it('cites no page of a source that has none, and leads nowhere where no bibliography is printed', () => {
    const content = buildDocument(
      snapshotOf([section('a', 'topicBrief', doc(quoteOf('e')))], {
        excerpts: [excerpt('e', 's', 'Palabras.')],
        sources: [source('s', { format: 'docx' })],
      }),
    );
    expect(blocksOf(content, 'quote')[0]!.citation).toEqual([
      { kind: 'citation', text: '(Cancillería, 2018)', targetId: null },
    ]);
  });

  it('tells apart sources that would be cited alike by letters, in citations and bibliography', () => {
    const content = buildDocument(
      snapshotOf(
        [
          section('a', 'topicBrief', doc(para('Véase ', cite('s2', '12'), ' y ', cite('s1', 'iv-vi')))),
          section('f', 'sources', doc(para())),
        ],
        {
          sources: [
            source('s1', { title: 'Acta' }),
            source('s2', { title: 'Balance' }),
            source('s3', { title: 'C' }),
          ],
        },
      ),
    );
    const [paragraph] = blocksOf(content, 'paragraph');
    expect(plainText(paragraph!.inlines)).toBe(
      'Véase (Cancillería, 2018b, p.\u00a012) y (Cancillería, 2018a, pp.\u00a0iv–vi)',
    );
    expect(entries(content)).toEqual(['Cancillería (2018a). Acta.', 'Cancillería (2018b). Balance.']);
  });

  it('writes the bibliography in the language of the dossier and leaves titles as they are', () => {
    const sources = [
      source('s', {
        title: 'The Lima Declaration of States',
        language: 'en',
        authors: [
          { family: 'De Zela', given: 'Hugo' },
          { family: 'Izquierdo', given: '' },
        ],
        issued: '2018-09-03',
        publisher: 'Congreso',
        containerTitle: 'Diario Oficial',
        url: 'https://example.org/a',
      }),
    ];
    const sections = [section('a', 'topicBrief', doc(para(cite('s')))), section('f', 'sources', doc(para()))];
    const spanish = buildDocument(snapshotOf(sections, { sources }));
    expect(entries(spanish)).toEqual([
      'De Zela, Hugo e Izquierdo (2018, 3 de septiembre). The Lima Declaration of States. En Diario Oficial. Congreso.',
    ]);
    expect(blocksOf(spanish, 'bibliographyEntry')[0]!.url).toBe('https://example.org/a');
    const english = buildDocument(snapshotOf(sections, { sources, dossier: { language: 'en' } }));
    expect(entries(english)[0]).toContain('De Zela, Hugo and Izquierdo (2018, 3 September). The Lima');
  });

  it('numbers footnotes through the dossier', () => {
    const content = buildDocument(
      snapshotOf([
        section('a', 'topicBrief', doc(para('Uno', noteOf('Primera.')))),
        section('b', 'topicBrief', doc(para('Dos', noteOf('Segunda.'), ' tres', noteOf('Tercera.')))),
      ]),
    );
    const notes = blocksOf(content, 'paragraph').flatMap(block =>
      block.inlines.filter(inline => inline.kind === 'footnote'),
    );
    expect(notes.map(note => [note.number, plainText(note.content)])).toEqual([
      [1, 'Primera.'],
      [2, 'Segunda.'],
      [3, 'Tercera.'],
    ]);
  });

  it('computes the banner from the highest marking of parts, paragraphs and quotes', () => {
    const marked = { type: 'paragraph', attrs: { marking: 'secreta' }, content: [words('Dato.')] };
    const dossier = { marking: { scheme: 'pe', level: 'reservada' } };
    const low = buildDocument(snapshotOf([section('a', 'topicBrief', doc(para('Dato.')))], { dossier }));
    expect(low.banner).toEqual({ text: 'RESERVADA', color: '#1f4e79' });
    const high = buildDocument(snapshotOf([section('a', 'topicBrief', doc(marked))], { dossier }));
    expect(high.banner).toEqual({ text: 'SECRETA', color: '#a61c1c' });
    expect(blocksOf(high, 'paragraph')[0]!.marking).toBe('(S)');
    const foreign = buildDocument(
      snapshotOf([section('a', 'topicBrief', doc(quoteOf('e')))], {
        dossier,
        excerpts: [excerpt('e', 's', 'Palabras.', { marking: { scheme: 'gb', level: 'official' } })],
        sources: [source('s')],
      }),
    );
    expect(foreign.banner?.text).toBe('RESERVADA · OFFICIAL');
    expect(buildDocument(snapshotOf([section('a', 'topicBrief', doc(para('x')))])).banner).toBeNull();
  });

  it('says on the page and in the report what moved, changed or is missing', () => {
    const verification = (status: 'moved' | 'changed') => ({
      excerptId: status,
      status,
      segments: [{ page: 6, start: 0, end: 1, exact: 'x', prefix: '', suffix: '' }],
      difference: null,
    });
    const content = buildDocument(
      snapshotOf(
        [
          section(
            'a',
            'topicBrief',
            doc(quoteOf('m'), quoteOf('c'), quoteOf('gone'), quoteOf('t'), quoteOf('m')),
          ),
          section('f', 'sources', doc(para())),
        ],
        {
          excerpts: [
            excerpt('m', 's', 'Movido.', { verification: verification('moved') }),
            excerpt('c', 's', 'Cambiado.', { verification: verification('changed') }),
            excerpt('t', 's', 'En la papelera.', { trashedAt: '2026-01-01T00:00:00.000Z' }),
          ],
          sources: [source('s')],
        },
      ),
    );
    const quotes = blocksOf(content, 'quote');
    expect(quotes.map(quote => quote.id)).toEqual(['m', 'c', 'm-2']);
    const missing = blocksOf(content, 'paragraph').filter(block => block.id?.match(/^(gone|t)$/));
    expect(missing.map(block => plainText(block.inlines))).toEqual(
      Array(2).fill('Aquí va un extracto que ya no está en la biblioteca.'),
    );
    expect(quotes[0]!.verificationLabel).toContain('página 7');
    expect(quotes[1]!.verificationLabel).toContain('ya no decía');
    expect(report(content).map(row => [row[0], row[1], row[4]])).toEqual([
      ['1', 'Movido.', 'Movido'],
      ['2', 'Cambiado.', 'Cambiado'],
      ['3', 'Este extracto ya no está en la biblioteca y no se imprimió.', 'Falta'],
      ['4', 'Este extracto ya no está en la biblioteca y no se imprimió.', 'Falta'],
      ['5', 'Movido.', 'Movido'],
    ]);
    expect(report(content)[0]!.slice(2)).toEqual([
      'Cancillería, 2018',
      'p.\u00a0iv\u00a0[4]',
      'Movido',
      'a1b2c3d4e5f6',
    ]);
  });

  it('skips no heading level, sets talking points large, repeats header rows', () => {
    const cellOf = (type: string, text: string) => ({ type, content: [para(text)] });
    const table = {
      type: 'table',
      attrs: { caption: 'Matriz' },
      content: [
        { type: 'table_row', content: [cellOf('table_header', 'N.º'), cellOf('table_header', 'Texto')] },
        { type: 'table_row', content: [cellOf('table_header', '1'), cellOf('table_cell', 'Uno')] },
      ],
    };
    const heading = { type: 'heading', attrs: { level: 3 }, content: [words('Hondo')] };
    const content = buildDocument(
      snapshotOf([section('a', 'talkingPoints', doc(heading, para('Señor:'), table))]),
    );
    const [point] = blocksOf(content, 'talkingPoint');
    const [title, line] = point!.blocks as [HeadingBlock, ParagraphBlock];
    const [built] = blocksOf(content, 'table');
    expect([title.level, line.role]).toEqual([2, 'large']);
    expect([built!.head.length, built!.rows.length]).toEqual([1, 1]);
    expect(built!.rows[0]![0]!.header).toBe(true);
    expect(built!.rows[0]![1]!.blocks[0]).toMatchObject({ role: 'body' });
  });

  it('bounds the spans of a library that came from elsewhere', () => {
    const cell = (colspan: number, rowspan: number) => ({
      type: 'table_cell',
      attrs: { colspan, rowspan, colwidth: null, shade: null },
      content: [para('Celda')],
    });
    const row = { type: 'table_row', content: [cell(2e9, 2e9), cell(-3, 1.5)] };
    const content = buildDocument(
      snapshotOf([section('a', 'custom', doc({ type: 'table', content: [row] }))]),
    );
    const [first, second] = blocksOf(content, 'table')[0]!.rows[0]!;
    expect([first!.colspan, first!.rowspan]).toEqual([200, 200]);
    expect([second!.colspan, second!.rowspan]).toEqual([undefined, undefined]);
  });

  it('states the meeting on the cover, leaving out what is empty', () => {
    const meeting = {
      mechanism: 'Gabinete',
      counterpart: 'Bolivia',
      level: '',
      place: 'Lima',
      date: '2026-05-14/2026-05-15',
      languages: ['es' as const, 'en' as const],
      axes: ['Comercio', 'Frontera'],
    };
    const content = buildDocument(
      snapshotOf([section('p', 'cover', doc(para('Nota para quien recibe.')))], { dossier: { meeting } }),
    );
    expect(content.cover!.facts).toEqual([
      ['Mecanismo', 'Gabinete'],
      ['Contraparte', 'Bolivia'],
      ['Fecha', '14 de mayo de 2026 – 15 de mayo de 2026'],
      ['Lugar', 'Lima'],
      ['Idiomas', 'español, inglés'],
      ['Ejes', '1. Comercio\n2. Frontera'],
    ]);
    expect(content.cover!.blocks!.length).toBe(1);
  });

  it('becomes a PDF whose parts are found by their ids', async () => {
    const content = buildDocument(
      snapshotOf(
        [
          section('portada', 'cover', doc(para('Nota.'))),
          section('indice', 'contents', doc(para('Lea primero la síntesis.'))),
          section('a', 'topicBrief', doc(quoteOf('e'))),
          section('f', 'sources', doc(para())),
        ],
        { excerpts: [excerpt('e', 's', 'Palabras exactas.')], sources: [source('s')] },
      ),
    );
    const pdf = await exportPdf(content, { themes: testThemes });
    expect(pdf.anchors).toMatchObject({ portada: 1, indice: 2, a: 3, e: 3, f: 4, 'source-s': 4 });
    const read = await readPdf(pdf.bytes);
    expect(read.texts[1]).toContain('Lea primero la síntesis.');
    expect(read.texts[2]).toContain('(Cancillería, 2018, p.\u00a0iv\u00a0[4])');
    expect(read.texts[3]).toContain('a1b2c3d4e5f6');
    await read.close();
  });
});
