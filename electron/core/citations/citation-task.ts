/** A source as a citation processor takes it: an item of CSL-JSON 1.0. */
export interface CslItem {
  id: string;
  type: string;
  [variable: string]: unknown;
}

/** One citation of one source. `label` is a locator type of CSL («page»), `suffix` is set after it as it is. */
export interface CslCite {
  id: string;
  label?: string;
  locator?: string;
  suffix?: string;
}

/** A citation where it stands; `note` is the number of the note that it is in, null in the text. */
export interface CslCluster {
  cite: CslCite;
  note: number | null;
}

/** The terms and dates of a language: its tag in CSL («es-ES») and its CSL locale as XML. */
export interface CslLocale {
  tag: string;
  xml: string;
}

/** Everything that a style is asked to format at once; `uncited` sources are listed too. */
export interface CitationTask {
  csl: string;
  locale: CslLocale;
  items: CslItem[];
  clusters: CslCluster[];
  uncited: string[];
}

/** The citations in their order and the bibliography in the style's order (null: the style has none), as the processor's HTML. */
export interface FormattedCitations {
  clusters: string[];
  bibliography: { id: string; html: string }[] | null;
}

/** A style that was read, checked and tried. */
export interface CheckedStyle {
  title: string;
  kind: 'in-text' | 'note';
  csl: string;
}
