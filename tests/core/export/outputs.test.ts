import { describe, expect, it } from 'vitest';
import {
  buildDocument,
  buildOutput,
  folderRequest,
  type OutputRequest,
} from '../../../electron/core/export/build-document.ts';
import type {
  Block,
  Inline,
  QuoteBlock,
  ReferenceInline,
  TalkingPointBlock,
} from '../../../shared/document/content.ts';
import type { ContentDocument } from '../../../shared/document/content-document.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';
import {
  cite,
  doc,
  excerpt,
  para,
  quoteOf,
  section,
  snapshotOf,
  source,
  words,
} from '../../helpers/snapshot-builders.ts';
import {
  chartOf,
  figureOf,
  headingOf,
  listOf,
  marked,
  parallelOf,
  pointOf,
  referTo,
  tableOf,
} from '../../helpers/text-nodes.ts';

const request = (changes: Partial<OutputRequest>): OutputRequest => ({ ...folderRequest, ...changes });
const preset = (changes: Partial<OutputRequest['preset']>) => ({
  preset: { ...folderRequest.preset, ...changes },
});

function textOf(inlines: Inline[]): string {
  return inlines.map(inline => ('text' in inline ? inline.text : '')).join('');
}

function blocksOf<K extends Block['kind']>(content: ContentDocument, kind: K): Extract<Block, { kind: K }>[] {
  const all = content.parts.flatMap(part => part.blocks);
  return all.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
}

function wordsOf(blocks: Block[]): string[] {
  return blocks.flatMap(block => {
    if ('inlines' in block) return [textOf(block.inlines)];
    if (block.kind === 'list') return block.items.flatMap(wordsOf);
    return block.kind === 'talkingPoint' ? wordsOf(block.blocks) : [];
  });
}

/** A dossier with a brief, points that rest on its quotes, and the lists that follow. */
function dialogue() {
  return snapshotOf(
    [
      section('portada', 'cover', doc(para())),
      section('indice', 'contents', doc(para())),
      section('sintesis', 'steeringBrief', doc(para('Por qué ahora.'))),
      section(
        'objetivos',
        'objectives',
        doc(headingOf('Propios'), para('Firmar la declaración.'), headingOf('Ajenos'), para('Ganar tiempo.')),
      ),
      section('ficha', 'topicBrief', doc(headingOf('Antecedentes'), quoteOf('e1'))),
      section(
        'puntos',
        'talkingPoints',
        doc(
          headingOf('Comercio'),
          pointOf(
            [para('El comercio crece ', cite('s2', '3'), '.'), listOf('Diez por ciento.'), quoteOf('e1')],
            {
              addressee: 'Canciller',
              minutes: 2,
            },
          ),
          pointOf([para('Reunirse en julio.'), para('Es urgente.'), quoteOf('e2')]),
        ),
      ),
      section('preguntas', 'defensiveQa', doc(headingOf('¿Por qué tarde?'), para('Faltaba un dictamen.'))),
      section('fuentes', 'sources', doc(para())),
    ],
    {
      excerpts: [
        excerpt('e1', 's1', 'Creció diez por ciento.'),
        excerpt('e2', 's2', 'Se reunirán en julio.'),
      ],
      sources: [source('s1', { issued: '2018' }), source('s2', { issued: '2019' })],
    },
  );
}

