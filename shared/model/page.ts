/**
 * One run of a page's text with its box on the page: `text.slice(start, end)` of the page's normalised text
 * was drawn in this rectangle. Units: PDF points (1/72 in), origin at the top left of the unrotated-for-reading page.
 */
export interface TextRun {
  start: number;
  end: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a block of a flowing (unpaged) document is, for showing it as clean text. */
export type FlowBlockKind = 'heading' | 'paragraph' | 'listItem' | 'quote' | 'tableRow' | 'preformatted';

/** One block of a flowing document: `text.slice(start, end)`; `level` 1–6 for headings, nesting depth for list items. */
export interface FlowBlock {
  kind: FlowBlockKind;
  level: number;
  start: number;
  end: number;
}

/** How a page's text lies on the page: fixed boxes (PDF) or blocks that flow (DOCX, HTML, TXT, Markdown). */
export type PageLayout =
  | { kind: 'fixed'; width: number; height: number; runs: TextRun[] }
  | { kind: 'flow'; blocks: FlowBlock[] };

/**
 * One physical page of a source. `index` counts from 0 through the file; `label` is what is printed or declared
 * («iv», «12»), null when the file gives none. `text` is NFC, normalised once at import.
 */
export interface Page {
  index: number;
  label: string | null;
  text: string;
  layout: PageLayout;
}
