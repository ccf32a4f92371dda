/**
 * One piece of a quotation on one physical page: W3C Web Annotation TextQuoteSelector (`exact`, `prefix`, `suffix`;
 * https://www.w3.org/TR/annotation-model/#text-quote-selector) with a TextPositionSelector (`start`, `end`: UTF-16
 * offsets into the page's normalised text, end exclusive). `page` is the 0-based physical page index.
 */
export interface QuoteSegment {
  page: number;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}
