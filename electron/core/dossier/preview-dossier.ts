import type { CallOutput, ParsedInput } from '../../../shared/contract/contract.ts';
import type { CoreContext } from '../core-context.ts';
import { needsFolderPages } from '../jobs/plan-export.ts';
import { readPreset } from '../library/export-presets.ts';
import type { ComposeOptions, ComposeRequest } from './compose-output.ts';
import { rememberQuotesOf } from './read-quote.ts';
import { readResources } from './read-resources.ts';
import type { DossierSnapshot } from './snapshot.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** One output's PDF as it would be exported now; one with nothing to print has no bytes and no pages. */
export async function previewDossier(
  context: CoreContext,
  { id, kind, draft, pages: onlyPages }: ParsedInput<'dossiers.preview'>,
): Promise<CallOutput<'dossiers.preview'>> {
  const { db } = context.library.current();
  const preset = readPreset(db, id);
  const snapshot = takeSnapshot(db, context.templates, id, draft, preset, rememberQuotesOf(db));
  const request: ComposeRequest = { kind, format: 'pdf', preset, copy: null, password: null };
  const options: ComposeOptions = { resources: readResources(db), quick: true };
  const folderPages = needsFolderPages({ kind })
    ? await readFolderPages(context, snapshot, request, options)
    : null;
  const pdf = await context.composer.compose(
    snapshot,
    { ...request, folderPages },
    { ...options, ...(onlyPages && { onlyPages }) },
  );
  if (!pdf) return { pdf: new Uint8Array(), pageCount: 0, sectionPages: {}, missingGlyphs: [] };
  const pages = snapshot.sections.map(section => [section.id, pdf.anchors[section.id]] as const);
  return {
    pdf: pdf.bytes,
    pageCount: pdf.pageCount ?? 0,
    sectionPages: Object.fromEntries(pages.filter((page): page is [string, number] => page[1] !== undefined)),
    missingGlyphs: pdf.missingGlyphs,
  };
}

/** Only the first page of the folder is painted: what counts is where its parts stand. */
async function readFolderPages(
  context: CoreContext,
  snapshot: DossierSnapshot,
  request: ComposeRequest,
  options: ComposeOptions,
): Promise<Record<string, number>> {
  const onlyPages = { from: 1, to: 1 };
  const folder = await context.composer.compose(
    snapshot,
    { ...request, kind: 'folder' },
    { ...options, onlyPages },
  );
  return folder?.anchors ?? {};
}