describe('the folder', () => {
  it('sets points to make as speaking pages that lead to their evidence, and the evidence back', () => {
    const content = buildDocument(dialogue());
    expect(content.parts.map(part => [part.id, part.number, part.layout])).toEqual([
      ['sintesis', '1', 'flow'],
      ['objetivos', '2', 'flow'],
      ['ficha', '3', 'flow'],
      ['puntos', '4', 'speaking'],
      ['preguntas', '5', 'flow'],
      ['fuentes', '6', 'flow'],
    ]);
    const [trade, july] = blocksOf(content, 'talkingPoint') as [TalkingPointBlock, TalkingPointBlock];
    expect([trade.number, trade.lead, wordsOf(trade.blocks)]).toEqual([
      '1',
      'Canciller ·\u00a02\u00a0min',
      ['Comercio', 'El comercio crece.', 'Diez por ciento.'],
    ]);
    expect(trade.evidence).toMatchObject([
      {
        kind: 'reference',
        text: 'Cancillería, 2019, p.\u00a03 · véase p.\u00a0{page}',
        targetId: 'source-s2',
      },
      {
        kind: 'reference',
        text: 'Cancillería, 2018, p.\u00a0iv\u00a0[4] · véase p.\u00a0{page}',
        targetId: 'e1',
      },
    ]);
    expect([july.number, july.lead]).toEqual(['2', null]);
    expect(july.evidence).toMatchObject([{ targetId: 'source-s2' }]);
    const [quote] = blocksOf(content, 'quote') as [QuoteBlock];
    expect(quote.seeAlso).toEqual([
      {
        kind: 'reference',
        text: 'punto 1, p.\u00a0{page}',
        targetId: trade.id,
        alt: 'Ir al punto 1, que se apoya en este extracto',
      },
    ]);
  });

  it('verifies quotes that only a point rests on, and warns on the page of those that changed', () => {
    const verification = { excerptId: 'e', status: 'changed' as const, segments: null, difference: null };
    const content = buildDocument(
      snapshotOf(
        [
          section('p', 'talkingPoints', doc(pointOf([para('Uno.'), quoteOf('e'), quoteOf('ida')]))),
          section('f', 'sources', doc(para())),
        ],
        { excerpts: [excerpt('e', 's', 'Palabras.', { verification })], sources: [source('s')] },
      ),
    );
    const [point] = blocksOf(content, 'talkingPoint') as [TalkingPointBlock];
    expect(wordsOf(point.blocks)).toEqual([
      'Uno.',
      'Al verificar, la fuente ya no decía estas palabras.',
      'Aquí va un extracto que ya no está en la biblioteca.',
    ]);
    const table = blocksOf(content, 'table').at(-1)!;
    expect(table.rows.map(row => wordsOf(row[4]!.blocks))).toEqual([['Cambiado'], ['Falta']]);
  });

  it('numbers tables and figures through all parts, and refers to what comes later', () => {
    const content = buildDocument(
      snapshotOf(
        [
          section(
            'a',
            'topicBrief',
            doc(
              para(
                referTo('t2'),
                '; ',
                referTo('t2', 'page'),
                '; ',
                referTo('t2', 'title'),
                '; ',
                referTo('h1'),
              ),
              para(referTo('f1'), '; ', referTo('b'), '; ', referTo('b', 'title'), '; ', referTo('nada')),
              tableOf('', [
                ['Sin', 'número'],
                ['1', '2'],
              ]),
              tableOf('Uno', [['A'], ['1']]),
            ),
          ),
          section(
            'b',
            'topicBrief',
            doc(
              headingOf('Un {page} título', 1, 'h1'),
              tableOf('Dos', [['A'], ['1']], { id: 't2', orientation: 'landscape' }),
              figureOf('foto', 'Foto', { id: 'f1', alt: 'Un puente', width: 50, placement: 'float' }),
              chartOf('Datos', ['2024', '2025']),
              figureOf('perdida', 'Otra'),
            ),
          ),
        ],
        {
          images: {
            foto: { fileName: 'foto.jpg', pixelWidth: 800, pixelHeight: 600, profileDropped: false },
          },
        },
      ),
    );
    const [first, second] = blocksOf(content, 'paragraph');
    expect(textOf(first!.inlines)).toBe('Cuadro 2; página {page}; «Dos»; «Un { page } título»');
    expect(textOf(second!.inlines)).toBe('Figura 1; parte 2; «b»; otro documento');
    expect(first!.inlines[0]).toEqual({
      kind: 'reference',
      text: 'Cuadro 2',
      targetId: 't2',
      alt: 'Ir a: cuadro 2',
    });
    expect(second!.inlines.at(-1)).toEqual({ kind: 'text', text: 'otro documento' });
    expect(blocksOf(content, 'table').map(table => [table.label, table.orientation])).toEqual([
      [undefined, undefined],
      ['Cuadro 1', undefined],
      ['Cuadro 2', 'landscape'],
    ]);
    expect(blocksOf(content, 'figure')).toMatchObject([
      { id: 'f1', label: 'Figura 1', alt: 'Un puente', width: 0.5, placement: 'float', pixelWidth: 800 },
    ]);
    expect(blocksOf(content, 'chart')).toMatchObject([{ label: 'Figura 2', width: 1, placement: 'here' }]);
    expect(textOf(blocksOf(content, 'paragraph').at(-1)!.inlines)).toBe(
      'Aquí va una imagen que ya no está en la biblioteca. Otra',
    );
    expect(content.lists).toEqual({ tables: 'Índice de cuadros', figures: 'Índice de figuras', names: null });
  });

  it('gives every place an anchor of its own, whatever ids a text brings', () => {
    const table = tableOf('Uno', [['A'], ['1']], { id: 'b' });
    const content = buildDocument(
      snapshotOf([
        section('a', 'topicBrief', doc(headingOf('T', 1, 'note-1'), table, table, para(referTo('b')))),
        section('b', 'topicBrief', doc(para('x'))),
      ]),
    );
    const anchors = content.parts.flatMap(part => [
      part.id,
      ...part.blocks.flatMap(block => ('id' in block && block.id ? [block.id] : [])),
    ]);
    expect(anchors).toEqual(['a', 'note-1-2', 'b-2', 'b-3', 'b']);
    expect(blocksOf(content, 'paragraph')[0]!.inlines).toMatchObject([{ text: 'Parte 2', targetId: 'b' }]);
  });

  it('keeps languages, names for the index, shades, side notes and parallel texts', () => {
    const cell = { type: 'table_cell', attrs: { shade: 'warning' }, content: [para('1')] };
    const note = { type: 'footnote', attrs: { place: 'side' }, content: [words('Al margen.')] };
    const content = buildDocument(
      snapshotOf([
        section(
          'a',
          'jointStatement',
          doc(
            para(
              marked('Evo', 'index_entry', { entry: 'Morales, Evo' }),
              marked('today', 'language', { language: 'en-gb' }),
              marked('hoy', 'language', { language: 'es' }),
              note,
            ),
            { type: 'table', content: [{ type: 'table_row', content: [cell] }] },
            parallelOf(['Uno.', para(marked('One.', 'language', { language: 'en' }))], ['Dos.', 'Two.']),
          ),
        ),
      ]),
    );
    expect(blocksOf(content, 'paragraph')[0]!.inlines).toEqual([
      { kind: 'text', text: 'Evo', indexEntry: 'Morales, Evo' },
      { kind: 'text', text: 'today', language: 'en-GB' },
      { kind: 'text', text: 'hoy' },
      {
        kind: 'footnote',
        id: 'note-1',
        number: 1,
        place: 'side',
        content: [{ kind: 'text', text: 'Al margen.' }],
      },
    ]);
    expect(content.lists.names).toBe('Índice de nombres');
    const [parallel] = blocksOf(content, 'parallel');
    expect([parallel!.heads, parallel!.languages]).toEqual([
      ['Español', 'English'],
      ['es', 'en'],
    ]);
    expect(parallel!.rows.map(row => row.map(wordsOf))).toEqual([
      [['Uno.'], ['One.']],
      [['Dos.'], ['Two.']],
    ]);
    const [table] = blocksOf(content, 'table');
    expect(table!.rows[0]![0]!.shade).toBe('warning');
  });

  it('takes theme, paper and binding from the preset', () => {
    const bound = preset({ theme: 'modern-sans', binding: 'duplex', rightHandParts: true, dividers: true });
    const content = buildDocument(dialogue(), request(bound));
    expect([content.theme, content.page]).toEqual([
      'modern-sans',
      { size: 'A4', duplex: true, booklet: false, rightHandParts: true, dividers: true },
    ]);
    const booklet = buildDocument(dialogue(), request(preset({ binding: 'booklet' }))).page;
    expect([booklet.size, booklet.duplex, booklet.booklet]).toEqual(['A5', true, true]);
    const plain = buildDocument(dialogue(), request(preset({ lists: false, nameIndex: false })));
    expect(plain.lists).toEqual({ tables: null, figures: null, names: null });
  });
});

