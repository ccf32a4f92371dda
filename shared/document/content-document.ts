import type { Block, HexColor, LanguageTag } from './content.ts';

/** One part of the dossier, shown in the contents; `number` is null for parts outside the numbering. */
export interface ContentPart {
  id: string;
  number: string | null;
  title: string;
  startOnNewPage: boolean;
  /** The part's own marking in words («RESERVADA»), printed beside its title; null prints none. */
  marking: string | null;
  /**
   * `flow`: text as it comes. `speaking`: large type, a page for each point, its end where a page ends. `card`: a pocket card.
   * `onePage`: set smaller, within the theme's bounds, until it fits on one page.
   */
  layout: 'flow' | 'speaking' | 'card' | 'onePage';
  blocks: Block[];
}

/** The page banner, in the words and colour of the marking scheme. */
export interface Banner {
  text: string;
  color: HexColor;
}

/**
 * The first page. `facts` are label and value (counterpart, date, place…), lines of a value parted by «\n»;
 * `controlLines` state copy, recipient and registration; `blocks` is a text below the facts.
 */
export interface Cover {
  id?: string;
  ministry: string | null;
  title: string;
  subtitle: string | null;
  facts: [label: string, value: string][];
  markingLine: string | null;
  controlLines: string[];
  blocks?: Block[];
}

/** The sheet a document is set for. Sizes are ISO 216, and ANSI's letter. */
export interface PageSetup {
  size: 'A4' | 'letter' | 'A5' | 'A6';
  /** Printed on both sides: inner and outer margins change places on even pages. */
  duplex: boolean;
  /** Two pages on each side of a sheet twice as large, in the order that folds to a booklet (saddle stitch). */
  booklet: boolean;
  /** Parts begin on odd pages; the page left empty says that it is. */
  rightHandParts: boolean;
  /** A sheet with the part's number and title, and a tab at its edge, before each part. */
  dividers: boolean;
}

/** A passage of an annex that the dossier quotes: `quoteId` is the block's, boxes are points from the page's top left. */
export interface AnnexQuote {
  quoteId: string;
  /** 0-based page of the original. */
  page: number;
  boxes: { x: number; y: number; width: number; height: number }[];
}

/**
 * An original bound into the dossier: its cover sheet (title, marking, what is quoted), then its pages with the
 * dossier's own page numbers. The bytes are asked for by `sourceId` when the pages are written.
 */
export interface AnnexContent {
  id: string;
  number: string;
  title: string;
  sourceId: string;
  language: LanguageTag;
  /** The original's own marking, printed on its pages in place of the dossier's. */
  banner: Banner | null;
  /** `pages`: those of the original follow its cover sheet; `text`: its words are among the blocks, since it has no pages. */
  bound: 'pages' | 'text';
  /** Text of the cover sheet. */
  blocks: Block[];
  quotes: AnnexQuote[];
}

/** A file carried inside the PDF (ISO 32000-1, 7.11.4; ISO 19005-3); the bytes are asked for by `sourceId`. */
export interface Attachment {
  sourceId: string;
  fileName: string;
  mediaType: string;
  description: string;
}

/** Lists that the layout makes: each under its title, left out where the title is null. */
export interface GeneratedLists {
  tables: string | null;
  figures: string | null;
  names: string | null;
}

/**
 * The words the exporters themselves print or speak, in the dossier's language. Placeholders in braces:
 * `pageOf` {page} {total}; `goToReference` {label}; `goToPage` {title} {page}; `continued` {title}; `annexPage` {annex} {page} {total}.
 */
export interface Furniture {
  pageOf: string;
  goToReference: string;
  goToPage: string;
  goToNote: string;
  /** «(continúa)»: head of a table or speaking page that goes on. */
  continued: string;
  /** «Página en blanco». */
  blankPage: string;
  /** What is read out in place of a page of an annex that has no text of its own. */
  annexPage: string;
  /** «pasa la hoja»: foot of a speaking page that goes on. */
  turnPage: string;
  quotedHere: string;
  /** «p. {page}»: the page that quotes such a passage. */
  quotedOn: string;
}

/** A whole output of a dossier, ready to be laid out. */
export interface ContentDocument {
  language: LanguageTag;
  title: string;
  subtitle: string | null;
  author: string;
  subject: string;
  keywords: string[];
  /** ISO 8601 UTC; the only date in the file's metadata, so that the same content gives the same bytes. */
  createdAt: string;
  /** The id of a theme of `resources/themes`. */
  theme: string;
  page: PageSetup;
  banner: Banner | null;
  /** Copy number and recipient at the foot of every page; null prints none. */
  copyLine: string | null;
  /** Set faintly across every page; null prints none. */
  watermark: string | null;
  cover: Cover | null;
  /** Title of the contents page; null leaves the contents out. */
  contentsTitle: string | null;
  contentsId?: string;
  /** A text between the title of the contents and their lines. */
  contentsBlocks?: Block[];
  lists: GeneratedLists;
  parts: ContentPart[];
  annexes: AnnexContent[];
  attachments: Attachment[];
  furniture: Furniture;
}
