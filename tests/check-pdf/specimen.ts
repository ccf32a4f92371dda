import { exportPdf } from '../../electron/core/export/export-pdf.ts';
import type { Block } from '../../shared/document/content.ts';
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
} from '../helpers/pdf-content.ts';
import { testThemes } from '../helpers/pdf-setting.ts';

/** A document with every kind of block, in one language with passages in the other. */
export function specimenDocument(language: 'es' | 'en'): ContentDocument {
  const other = language === 'es' ? 'en' : 'es';
  return contentDocument(
    [
      part('a', 'Economía & comercio', [...prose(other), ...tables()], { number: '1', marking: '(R)' }),
      part('b', 'Background', [
        heading('b1', 2, 'Uno'),
        heading('b2', 3, 'Dos'),
        heading('b3', 4, 'Tres'),
        ...sources(other),
      ]),
    ],
    {
      language: language === 'es' ? 'es-PE' : 'en-GB',
      cover: {
        id: 'cover',
        ministry: 'Ministerio de Relaciones Exteriores',
        title: 'Diálogo de Alto Nivel',
        subtitle: 'Carpeta',
        facts: [
          ['Fecha', '2 de enero de 2026'],
          ['Lugar', 'Lima\nPerú'],
        ],
        markingLine: 'Reservado',
        controlLines: ['Ejemplar 3 de 12'],
        blocks: [paragraph('Texto de la portada.')],
      },
      contentsBlocks: [paragraph('Antes del índice.')],
    },
  );
}

/** The specimen as a PDF. */
export async function specimenPdf(language: 'es' | 'en'): Promise<Uint8Array> {
  return (await exportPdf(specimenDocument(language), { themes: testThemes })).bytes;
}

function prose(other: string): Block[] {
  return [
    heading('a1', 2, 'Antecedentes'),
    paragraph([
      text('El acuerdo institucionaliza la periodicidad'),
      footnote(1, 'Nota al pie, con un enlace.'),
      text(' y remite a '),
      text('una página', { link: { kind: 'url', href: 'https://ejemplo.org/á?x=1&y=2' } }),
      text(', a '),
      text('otra parte', { link: { kind: 'anchor', id: 'b' } }),
      { kind: 'lineBreak' },
      text(' and a passage in another language', { language: other, marks: { em: true } }),
      text(' con VERSALITAS', { marks: { smallCaps: true, underline: true } }),
      text(' y «₿», «☃» o «漢» fuera de la letra, n.'),
      text('o', { marks: { superscript: true } }),
    ]),
    paragraph('Texto grande para leer.', { role: 'large', marking: '(R)' }),
    paragraph('Entradilla', { role: 'lead', align: 'center' }),
    paragraph('Advertencia.', { role: 'note', align: 'end', language: other }),
    { kind: 'list', ordered: true, start: 3, items: [[paragraph('Tres')], [paragraph('Cuatro'), nested()]] },
    quote('q1', 'Las partes se comprometen. '.repeat(30).trim(), { marking: '(R)' }),
    quote('q2', 'The Parties shall meet.', {
      language: 'en',
      translation: { label: 'Traducción', inlines: [text('Las Partes se reunirán.')], language: 'es' },
      state: 'moved',
      verificationLabel: 'movido',
    }),
    { kind: 'blockquote', blocks: [paragraph('Un pasaje.'), paragraph('Otro pasaje.')], language: other },
    { kind: 'rule' },
    { kind: 'pageBreak' },
  ];
}

function nested(): Block {
  return { kind: 'list', ordered: false, start: 1, items: [[paragraph('Uno')], [paragraph('Dos')]] };
}

function tables(): Block[] {
  const rows = Array.from({ length: 24 }, (_, i) => [
    `C-${i}`,
    'Texto del compromiso. '.repeat(3),
    'En curso',
  ]);
  return [
    table([['Número', 'Compromiso', 'Estado'], ...rows], { caption: [text('Compromisos')] }),
    {
      kind: 'table',
      caption: null,
      head: [
        [cell('Eje', { rowspan: 2 }), cell('Cifras', { colspan: 2 })],
        [cell('2024'), cell('2025')],
      ],
      rows: [
        [cell('Comercio', { header: true, rowspan: 2 }), cell('1'), cell('')],
        [cell('3'), cell('4', { align: 'end' })],
      ],
    },
    {
      kind: 'table',
      caption: null,
      head: [],
      rows: [
        [cell('a'), cell('b')],
        [cell('c'), cell('d')],
      ],
    },
  ];
}

function sources(other: string): Block[] {
  return [
    {
      kind: 'parallel',
      heads: ['Español', 'English'],
      languages: ['es', 'en'],
      rows: [
        [[paragraph('Las Partes.')], [paragraph('The Parties.')]],
        [[paragraph('Se reunirán.')], [paragraph('Shall meet.')]],
      ],
    },
    {
      kind: 'bibliographyEntry',
      id: 'bib-1',
      inlines: [text('Cancillería (2018). '), text('Memoria', { marks: { em: true } })],
      url: 'https://www.gob.pe/rree',
      language: other,
    },
    { kind: 'bibliographyEntry', id: 'bib-2', inlines: [text('Sin dirección.')], url: null },
  ];
}
