import type { ExportResources } from '../../electron/core/export/export-resources.ts';
import type { Block, Inline, ReferenceInline } from '../../shared/document/content.ts';
import type { ContentDocument } from '../../shared/document/content-document.ts';
import {
  cell,
  contentDocument,
  footnote,
  heading,
  paragraph,
  part,
  quote,
  table,
  text,
} from './pdf-content.ts';

/** A picture of 2 × 2 pixels, PNG. */
export const smallPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGMQU7PvkhFi+P//v7R9MQAczAT+RSSpNwAAAABJRU5ErkJggg==',
  'base64',
);

/** Resources that have the small picture, and nothing else. */
export const specimenResources: ExportResources = {
  image: id => (id === 'image-1' ? smallPng : null),
  original: () => null,
};

const reference = (targetId: string, words: string, alt = `Ir a ${words}`): ReferenceInline => ({
  kind: 'reference',
  text: words,
  targetId,
  alt,
});

const lines = (...inlines: Inline[]): Inline[] => inlines;

/** A document with every kind of block and inline, in Spanish with English passages, or the other way round. */
export function specimen(
  language: 'es' | 'en' = 'es',
  extra: Partial<ContentDocument> = {},
): ContentDocument {
  const english = language === 'en';
  const say = (es: string, en: string) => (english ? en : es);
  return contentDocument(
    [
      part('part-brief', say('Nota de síntesis', 'Steering brief'), briefBlocks(say), {
        number: '1',
        marking: say('RESERVADA', 'RESTRICTED'),
      }),
      part('part-points', say('Puntos de conversación', 'Talking points'), pointBlocks(say), {
        number: '2',
        layout: 'speaking',
      }),
      part('part-statement', say('Proyecto de declaración', 'Draft statement'), statementBlocks(say), {
        number: '3',
      }),
      part('part-sources', say('Fuentes', 'Sources'), sourceBlocks(), { number: '4' }),
    ],
    {
      language: english ? 'en-GB' : 'es-PE',
      cover: {
        id: 'part-cover',
        ministry: say('Ministerio de Relaciones Exteriores', 'Ministry of Foreign Affairs'),
        title: say('Diálogo de Alto Nivel Perú–Estados Unidos', 'Peru–United States High-Level Dialogue'),
        subtitle: say('Carpeta de la delegación', 'Folder of the delegation'),
        facts: [
          [say('Contraparte', 'Counterpart'), say('Estados Unidos', 'United States')],
          [say('Fecha', 'Date'), say('3 de febrero de 2026', '3 February 2026')],
          [say('Ejes', 'Axes'), say('Comercio\nSeguridad', 'Trade\nSecurity')],
        ],
        markingLine: say('RESERVADA', 'RESTRICTED'),
        controlLines: [say('Ejemplar 3 de 12', 'Copy 3 of 12')],
      },
      contentsTitle: say('Índice', 'Contents'),
      contentsId: 'part-contents',
      lists: {
        tables: say('Lista de cuadros', 'List of tables'),
        figures: say('Lista de figuras', 'List of figures'),
        names: say('Índice de nombres', 'Index of names'),
      },
      annexes: [
        {
          id: 'annex-1',
          number: say('Anexo 1', 'Annex 1'),
          title: 'Memorando de 2018',
          bound: 'pages',
          sourceId: 'source-1',
          language: 'es',
          banner: { text: 'CONFIDENCIAL', color: '#8a1c12' },
          blocks: [paragraph(say('Citado en la página 2.', 'Quoted on page 2.'))],
          quotes: [],
        },
      ],
      ...extra,
    },
  );
}

type Say = (es: string, en: string) => string;