describe('what is printed apart from the folder', () => {
  const folderPages = { e1: 34, 'source-s2': 40 };

  it('has the points and the difficult questions as speaking pages, with the pages of the folder', () => {
    const content = buildDocument(dialogue(), request({ kind: 'speakingPages', folderPages }));
    expect(content.parts.map(part => [part.id, part.number, part.layout])).toEqual([
      ['puntos', null, 'speaking'],
      ['preguntas', null, 'speaking'],
    ]);
    const [trade, july] = blocksOf(content, 'talkingPoint');
    expect(trade!.evidence).toEqual([
      { kind: 'text', text: 'Cancillería, 2019, p.\u00a03 · carpeta, p.\u00a040' },
      { kind: 'text', text: 'Cancillería, 2018, p.\u00a0iv\u00a0[4] · carpeta, p.\u00a034' },
    ]);
    expect(july!.evidence).toEqual([
      { kind: 'text', text: 'Cancillería, 2019, p.\u00a0iv\u00a0[4] · carpeta, p.\u00a040' },
    ]);
    expect(wordsOf(content.parts[1]!.blocks)).toEqual(['¿Por qué tarde?', 'Faltaba un dictamen.']);
    expect([content.cover, content.contentsTitle, content.annexes]).toEqual([null, null, []]);
    expect(content.title).toBe('Diálogo: páginas para hablar');
  });

  it('names what stands in the folder by its number there', () => {
    const snapshot = snapshotOf([
      section(
        'a',
        'topicBrief',
        doc(tableOf('Uno', [['A'], ['1']]), tableOf('Dos', [['A'], ['1']], { id: 't' })),
      ),
      section(
        'p',
        'talkingPoints',
        doc(pointOf([para(referTo('t'), '; ', referTo('t', 'page'), '; ', referTo('x'))])),
      ),
    ]);
    const print = (pages?: Record<string, number>) =>
      wordsOf(
        buildDocument(snapshot, request({ kind: 'speakingPages', folderPages: pages })).parts[0]!.blocks,
      );
    expect(print({ t: 7 })).toEqual([
      'Cuadro 2 (carpeta, p.\u00a07); página 7 de la carpeta; otro documento',
    ]);
    expect(print()).toEqual(['Cuadro 2 de la carpeta; cuadro 2 de la carpeta; otro documento']);
  });

  it('has the short form of the points on pocket cards', () => {
    const content = buildDocument(dialogue(), request({ kind: 'pocketCards', folderPages }));
    expect([content.page.size, content.parts.map(part => part.layout)]).toEqual(['A6', ['card']]);
    expect(
      blocksOf(content, 'talkingPoint').map(point => [wordsOf(point.blocks), point.evidence.length]),
    ).toEqual([
      [['Comercio', 'El comercio crece.'], 2],
      [['Reunirse en julio.'], 1],
    ]);
  });

  it('says on one page what is sought and at most six points', () => {
    const snapshot = dialogue();
    const many = Array.from({ length: 8 }, (_, i) => `Punto ${i + 1}.`);
    snapshot.sections.push(section('mas', 'talkingPoints', doc(listOf(...many))));
    snapshot.dossier.meeting = { ...snapshot.dossier.meeting, counterpart: 'Bolivia', place: 'Lima' };
    const content = buildDocument(snapshot, request({ kind: 'onePageBrief', folderPages }));
    expect(content.parts).toMatchObject([{ number: null, title: 'Diálogo', layout: 'onePage' }]);
    expect(wordsOf(content.parts[0]!.blocks)).toEqual([
      'Contraparte: Bolivia · Lugar: Lima',
      'Objetivo',
      'Firmar la declaración.',
      'Puntos principales',
      'Comercio. El comercio crece.',
      'Reunirse en julio.',
      'Punto 1.',
      'Punto 2.',
      'Punto 3.',
      'Punto 4.',
    ]);
    expect(blocksOf(content, 'talkingPoint').map(point => point.number)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
  });

  it('prints the steering brief alone, on one page', () => {
    const content = buildDocument(dialogue(), request({ kind: 'steeringBrief' }));
    expect(content.parts.map(part => [part.id, part.layout])).toEqual([['sintesis', 'onePage']]);
  });

  it('takes the points of other parts where no part is made for them', () => {
    const snapshot = snapshotOf([
      section('a', 'topicBrief', doc(para('Antes.'), headingOf('Puente'), pointOf([para('Abrirlo.')]))),
      section('b', 'topicBrief', doc(para('Nada.'))),
    ]);
    const content = buildDocument(snapshot, request({ kind: 'speakingPages' }));
    expect(content.parts.map(part => [part.id, wordsOf(part.blocks)])).toEqual([
      ['a', ['Puente', 'Abrirlo.']],
    ]);
  });

  it.each([
    ['speakingPages', ['topicBrief']],
    ['pocketCards', ['topicBrief']],
    ['onePageBrief', ['topicBrief']],
    ['steeringBrief', ['topicBrief']],
    ['handOver', ['cover', 'sources', 'contents']],
    ['share', ['cover', 'topicBrief']],
    ['folder', []],
  ] as const)('says that %s of nothing is empty', (kind, kinds) => {
    const snapshot = snapshotOf(
      kinds.map(each =>
        section(each, each, doc(para('Texto.')), {
          disclosure: each === 'topicBrief' ? 'internal' : 'handOver',
        }),
      ),
    );
    for (const part of snapshot.sections) if (part.kind === 'sources') part.text = doc(para());
    expect(buildOutput(snapshot, request({ kind })).empty).toBe(true);
    expect(
      buildOutput(dialogue(), request({ kind: kind === 'handOver' || kind === 'share' ? 'folder' : kind }))
        .empty,
    ).toBe(false);
  });
});

describe('points written as plain text', () => {
  const points = (...content: Parameters<typeof doc>) =>
    blocksOf(buildDocument(snapshotOf([section('p', 'talkingPoints', doc(...content))])), 'talkingPoint').map(
      point => wordsOf(point.blocks),
    );

  it('are the items of a list, with all that is in them', () => {
    expect(points(para('Señor Ministro:'), listOf('Uno.', [para('Dos.'), listOf('Dos bis.')]))).toEqual([
      ['Uno.'],
      ['Dos.', 'Dos bis.'],
    ]);
  });

  it('are what stands under each of the highest headings', () => {
    const deeper = headingOf('Detalle', 3);
    expect(
      points(
        headingOf('A', 2),
        para('Uno.'),
        deeper,
        listOf('Dos.'),
        headingOf('B', 2),
        { type: 'page_break' },
        para('Tres.'),
      ),
    ).toEqual([
      ['A', 'Uno.', 'Detalle', 'Dos.'],
      ['B', 'Tres.'],
    ]);
  });

  it('bear their number on their title, unless it was numbered by hand', () => {
    const text = doc(headingOf('Comercio'), para('Uno.'), headingOf('2. Frontera'), para('Dos.'));
    const titles = blocksOf(
      buildDocument(snapshotOf([section('p', 'talkingPoints', text)])),
      'talkingPoint',
    ).map(point => [point.number, point.blocks[0]]);
    expect(titles).toMatchObject([
      [null, { kind: 'heading', number: '1' }],
      [null, { kind: 'heading', number: null }],
    ]);
  });

  it('stay as they are where they are neither', () => {
    const content = buildDocument(
      snapshotOf([section('p', 'talkingPoints', doc(para('Uno.'), para('Dos.')))]),
    );
    expect(wordsOf(content.parts[0]!.blocks)).toEqual(['Uno.', 'Dos.']);
  });
});

describe('numbered copies', () => {
  const copy = { number: 3, of: 12, recipient: { name: 'Ana Pérez', office: 'Embajada en La Paz' } };

  it('are told apart on the cover, on every page and across it', () => {
    const content = buildDocument(dialogue(), request({ copy }));
    expect(content.cover!.controlLines).toEqual([
      'Ejemplar 3 de 12',
      'Destinatario: Ana Pérez',
      'Oficina: Embajada en La Paz',
    ]);
    expect([content.copyLine, content.watermark]).toEqual(['Ejemplar 3 de 12 · Ana Pérez', 'Ana Pérez']);
    const open = buildDocument(dialogue());
    expect([open.cover!.controlLines, open.copyLine, open.watermark]).toEqual([[], null, null]);
  });

  it('leave room for what the marking demands', () => {
    const snapshot = dialogue();
    snapshot.dossier.marking = { scheme: 'x', level: 'alto' };
    const requires = ['registrationNumber', 'copyNumber', 'declassifyOn'] as const;
    const level = {
      id: 'alto',
      label: { es: 'Alto', en: 'High' },
      abbreviation: 'A',
      rank: 1,
      color: '#a61c1c',
    };
    const schemes = [
      { id: 'x', name: { es: 'X', en: 'X' }, levels: [{ ...level, requires: [...requires] }] },
    ];
    const lines = (one: OutputRequest) =>
      buildDocument({ ...snapshot, markingSchemes: schemes }, one).cover!.controlLines.map(
        line => line.split(/[_:]/)[0],
      );
    expect(lines(request({}))).toEqual(['Ejemplar n.º ', 'N.º de registro', 'Desclasificar el']);
    expect(lines(request({ copy }))).toEqual([
      'Ejemplar 3 de 12',
      'Destinatario',
      'Oficina',
      'N.º de registro',
      'Desclasificar el',
    ]);
  });
});

describe('originals that go with the dossier', () => {
  const boxes = [{ x: 10, y: 20, width: 30, height: 12 }];
  function annexed() {
    const snapshot = dialogue();
    snapshot.sections.splice(-1, 0, section('anexos', 'annexes', doc(para())));
    const segments = [{ page: 3, start: 0, end: 5, exact: 'x', prefix: '', suffix: '' }];
    for (const each of Object.values(snapshot.excerpts)) each.segments = segments;
    return { ...snapshot, places: { e1: [{ page: 3, boxes }] } };
  }

  it('are numbered as they are quoted, with their own marking, their quotes and links both ways', () => {
    const snapshot = annexed();
    snapshot.sources.s1!.marking = { scheme: 'pe', level: 'secreta' };
    const content = buildDocument(snapshot, request(preset({ annexes: 'merged' })));
    expect(
      content.annexes.map(({ id, number, sourceId, banner }) => [id, number, sourceId, banner?.text]),
    ).toEqual([
      ['annex-s1', 'A1', 's1', 'SECRETA'],
      ['annex-s2', 'A2', 's2', undefined],
    ]);
    expect(content.banner).toBeNull();
    const [july] = blocksOf(content, 'talkingPoint').slice(1);
    expect(content.annexes.map(annex => annex.quotes)).toEqual([
      [{ quoteId: 'e1', page: 3, boxes }],
      [{ quoteId: july!.id, page: 3, boxes: [] }],
    ]);
    const [quote] = blocksOf(content, 'quote') as [QuoteBlock];
    expect(quote.seeAlso!.map(each => [each.text, each.targetId])).toContainEqual([
      'anexo A1, p.\u00a0{page}',
      'annex-s1-p4',
    ]);
    expect(july!.evidence).toMatchObject([{ targetId: 'annex-s2-p4' }]);
    const sheet = content.annexes[0]!.blocks;
    expect(wordsOf(sheet)).toContain(
      '«Creció diez por ciento.» p.\u00a0iv\u00a0[4]. Se cita en la p.\u00a0{page}.',
    );
    const list = content.parts.find(part => part.id === 'anexos')!.blocks;
    expect(wordsOf(list)[1]).toBe('A1. Título de s1, p.\u00a0{page}');
    expect(content.attachments).toEqual([]);
  });

  it('are carried inside the file under names that no system takes for a folder', () => {
    const snapshot = annexed();
    snapshot.sources.s1!.fileName = '../a/b.pdf';
    const content = buildDocument(
      snapshot,
      request(preset({ annexes: 'attached', annexSourceIds: ['s2', 's1', 'x'] })),
    );
    expect(content.attachments.map(({ fileName, sourceId }) => [fileName, sourceId])).toEqual([
      ['A1 s2.pdf', 's2'],
      ['A2 .._a_b.pdf', 's1'],
    ]);
    expect([content.annexes, blocksOf(content, 'quote')[0]!.seeAlso!.length]).toEqual([[], 1]);
  });

  it('are not announced where they cannot be bound in', () => {
    const snapshot = annexed();
    snapshot.sources.s1!.format = 'docx';
    const built = buildOutput(
      snapshot,
      request({ ...preset({ annexes: 'merged' }), unusableOriginals: ['s2'] }),
    );
    expect([built.tooLong, built.document.annexes]).toEqual([['Título de s1'], []]);
    expect(
      buildDocument(snapshot, request({ kind: 'speakingPages', ...preset({ annexes: 'merged' }) })).annexes,
    ).toEqual([]);
  });

  it('leave the delegation only with a part «Anexos» that does, and only those quoted in what goes', () => {
    const snapshot = annexed();
    const kind = 'share';
    for (const part of snapshot.sections) if (part.kind === 'topicBrief') part.disclosure = 'share';
    const all = preset({ annexes: 'merged', annexSourceIds: ['s1', 's2'] });
    expect(buildDocument(snapshot, request({ kind, ...all })).annexes).toEqual([]);
    for (const part of snapshot.sections) if (part.kind === 'annexes') part.disclosure = 'share';
    const shared = buildDocument(snapshot, request({ kind, ...all }));
    expect(shared.annexes.map(annex => annex.sourceId)).toEqual(['s1']);
    for (const part of snapshot.sections) if (part.kind !== 'annexes') part.disclosure = 'internal';
    expect(buildOutput(snapshot, request({ kind: 'share', ...all })).empty).toBe(true);
  });
});

it('prints every output as a sound PDF; points and evidence lead to each other', async () => {
  const folder = await exportPdf(buildDocument(dialogue()), { themes: testThemes });
  const read = await readPdf(folder.bytes);
  const spoken = read.links[folder.anchors['puntos-p1']! - 1]!.map(link => link.dest);
  const quoted = read.links[folder.anchors.e1! - 1]!.map(link => link.dest);
  expect([spoken, quoted]).toEqual([expect.arrayContaining(['e1']), expect.arrayContaining(['puntos-p1'])]);
  await read.close();
  for (const kind of ['speakingPages', 'pocketCards', 'onePageBrief', 'steeringBrief'] as const) {
    const content = buildDocument(dialogue(), request({ kind, folderPages: folder.anchors }));
    const pdf = await exportPdf(content, { themes: testThemes });
    expect(pdf.pageCount).toBeGreaterThan(0);
  }
}, 60_000);

it('says with each reference where it leads', () => {
  const content = buildDocument(dialogue());
  const references = blocksOf(content, 'talkingPoint').flatMap(point => point.evidence) as ReferenceInline[];
  expect(references.map(reference => reference.alt)).toEqual([
    'Ir al sustento: Cancillería, 2019, p.\u00a03',
    'Ir al sustento: Cancillería, 2018, p.\u00a0iv\u00a0[4]',
    'Ir al sustento: Cancillería, 2019, p.\u00a0iv\u00a0[4]',
  ]);
});
