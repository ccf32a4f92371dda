/** A PDF value as plain data that can cross a process border; strings are bytes, names are written as the file wrote them. */
export type PlainValue =
  | null
  | boolean
  | number
  | { name: string }
  | { bytes: Uint8Array }
  /** Index of an object in {@link OriginalPages}. */
  | { ref: number }
  | PlainValue[]
  | PlainDict;

/** A PDF dictionary as plain data. */
export interface PlainDict {
  dict: Record<string, PlainValue>;
}

/** One object of an original; `stream` holds its bytes, encoded as its dictionary says. */
export interface CopiedObject {
  value: PlainValue;
  stream: Uint8Array | null;
}

/** A page of an original as a form XObject (ISO 32000-1, 8.10): its upright size in points, and how its space becomes upright. */
export interface OriginalPage {
  width: number;
  height: number;
  /** From the form's space to an upright box with its origin at the bottom left. */
  matrix: [number, number, number, number, number, number];
  /** Index of the form among the objects. */
  form: number;
}

/** An element of an original's structure; `mcid` belongs to the page's form. */
export interface OriginalElement {
  /** A standard structure type (ISO 32000-1, 14.8.4), the original's role map applied. */
  tag: string;
  language: string | null;
  alt: string | null;
  actualText: string | null;
  /** Attribute objects (ISO 32000-1, 14.7.5), with their strings as they are. */
  attributes: PlainValue;
  id: Uint8Array | null;
  kids: (OriginalElement | { page: number; mcid: number })[];
}

/** Levels of PDF/A from the least to the most that they ask. */
export const pdfaLevels = ['b', 'u', 'a'] as const;

/** See {@link pdfaLevels}. */
export type PdfaLevel = (typeof pdfaLevels)[number];

/** What an original says of itself in its XMP. */
export interface OriginalClaims {
  /** Part and level of PDF/A (ISO 19005); part 4 has levels of its own, taken for the lowest here. */
  pdfa: { part: string; level: PdfaLevel } | null;
  /** PDF/UA-1 (ISO 14289-1). */
  pdfua: boolean;
}

/** The pages of an original, taken apart so that another file can hold them. */
export interface OriginalPages {
  objects: CopiedObject[];
  pages: OriginalPage[];
  /** Only of an original that claims PDF/UA; the others are read page by page, their own marks taken out. */
  structure: OriginalElement[] | null;
  language: string | null;
  claims: OriginalClaims;
}
