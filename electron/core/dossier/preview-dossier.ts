import type { CallOutput, ParsedInput } from '../../../shared/contract/contract.ts';
import type { CoreContext } from '../core-context.ts';
import { readPreset } from '../library/export-presets.ts';
import { readResources } from './read-resources.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** One output's PDF as it would be exported now; one with nothing to print has no bytes and no pages. */
export async function previewDossier(
  context: CoreContext,
  { id, kind, draft }: ParsedInput<'dossiers.preview'>,
): Promise<CallOutput<'dossiers.preview'>> {
  const { db } = context.library.current();
  const preset = readPreset(db, id);
  const snapshot = takeSnapshot(db, context.templates, id, draft, preset);
  const request = { kind, format: 'pdf', preset, copy: null, password: null } as const;
  const pdf = await context.composer.compose(snapshot, request, {
    resources: readResources(db),
    quick: true,
  });
  if (!pdf) return { pdf: new Uint8Array(), pageCount: 0, sectionPages: {}, missingGlyphs: [] };
  const pages = snapshot.sections.map(section => [section.id, pdf.anchors[section.id]] as const);
  return {
    pdf: pdf.bytes,
    pageCount: pdf.pageCount ?? 0,
    sectionPages: Object.fromEntries(pages.filter((page): page is [string, number] => page[1] !== undefined)),
    missingGlyphs: pdf.missingGlyphs,
  };
}
