import { Failure } from '../../../shared/contract/result.ts';
import type { ContentDocument } from '../../../shared/document/content-document.ts';
import type { Notice } from '../../../shared/model/output.ts';
import { type BuiltOutput, buildOutput } from '../export/build-document.ts';
import { ExportError } from '../export/export-error.ts';
import { createLayoutCache, exportPdf } from '../export/export-pdf.ts';
import { loadThemes } from '../export/load-themes.ts';
import type { ComposedOutput, ComposeOptions, OutputComposer } from './compose-output.ts';

/** Makes the composer (themes and fonts are read when first used); the layouts of unchanged parts are kept between previews. */
export async function openComposer(resourcesDir: string): Promise<OutputComposer> {
  const themes = loadThemes(resourcesDir);
  const cache = createLayoutCache();
  const print = async (
    content: ContentDocument,
    password: string | null,
    permissions: { print: boolean; copy: boolean } | null,
    options: ComposeOptions,
  ): Promise<ComposedOutput> => {
    const protection = password && { password, permissions: permissions ?? { print: true, copy: true } };
    const pdf = await exportPdf(content, { ...options, protection: protection || null, themes, cache });
    return { ...pdf, bytes: new Uint8Array(pdf.bytes) };
  };
  return {
    compose: (snapshot, request, options) =>
      orCancelled(async () => {
        const built = buildOutput(snapshot, request);
        if (built.empty) return null;
        const printed = await print(built.document, request.password, request.preset.permissions, options);
        return { ...printed, notices: [...listHeldBack(built), ...printed.notices] };
      }),
    composeDocument: (content, options) => orCancelled(() => print(content, null, null, options)),
  };
}

function listHeldBack({ heldBack, notPdf }: BuiltOutput): Notice[] {
  const leftOut = notPdf.map(
    (name): Notice => ({ code: 'annexLeftOut', details: { name, reason: 'notPdf' } }),
  );
  return heldBack > 0 ? [{ code: 'heldBack', details: { count: heldBack } }, ...leftOut] : leftOut;
}

async function orCancelled<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ExportError && error.code === 'cancelled') throw new Failure('cancelled');
    throw error;
  }
}
