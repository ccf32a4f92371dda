import { Failure } from '../../../shared/contract/result.ts';
import type { ContentDocument } from '../../../shared/document/content-document.ts';
import { disclosedOutputs } from '../../../shared/model/output.ts';
import type { Themes } from '../export/layout/theme.ts';
import { fetchImages } from '../export/read-content/fetch-images.ts';
import { IngestError, type IngestErrorCode } from '../ingest/ingest-error.ts';
import type { ComposedOutput, ComposeOptions, ComposeRequest, Readers } from './compose-output.ts';

/** Where the writers of Word and HTML find what they need. */
export interface FormatWriters {
  resourcesDir: string;
  themes: Themes;
  readers: Readers;
}

/** Writes Word or HTML. The writers are loaded when somebody first asks for their formats. */
export async function writeFormat(
  document: ContentDocument,
  writers: FormatWriters,
  { kind, format }: ComposeRequest,
  options: ComposeOptions,
): Promise<ComposedOutput> {
  const { resources, signal, onProgress } = options;
  onProgress?.(0, 1);
  const bytes =
    format === 'docx'
      ? await writeWord(document, writers, !disclosedOutputs.includes(kind), options)
      : await (await import('../export/render-html/render-html.ts')).renderHtml(document, {
          resources,
          themes: writers.themes,
        });
  if (signal?.aborted) throw new Failure('cancelled');
  onProgress?.(1, 1);
  const nothing = { pageCount: null, anchors: {}, missingGlyphs: [], standards: [], notices: [] };
  return { bytes: new Uint8Array(bytes), ...nothing };
}

/** How a process ends that says nothing of the document. */
const GONE: readonly IngestErrorCode[] = ['crashed', 'damaged'];

/**
 * A file of Word takes seconds in which nothing else runs: it is written in a process of its own. Where that one is gone it is
 * written here, so that what is wrong comes to light.
 */
async function writeWord(
  document: ContentDocument,
  { resourcesDir, themes, readers }: FormatWriters,
  comments: boolean,
  { resources, signal, onProgress }: ComposeOptions,
): Promise<Uint8Array> {
  const fetched = await fetchImages(document, resources);
  const images = [...fetched].map(([id, { bytes }]): [string, Uint8Array] => [id, bytes]);
  try {
    return await readers.writeWord({ document, images, resourcesDir, comments }, { signal, onProgress });
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    if (!GONE.includes(error.code))
      throw new Failure(error.code, { ...error.details, file: document.title }, error.message);
    const { renderDocx } = await import('../export/render-docx/render-docx.ts');
    return renderDocx(document, { resources, themes, comments, signal, onProgress });
  }
}
