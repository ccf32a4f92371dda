import type {
  Block,
  Inline,
  ParagraphBlock,
  QuoteBlock,
  TableBlock,
  TableCell,
} from '../../shared/document/content.ts';
import type { ContentDocument, ContentPart, PageSetup } from '../../shared/document/content-document.ts';

/** A run of text. */
export function text(value: string, extra: Partial<Extract<Inline, { kind: 'text' }>> = {}): Inline {
  return { kind: 'text', text: value, ...extra };
}

/** A footnote call with its note. */
export function footnote(number: number, value: string): Inline {
  return { kind: 'footnote', id: `note-${number}`, number, content: [text(value)] };
}

/** A body paragraph from a text or from inlines. */
export function paragraph(value: string | Inline[], extra: Partial<ParagraphBlock> = {}): ParagraphBlock {
  const inlines = typeof value === 'string' ? [text(value)] : value;
  return { kind: 'paragraph', role: 'body', inlines, marking: null, ...extra };
}

/** A heading below the part's title. */
export function heading(id: string, level: 2 | 3 | 4, title: string): Block {
  return { kind: 'heading', id, level, number: null, inlines: [text(title)] };
}

/** A verified excerpt with its citation. */
export function quote(id: string, value: string, extra: Partial<QuoteBlock> = {}): QuoteBlock {
  return {
    kind: 'quote',
    id,
    inlines: [text(value)],
    language: 'es',
    citation: [{ kind: 'citation', text: '(Cancillería, 2018, p. iv [4])', targetId: 'bib-1' }],
    state: 'exact',
    verificationLabel: null,
    marking: null,
    ...extra,
  };
}

/** A table cell holding one paragraph. */
export function cell(value: string, extra: Partial<TableCell> = {}): TableCell {
  return { blocks: [paragraph(value)], ...extra };
}

/** A table of texts: the first row is the head, the first column heads the rows. */
export function table(rows: string[][], extra: Partial<TableBlock> = {}): TableBlock {
  const [head = [], ...body] = rows;
  return {
    kind: 'table',
    caption: null,
    head: [head.map(value => cell(value))],
    rows: body.map(row => row.map((value, i) => cell(value, i === 0 ? { header: true } : {}))),
    ...extra,
  };
}

/** A part that starts a page. */
export function part(
  id: string,
  title: string,
  blocks: Block[],
  extra: Partial<ContentPart> = {},
): ContentPart {
  return { id, number: null, title, startOnNewPage: true, layout: 'flow', marking: null, blocks, ...extra };
}

/** A4, printed on one side. */
export const pageSetup: PageSetup = {
  size: 'A4',
  duplex: false,
  booklet: false,
  rightHandParts: false,
  dividers: false,
};

/** A dossier of parts, in Spanish, with a banner and a contents page. */
export function contentDocument(parts: ContentPart[], extra: Partial<ContentDocument> = {}): ContentDocument {
  return {
    language: 'es-PE',
    title: 'Diálogo de Alto Nivel Perú–Estados Unidos',
    subtitle: 'Carpeta de la delegación',
    author: 'Dirección General de América & Caribe',
    subject: 'Carpeta de reunión',
    keywords: ['diálogo', 'Perú'],
    createdAt: '2026-01-02T00:00:00.000Z',
    banner: { text: 'Reservado', color: '#8a1c12' },
    copyLine: 'Ejemplar 3 de 12 · Viceministro',
    cover: null,
    contentsTitle: 'Índice',
    theme: 'ministry-serif',
    page: pageSetup,
    watermark: null,
    lists: { tables: null, figures: null, names: null },
    annexes: [],
    attachments: [],
    parts,
    furniture: {
      pageOf: 'Página {page} de {total}',
      goToReference: 'Ir a la referencia: {label}',
      goToPage: '{title}, página {page}',
      goToNote: 'Ir a la nota {number}',
      continued: '{title} (continuación)',
      blankPage: 'Esta página se deja en blanco a propósito.',
      annexPage: '{annex}, página {page} de {total} del original',
      turnPage: 'Continúa a la vuelta',
      quotedHere: 'Pasaje citado en esta carpeta',
      quotedOn: 'p. {page}',
    },
    ...extra,
  };
}
