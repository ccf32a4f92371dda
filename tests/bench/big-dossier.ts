import type { Block, Inline } from '../../shared/document/content.ts';
import type { ContentDocument, ContentPart } from '../../shared/document/content-document.ts';
import {
  contentDocument,
  footnote,
  heading,
  paragraph,
  part,
  quote,
  table,
  text,
} from '../helpers/pdf-content.ts';
import { Prose } from './spanish-prose.ts';

/** How much a dossier made by rule holds. */
export interface DossierSize {
  parts: number;
  /** Of each kind, in the whole dossier; spread evenly. */
  paragraphs: number;
  quotes: number;
  tables: number;
  notes: number;
}

/** The dossier of some 300 pages and 138,000 words. */
export const bigDossier: DossierSize = { parts: 20, paragraphs: 2000, quotes: 600, tables: 60, notes: 300 };

/** A dossier of about so many pages, with parts as long as those of the big one. */
export function scaleDossier(pages: number): DossierSize {
  const scale = pages / 460;
  const { parts, paragraphs, quotes, tables, notes } = bigDossier;
  const times = (count: number) => Math.max(1, Math.round(count * scale));
  return {
    parts: times(parts),
    paragraphs: times(paragraphs),
    quotes: times(quotes),
    tables: times(tables),
    notes: times(notes),
  };
}

const WORKS = 200;
const TABLE_ROWS = 20;
const states = ['Cumplido', 'En curso', 'Incumplido', 'Sin verificar'];

/** Makes a dossier by rule: the same size gives the same content. */
export function makeDossier(size: DossierSize): ContentDocument {
  const prose = new Prose(size.parts * 1009 + size.paragraphs);
  const notes = { next: 1, every: size.paragraphs / size.notes };
  const parts: ContentPart[] = [];
  for (let i = 0; i < size.parts; i++) parts.push(makePart(prose, size, i, notes));
  parts.push(part('fuentes', 'Fuentes', makeBibliography(prose), { number: String(size.parts + 1) }));
  return contentDocument(parts, {
    cover: {
      ministry: 'Ministerio de Relaciones Exteriores',
      title: 'Diálogo de Alto Nivel',
      subtitle: 'Carpeta de la delegación',
      facts: [['Lugar', 'Lima']],
      markingLine: 'RESERVADO',
      controlLines: ['Ejemplar 3 de 12'],
    },
  });
}

interface Notes {
  next: number;
  /** One paragraph in so many has a note. */
  every: number;
}

function makePart(prose: Prose, size: DossierSize, index: number, notes: Notes): ContentPart {
  const count = (whole: number) =>
    Math.floor(((index + 1) * whole) / size.parts) - Math.floor((index * whole) / size.parts);
  const [paragraphs, quotes, tables] = [count(size.paragraphs), count(size.quotes), count(size.tables)];
  const blocks: Block[] = [];
  for (let i = 0; i < paragraphs; i++) {
    if (i % 10 === 0) blocks.push(heading(`h-${index}-${i}`, i % 20 === 0 ? 2 : 3, title(prose)));
    blocks.push(paragraph(makeInlines(prose, notes)));
    if (isDue(i, quotes, paragraphs)) blocks.push(makeQuote(prose, `q-${index}-${i}`));
    if (isDue(i, tables, paragraphs)) blocks.push(makeTable(prose));
  }
  return part(`parte-${index}`, title(prose), blocks, { number: String(index + 1) });
}

/** Spreads `count` things evenly over `of` places. */
function isDue(i: number, count: number, of: number): boolean {
  return Math.floor(((i + 1) * count) / of) > Math.floor((i * count) / of);
}

function title(prose: Prose): string {
  return prose.sentence(prose.between(4, 8)).slice(0, -1);
}

function makeInlines(prose: Prose, notes: Notes): Inline[] {
  const inlines: Inline[] = [text(prose.paragraph(prose.between(18, 60)))];
  if (prose.random() < 0.2) {
    const marks = prose.random() < 0.6 ? { em: true } : { strong: true };
    inlines.push(text(' '), text(prose.sentence(4), { marks }));
  }
  if (prose.random() < 1 / notes.every)
    inlines.push(footnote(notes.next++, prose.sentence(prose.between(8, 20))));
  return inlines;
}

function makeQuote(prose: Prose, id: string): Block {
  const label = `(Cancillería, ${prose.between(1996, 2026)}, p. ${prose.between(1, 420)})`;
  return quote(id, `«${prose.paragraph(prose.between(22, 48)).slice(0, -1)}».`, {
    citation: [{ kind: 'citation', text: label, targetId: `obra-${prose.between(0, WORKS - 1)}` }],
  });
}

function makeTable(prose: Prose): Block {
  const rows = Array.from({ length: TABLE_ROWS }, (_, i) => [
    String(i + 1),
    prose.sentence(prose.between(5, 18)),
    `${prose.between(1, 28)}/${prose.between(1, 12)}/${prose.between(2019, 2026)}`,
    prose.pick(states),
    (prose.between(10, 99_999) / 10).toFixed(1).replace('.', ','),
  ]);
  const head = ['N.º', 'Compromiso', 'Fecha', 'Estado', 'Importe'];
  return table([head, ...rows], { caption: [text(`Matriz de compromisos: ${title(prose)}`)] });
}

function makeBibliography(prose: Prose): Block[] {
  return Array.from({ length: WORKS }, (_, i) => ({
    kind: 'bibliographyEntry' as const,
    id: `obra-${i}`,
    inlines: [
      text(`Cancillería (${prose.between(1996, 2026)}). `),
      text(title(prose), { marks: { em: true } }),
      text('. Lima: Ministerio de Relaciones Exteriores.'),
    ],
    url: `https://ejemplo.pe/documento/${i}`,
  }));
}
