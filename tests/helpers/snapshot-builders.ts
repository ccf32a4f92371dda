import type { DossierSnapshot, SnapshotExcerpt } from '../../electron/core/dossier/snapshot.ts';
import type { DossierSummary, PartKind, Section } from '../../shared/model/dossier.ts';
import type { MarkingScheme } from '../../shared/model/marking.ts';
import type { Source } from '../../shared/model/source.ts';

const AT = '2026-05-01T12:00:00.000Z';

type NodeJson = Record<string, unknown>;

/** Rich text of some nodes. */
export function doc(...content: NodeJson[]): NodeJson {
  return { type: 'doc', content };
}

/** A paragraph of inline nodes and plain strings. */
export function para(...content: (string | NodeJson)[]): NodeJson {
  return { type: 'paragraph', content: content.map(node => (typeof node === 'string' ? words(node) : node)) };
}

/** A run of text. */
export function words(text: string, ...marks: string[]): NodeJson {
  return { type: 'text', text, ...(marks.length && { marks: marks.map(type => ({ type })) }) };
}

/** A quote of an excerpt. */
export function quoteOf(excerptId: string): NodeJson {
  return { type: 'excerpt_quote', attrs: { excerptId } };
}

/** A citation without a quote. */
export function cite(sourceId: string, locator = ''): NodeJson {
  return { type: 'citation', attrs: { sourceId, locator } };
}

/** A footnote. */
export function noteOf(...content: (string | NodeJson)[]): NodeJson {
  return { type: 'footnote', content: para(...content).content };
}

/** A part of a dossier. */
export function section(id: string, kind: PartKind, text: NodeJson, extra: Partial<Section> = {}): Section {
  return {
    id,
    dossierId: 'd',
    kind,
    title: id,
    included: true,
    disclosure: 'internal',
    marking: null,
    text,
    revision: 1,
    updatedAt: AT,
    ...extra,
  };
}

/** A PDF source by one institution. */
export function source(id: string, extra: Partial<Source> = {}): Source {
  return {
    id,
    type: 'report',
    title: `Título de ${id}`,
    authors: [{ literal: 'Cancillería' }],
    issued: '2018',
    publisher: '',
    containerTitle: '',
    url: '',
    language: 'es',
    note: '',
    marking: null,
    tags: [],
    format: 'pdf',
    mediaType: 'application/pdf',
    fileName: `${id}.pdf`,
    fileSize: 1,
    sha256: 'a1b2c3d4e5f60718'.repeat(4),
    pageCount: 10,
    excerptCount: 1,
    warnings: [],
    addedAt: AT,
    updatedAt: AT,
    trashedAt: null,
    ...extra,
  };
}

/** An excerpt on page 4, labelled «iv», exact. */
export function excerpt(
  id: string,
  sourceId: string,
  exact: string,
  extra: Partial<SnapshotExcerpt> = {},
): SnapshotExcerpt {
  return {
    id,
    sourceId,
    exact,
    segments: [],
    firstPage: 4,
    lastPage: 4,
    firstLabel: 'iv',
    lastLabel: 'iv',
    sourceTitle: sourceId,
    citation: '',
    status: 'exact',
    verifiedAt: AT,
    createdAt: AT,
    updatedAt: AT,
    trashedAt: null,
    note: '',
    language: 'es',
    translation: '',
    tags: [],
    marking: null,
    verification: { excerptId: id, status: 'exact', segments: null, difference: null },
    ...extra,
  };
}

const SCHEMES: MarkingScheme[] = [
  {
    id: 'pe',
    name: { es: 'Perú', en: 'Peru' },
    levels: [
      {
        id: 'reservada',
        label: { es: 'Reservada', en: 'Reserved' },
        abbreviation: 'R',
        rank: 1,
        color: '#1f4e79',
        requires: [],
      },
      {
        id: 'secreta',
        label: { es: 'Secreta', en: 'Secret' },
        abbreviation: 'S',
        rank: 2,
        color: '#a61c1c',
        requires: [],
      },
    ],
  },
  {
    id: 'gb',
    name: { es: 'Reino Unido', en: 'United Kingdom' },
    levels: [
      {
        id: 'official',
        label: { es: 'OFFICIAL', en: 'OFFICIAL' },
        abbreviation: 'O',
        rank: 1,
        color: '#444444',
        requires: [],
      },
    ],
  },
];

/** A snapshot of these parts, excerpts and sources. */
export function snapshotOf(
  sections: Section[],
  parts: {
    excerpts?: SnapshotExcerpt[];
    sources?: Source[];
    dossier?: Partial<DossierSummary>;
    images?: DossierSnapshot['images'];
    places?: DossierSnapshot['places'];
  } = {},
): DossierSnapshot {
  const byId = <T extends { id: string }>(items: T[]) =>
    Object.fromEntries(items.map(item => [item.id, item]));
  return {
    dossier: { ...DOSSIER, ...parts.dossier },
    sections,
    excerpts: byId(parts.excerpts ?? []),
    sources: byId(parts.sources ?? []),
    images: parts.images ?? {},
    texts: {},
    places: parts.places ?? {},
    markingSchemes: SCHEMES,
    citationStyle: null,
  };
}

const DOSSIER: DossierSummary = {
  id: 'd',
  templateId: 't',
  title: 'Diálogo',
  subtitle: '',
  ministry: 'Cancillería',
  language: 'es',
  meeting: {
    mechanism: 'Diálogo',
    counterpart: '',
    level: '',
    place: '',
    date: '',
    languages: ['es'],
    axes: [],
  },
  marking: null,
  paper: 'a4',
  citationStyleId: null,
  sectionCount: 1,
  quoteCount: 0,
  createdAt: AT,
  updatedAt: AT,
  trashedAt: null,
};
