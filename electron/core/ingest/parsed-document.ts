import type { Page } from '../../../shared/model/page.ts';

/** The formats that can be read. */
export type DocumentFormat = 'pdf' | 'docx' | 'html' | 'text' | 'markdown';

/** A name as CSL-JSON has it: a person in two parts, or an institution (or an undivided name) as it is. */
export type CslName = { family: string; given: string } | { literal: string };

/** What a document says about itself; everything is a proposal for the officer to confirm. */
export interface DocumentMetadata {
  title: string | null;
  authors: CslName[];
  /** EDTF level 0 («2024», «2024-05», «2024-05-17»), or null. */
  date: string | null;
  publisher: string | null;
  /** Declared or detected from the words; null when neither Spanish nor English. */
  language: 'es' | 'en' | null;
  url: string | null;
  containerTitle: string | null;
}

/**
 * What the reader should know: 'noText' pages without any text (`pages`: 1-based, «3, 7–9»), 'pageUnreadable' pages that failed,
 * 'dateOfFile' the date is that of the file's making, 'encodingGuessed' (`encoding`), 'parserNote' details the parser gave (`note`).
 */
export interface IngestWarning {
  code: 'noText' | 'pageUnreadable' | 'dateOfFile' | 'encodingGuessed' | 'parserNote';
  details: Record<string, string | number>;
}

/** A document as read from its file, ready to be stored: plain data, no DOM, no handles. */
export interface ParsedDocument {
  format: DocumentFormat;
  mediaType: string;
  metadata: DocumentMetadata;
  pages: Page[];
  warnings: IngestWarning[];
}

/** Tells how far reading is: `done` of `total` pages. */
export type ReportProgress = (done: number, total: number) => void;

/** Metadata with nothing known yet. */
export function emptyMetadata(): DocumentMetadata {
  return {
    title: null,
    authors: [],
    date: null,
    publisher: null,
    language: null,
    url: null,
    containerTitle: null,
  };
}
