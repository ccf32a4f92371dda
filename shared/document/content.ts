/**
 * The content model: a dossier with everything resolved (numbers, citations, markings, words of the furniture),
 * as plain data. `build-document` makes it, `layout` and the Word and HTML exporters read it, nobody changes it.
 * This file has what parts are made of; `content-document.ts` the document around them.
 */
import type { Chart } from '../model/chart.ts';

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
  /** The run is a name that the index lists, under this entry. */
  indexEntry?: string;
  /** Given only where the run is in another language than the text around it. */
  language?: LanguageTag;
}

/**
 * The call of a note: `number` runs through the whole dossier; the note itself goes at the foot of the call's page, or in
 * the margin beside its line.
 */
export interface FootnoteInline {
  kind: 'footnote';
  id: string;
  number: number;
  /** `foot` when absent. */
  place?: 'foot' | 'side';
  content: Inline[];
}

/** A resolved citation («(Cancillería, 2018, p. iv)») that leads to its bibliography entry (null: the entry is not listed). */
export interface CitationInline {
  kind: 'citation';
  text: string;
  targetId: string | null;
}

/**
 * A reference to another place of the same document. `text` is printed, with the page in place of `{page}` where it has
 * that; `alt` is what the link says.
 */
export interface ReferenceInline {
  kind: 'reference';
  text: string;
  targetId: string;
  alt: string;
  /** Printed where there are no pages, if without its page `text` says nothing. */
  pageless?: string;
  marks?: TextMarks;
}

/** A line break inside a paragraph. */
export interface LineBreakInline {
  kind: 'lineBreak';
}

export type Inline = TextInline | FootnoteInline | CitationInline | ReferenceInline | LineBreakInline;

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
  /** Where else it stands: the point that rests on it, its annex; set at the end of the citation. */
  seeAlso?: ReferenceInline[];
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
  /** In the theme's colours; `warning` is never the only sign of what it says. */
  shade?: 'tint' | 'strong' | 'warning';
}

/** A table: `head` rows repeat on each page, a `header` cell in a body row heads that row. */
export interface TableBlock {
  kind: 'table';
  id?: string;
  /** «Cuadro 3», printed before the caption; a table without one is not numbered and not listed. */
  label?: string;
  caption: Inline[] | null;
  /** `auto` (when absent): turned where it is too wide to stand. */
  orientation?: 'auto' | 'portrait' | 'landscape';
  head: TableCell[][];
  rows: TableCell[][];
  /** Relative widths by column (any positive numbers); absent: measured from the cells. */
  columnWeights?: number[];
}

/** What figures share: `label` is «Figura 2» (one without is not listed), `width` their share of the measure (0–1]. */
interface FigureFrame {
  id: string;
  label?: string;
  caption: Inline[] | null;
  /** Read out in place of the picture; empty where only the caption says what it shows. */
  alt: string;
  width: number;
  /** `float`: at the head of the next page with room, when it does not fit where it is written. */
  placement: 'here' | 'float';
}

/** A picture. Its bytes are asked for by `imageId` when it is painted; its size is in pixels, upright as it is seen. */
export interface FigureBlock extends FigureFrame {
  kind: 'figure';
  imageId: string;
  pixelWidth: number;
  pixelHeight: number;
}

/** A chart, drawn in vectors from its figures. */
export interface ChartBlock extends FigureFrame {
  kind: 'chart';
  chart: Chart;
}

/**
 * A point to make. `lead` says to whom and how long («Al canciller · 2 min»), null where neither is said; `evidence`
 * leads to what it rests on, and is plain text where that stands in another document («carpeta, p. 34»).
 */
export interface TalkingPointBlock {
  kind: 'talkingPoint';
  id: string;
  number: string | null;
  lead: string | null;
  blocks: Block[];
  evidence: (ReferenceInline | TextInline)[];
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
  | ParallelBlock
  | FigureBlock
  | ChartBlock
  | TalkingPointBlock;
