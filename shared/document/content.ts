/**
 * The content model: a dossier with everything resolved (numbers, citations, markings, words of the furniture),
 * as plain data. `build-document` makes it, `layout` and the Word exporter read it, nobody changes it.
 */

/** A BCP 47 tag («es», «en-GB»): decides hyphenation and the /Lang of the passage. */
export type LanguageTag = string;

/** An RGB colour written «#rrggbb». */
export type HexColor = string;

/** How one run of text is set; marks combine. */
export interface TextMarks {
  strong?: boolean;
  em?: boolean;
  underline?: boolean;
  smallCaps?: boolean;
  /** Raised small figures or letters, e.g. «n.º». */
  superscript?: boolean;
}

/** Where a run leads: outside the document, or to the `id` of a part, heading, quote, note or bibliography entry. */
export type LinkTarget = { kind: 'url'; href: string } | { kind: 'anchor'; id: string };

/** A run of text in one style; never contains line breaks. */
export interface TextInline {
  kind: 'text';
  text: string;
  marks?: TextMarks;
  link?: LinkTarget;
  /** Given only where the run is in another language than the text around it. */
  language?: LanguageTag;
}

/** The call of a note: `number` runs through the whole dossier; the note itself goes at the foot of the call's page. */
export interface FootnoteInline {
  kind: 'footnote';
  id: string;
  number: number;
  content: Inline[];
}

/** A resolved citation («(Cancillería, 2018, p. iv)») that leads to its bibliography entry (null: the entry is not listed). */
export interface CitationInline {
  kind: 'citation';
  text: string;
  targetId: string | null;
}

/** A line break inside a paragraph. */
export interface LineBreakInline {
  kind: 'lineBreak';
}

export type Inline = TextInline | FootnoteInline | CitationInline | LineBreakInline;

/** What a paragraph is for: `body` text, a smaller `note`, `large` speaking text, a `lead` line above other text. */
export type ParagraphRole = 'body' | 'note' | 'large' | 'lead';

/** A heading inside a part (the part's own title is level 1); levels must not be skipped. */
export interface HeadingBlock {
  kind: 'heading';
  id: string;
  level: 2 | 3 | 4;
  number: string | null;
  inlines: Inline[];
  language?: LanguageTag;
}

/** A paragraph. `marking` is its portion marking as printed («(R)»), null when it bears none. */
export interface ParagraphBlock {
  kind: 'paragraph';
  id?: string;
  role: ParagraphRole;
  inlines: Inline[];
  marking: string | null;
  align?: 'start' | 'center' | 'end';
  language?: LanguageTag;
}

/** A list; `start` counts the first item of an ordered one. An item is blocks, so lists nest. */
export interface ListBlock {
  kind: 'list';
  ordered: boolean;
  start: number;
  items: Block[][];
}

/** Whether the words of an excerpt stand in its source: as marked, elsewhere in it, or no longer. */
export type VerificationState = 'exact' | 'moved' | 'changed';

/** A verbatim excerpt with its citation line. `verificationLabel` is printed only when the state is not exact. */
export interface QuoteBlock {
  kind: 'quote';
  id: string;
  inlines: Inline[];
  language: LanguageTag;
  citation: Inline[];
  /** A translation of the excerpt, set below it and marked as such by `label`. */
  translation?: { label: string; inlines: Inline[]; language: LanguageTag } | null;
  state: VerificationState;
  verificationLabel: string | null;
  marking: string | null;
}

/** A set-off passage that is not a verified excerpt. */
export interface BlockquoteBlock {
  kind: 'blockquote';
  blocks: Block[];
  language?: LanguageTag;
}

/** One table cell; spans count columns and rows, 1 when absent. */
export interface TableCell {
  blocks: Block[];
  header?: boolean;
  colspan?: number;
  rowspan?: number;
  align?: 'start' | 'center' | 'end';
}

/** A table: `head` rows repeat on each page, a `header` cell in a body row heads that row. */
export interface TableBlock {
  kind: 'table';
  id?: string;
  caption: Inline[] | null;
  head: TableCell[][];
  rows: TableCell[][];
  /** Relative widths by column (any positive numbers); absent: measured from the cells. */
  columnWeights?: number[];
}

/** The following block starts a page. */
export interface PageBreakBlock {
  kind: 'pageBreak';
}

/** A short horizontal rule between passages. */
export interface RuleBlock {
  kind: 'rule';
}

/** One entry of the bibliography; citations lead to its `id`. */
export interface BibliographyEntryBlock {
  kind: 'bibliographyEntry';
  id: string;
  inlines: Inline[];
  url: string | null;
  language?: LanguageTag;
}

/** Two texts side by side, paragraph by paragraph (parallel Spanish ‖ English). */
export interface ParallelBlock {
  kind: 'parallel';
  /** Heads of the two columns, e.g. «Español», «English»; null prints none. */
  heads: [string, string] | null;
  languages: [LanguageTag, LanguageTag];
  rows: [Block[], Block[]][];
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | QuoteBlock
  | BlockquoteBlock
  | TableBlock
  | PageBreakBlock
  | RuleBlock
  | BibliographyEntryBlock
  | ParallelBlock;

/** One part of the dossier, shown in the contents; `number` is null for parts outside the numbering. */
export interface ContentPart {
  id: string;
  number: string | null;
  title: string;
  startOnNewPage: boolean;
  /** The part's own marking in words («RESERVADA»), printed beside its title; null prints none. */
  marking: string | null;
  blocks: Block[];
}

/** The page banner, in the words and colour of the marking scheme. */
export interface Banner {
  text: string;
  color: HexColor;
}

/**
 * The first page. `facts` are label and value (counterpart, date, place…), lines of a value parted by «\n»;
 * `controlLines` state copy and registration; `blocks` is a text below the facts.
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

/**
 * The words the exporters themselves print or speak, in the dossier's language. Placeholders in braces:
 * `pageOf` {page} {total}; `goToReference` {label}; `goToPage` {title} {page}.
 */
export interface Furniture {
  pageOf: string;
  goToReference: string;
  goToPage: string;
}

/** A whole dossier, ready to be laid out. */
export interface ContentDocument {
  language: LanguageTag;
  title: string;
  subtitle: string | null;
  author: string;
  subject: string;
  keywords: string[];
  /** ISO 8601 UTC; the only date in the file's metadata, so that the same content gives the same bytes. */
  createdAt: string;
  banner: Banner | null;
  /** Copy number and recipient at the foot of every page; null prints none. */
  copyLine: string | null;
  cover: Cover | null;
  /** Title of the contents page; null leaves the contents out. */
  contentsTitle: string | null;
  contentsId?: string;
  /** A text between the title of the contents and their lines. */
  contentsBlocks?: Block[];
  pageSize: 'A4' | 'letter';
  parts: ContentPart[];
  furniture: Furniture;
}
