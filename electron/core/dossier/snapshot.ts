import type { AnnexQuote } from '../../../shared/document/content-document.ts';
import type { CitationStyle } from '../../../shared/model/citation-style.ts';
import type { DossierSummary, Section } from '../../../shared/model/dossier.ts';
import type { Excerpt, QuoteVerification } from '../../../shared/model/excerpt.ts';
import type { Image } from '../../../shared/model/image.ts';
import type { MarkingScheme } from '../../../shared/model/marking.ts';
import type { FlowBlock } from '../../../shared/model/page.ts';
import type { Source } from '../../../shared/model/source.ts';

/** An excerpt that the dossier quotes, and how it stood against its source when the snapshot was taken. */
export interface SnapshotExcerpt extends Excerpt {
  verification: QuoteVerification;
}

/** A picture, as far as its figure and the notices on it need it. */
export type SnapshotImage = Omit<Image, 'id' | 'mediaType'>;

/** The text of an original without fixed pages, as its blocks flow, by page. */
export type OriginalText = { text: string; blocks: FlowBlock[] }[];

/** Where words of a quote lie on one page of its original. */
export type QuotePlace = Omit<AnnexQuote, 'quoteId'>;

/** A citation style (CSL 1.0) that the user brought. */
export interface SnapshotStyle extends Pick<CitationStyle, 'title' | 'kind'> {
  csl: string;
}

/**
 * Everything a dossier's paper is made from, read at one moment: plain data, nothing else is asked for. It holds no time but the
 * dossier's own (`dossier.updatedAt`; an excerpt's `verifiedAt` is set to it), so that the same content gives the same bytes.
 */
export interface DossierSnapshot {
  dossier: DossierSummary;
  /** The included parts, in order, with their texts. */
  sections: Section[];
  /** By id: every excerpt that these parts quote and the library has; a quote whose id is missing here is of no known excerpt. */
  excerpts: Record<string, SnapshotExcerpt>;
  /** By id: every source of these excerpts, those that are cited without a quote, and those that are annexed. */
  sources: Record<string, Source>;
  /** By id: every picture that these parts show and the library has. */
  images: Record<string, SnapshotImage>;
  /** By excerpt: where its words lie in the original, of sources whose originals are bound in. */
  places: Record<string, QuotePlace[]>;
  /** By source: the text of originals that are bound in and are no PDF. */
  texts: Record<string, OriginalText>;
  markingSchemes: readonly MarkingScheme[];
  /** The citation style of the dossier; null: the house style. */
  citationStyle: SnapshotStyle | null;
}