function briefBlocks(say: Say): Block[] {
  return [
    paragraph(
      lines(
        text(say('La reunión sigue al ', 'The meeting follows the ')),
        text(say('diálogo de 2018', '2018 dialogue'), { marks: { strong: true } }),
        footnote(1, say('Acta de la reunión, «párrafo 4».', 'Minutes, “paragraph 4”.')),
        text(say(' con la ministra ', ' with minister ')),
        text('Ana Morales', { indexEntry: 'Morales, Ana', marks: { smallCaps: true } }),
        text('; '),
        text('quid pro quo', { language: 'la', marks: { em: true } }),
        text(say(', según ', ', see ')),
        reference('table-1', say('el cuadro 1, pág. {page}', 'table 1, p. {page}')),
        text(say(' y el sitio ', ' and the site ')),
        text('example.org', { link: { kind: 'url', href: 'https://example.org/?a=1&b=2' } }),
        text(' < & > "'),
        { kind: 'lineBreak' },
        text('N.º', { marks: { superscript: true, underline: true } }),
      ),
      { marking: '(R)' },
    ),
    heading('head-1', 2, say('Objetivos', 'Objectives')),
    paragraph(say('Nota menor.', 'A smaller note.'), { role: 'note', align: 'center' }),
    {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [
        [paragraph(say('Comercio', 'Trade'))],
        [
          paragraph(say('Seguridad', 'Security')),
          {
            kind: 'list',
            ordered: false,
            start: 1,
            items: [[paragraph(say('Fronteras', 'Borders'))], [paragraph(say('Datos', 'Data'))]],
          },
        ],
      ],
    },
    heading('head-2', 3, say('Compromisos', 'Commitments')),
    quote(
      'quote-1',
      say('Las partes acuerdan reunirse cada año.', 'Las partes acuerdan reunirse cada año.'),
      {
        marking: '(R)',
        seeAlso: [reference('point-1', say('punto 1', 'point 1'))],
        translation: {
          label: say('Traducción:', 'Translation:'),
          inlines: [text('The parties agree to meet every year.')],
          language: 'en',
        },
      },
    ),
    quote('quote-2', 'The parties would meet.', {
      language: 'en',
      state: 'changed',
      verificationLabel: say(
        'La fuente ya no dice estas palabras.',
        'The source no longer says these words.',
      ),
    }),
    { kind: 'blockquote', blocks: [paragraph(say('Dicho al pasar.', 'Said in passing.'))], language: 'es' },
    { kind: 'rule' },
    table(
      [
        [say('Eje', 'Axis'), say('Acuerdo', 'Agreement'), '2025'],
        [say('Comercio', 'Trade'), say('Aranceles', 'Tariffs'), '12,5'],
        [say('Seguridad', 'Security'), say('Fronteras', 'Borders'), '8'],
      ],
      {
        id: 'table-1',
        label: say('Cuadro 1', 'Table 1'),
        caption: lines(text(say('Compromisos abiertos', 'Open commitments')), {
          kind: 'footnote',
          id: 'note-9',
          number: 2,
          place: 'side',
          content: [text(say('Al margen.', 'In the margin.'))],
        }),
      },
    ),
    {
      kind: 'table',
      id: 'table-2',
      label: say('Cuadro 2', 'Table 2'),
      caption: [text(say('Cifras por año', 'Figures by year'))],
      orientation: 'landscape',
      columnWeights: [2, 1, 1],
      head: [
        [
          cell(say('País', 'Country'), { rowspan: 2 }),
          cell(say('Años', 'Years'), { colspan: 2, align: 'center' }),
        ],
        [cell('2024'), cell('2025')],
      ],
      rows: [
        [
          cell('Perú', { header: true, rowspan: 2 }),
          cell('1', { align: 'end' }),
          cell('2', { shade: 'tint' }),
        ],
        [cell('3', { shade: 'warning' }), cell('4', { shade: 'strong' })],
      ],
    },
    {
      kind: 'figure',
      id: 'figure-1',
      label: say('Figura 1', 'Figure 1'),
      caption: [text(say('Sede de la reunión', 'Venue of the meeting'))],
      alt: say('Fachada de Torre Tagle', 'Façade of Torre Tagle'),
      imageId: 'image-1',
      pixelWidth: 2,
      pixelHeight: 2,
      width: 0.4,
      placement: 'here',
    },
    {
      kind: 'chart',
      id: 'chart-1',
      label: say('Figura 2', 'Figure 2'),
      caption: [text(say('Exportaciones', 'Exports'))],
      alt: say('Las exportaciones suben de 10 a 14.', 'Exports rise from 10 to 14.'),
      width: 1,
      placement: 'float',
      chart: {
        kind: 'bar',
        unit: say('millones de USD', 'USD million'),
        categories: ['2023', '2024', '2025'],
        series: [
          { name: say('Cobre', 'Copper'), values: [10, 12.5, 14] },
          { name: say('Café', 'Coffee'), values: [3, null, 4] },
        ],
      },
    },
  ];
}

function pointBlocks(say: Say): Block[] {
  return [
    {
      kind: 'talkingPoint',
      id: 'point-1',
      number: '1',
      lead: say('Al canciller · 2 min', 'To the foreign minister · 2 min'),
      blocks: [
        paragraph(say('Proponer reunirse cada año.', 'Propose to meet every year.'), { role: 'large' }),
      ],
      evidence: [reference('quote-1', say('extracto, pág. {page}', 'quote, p. {page}'))],
    },
    {
      kind: 'talkingPoint',
      id: 'point-2',
      number: '2',
      lead: null,
      blocks: [paragraph(say('Agradecer la visita.', 'Thank for the visit.'), { role: 'large' })],
      evidence: [],
    },
  ];
}

function statementBlocks(say: Say): Block[] {
  const row = (es: string, en: string): [Block[], Block[]] => [[paragraph(es)], [paragraph(en)]];
  return [
    {
      kind: 'parallel',
      heads: ['Español', 'English'],
      languages: ['es', 'en'],
      rows: [
        row('Las partes se reunieron en Lima.', 'The parties met in Lima.'),
        row('Acordaron un calendario.', 'They agreed on a calendar.'),
      ],
    },
    { kind: 'pageBreak' },
    paragraph(say('محمد firma por la contraparte.', 'محمد signs for the counterpart.')),
  ];
}

function sourceBlocks(): Block[] {
  return [
    {
      kind: 'bibliographyEntry',
      id: 'bib-1',
      inlines: [text('Cancillería. '), text('Informe anual', { marks: { em: true } }), text('. 2018.')],
      url: 'https://example.org/informe',
      language: 'es',
    },
  ];
}
