import type { ContentDocument } from '../../../shared/document/content-document.ts';
import type { Notice, OutputFormat } from '../../../shared/model/output.ts';
import type { CitationTask, FormattedCitations } from '../citations/citation-task.ts';
import type { TakeApart } from '../export/annexes/open-originals.ts';
import type { OutputRequest } from '../export/build-document.ts';
import type { ExportResources } from '../export/export-resources.ts';
import type { WordTask } from '../export/render-docx/write-word-task.ts';
import type { DossierSnapshot } from './snapshot.ts';

/** How a composition is followed, stopped, and told to hurry (`quick`: weaker compression and nothing that is not seen, for the live preview). */
export interface ComposeOptions {
  /** Gives the bytes of pictures and originals. */
  resources: ExportResources;
  quick?: boolean;
  /** Pages (from 1) that a quick one shows; the others stay empty. */
  onlyPages?: { from: number; to: number };
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/** What is to be made of a dossier, in which format; `password` locks a PDF, null leaves it open. */
export interface ComposeRequest extends OutputRequest {
  format: OutputFormat;
  password: string | null;
}

/**
 * A finished output; `anchors` gives the 1-based page of each part, heading and quote by id (PDF only), `standards` those the file
 * claims. `pageCount` is null for formats without pages of their own.
 */
export interface ComposedOutput {
  bytes: Uint8Array<ArrayBuffer>;
  pageCount: number | null;
  anchors: Record<string, number>;
  missingGlyphs: string[];
  standards: string[];
  notices: Notice[];
}

/** Makes every output of a dossier, in every format. */
export interface OutputComposer {
  /** Null where the output has nothing to print. Throws `cancelled`. */
  compose(
    snapshot: DossierSnapshot,
    request: ComposeRequest,
    options: ComposeOptions,
  ): Promise<ComposedOutput | null>;
  /** A PDF of a document that is not a dossier's. Throws `cancelled`. */
  composeDocument(content: ContentDocument, options: ComposeOptions): Promise<ComposedOutput>;
}

/** What is done in a process that can be killed: originals are taken apart, files of Word written, sources cited. All reject with IngestError. */
export interface Readers {
  takeApart: TakeApart;
  writeWord(
    task: WordTask,
    options: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void },
  ): Promise<Uint8Array>;
  cite(task: CitationTask, signal: AbortSignal): Promise<FormattedCitations>;
}

/** The composer that ships with the program; it and its fonts are loaded when first needed, so that opening a library stays fast. */
export function createComposer(resourcesDir: string, readers: Readers): OutputComposer {
  let ready: Promise<OutputComposer> | null = null;
  const open = () => {
    ready ??= import('./output-composer.ts').then(module => module.openComposer(resourcesDir, readers));
    return ready;
  };
  return {
    compose: async (...input) => (await open()).compose(...input),
    composeDocument: async (...input) => (await open()).composeDocument(...input),
  };
}
