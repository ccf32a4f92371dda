import { onTestFinished } from 'vitest';
import { loadLocale } from '../../electron/core/citations/load-locale.ts';
import type { DossierSnapshot } from '../../electron/core/dossier/snapshot.ts';
import { type StyleResult, styleCitations } from '../../electron/core/dossier/style-citations.ts';
import {
  type BuiltOutput,
  buildOutput,
  folderRequest,
  type OutputRequest,
} from '../../electron/core/export/build-document.ts';
import { createBoundedCache } from '../../electron/core/export/layout/layout-cache.ts';
import { createParser, type Parser } from '../../electron/core/ingest/parse-in-child.ts';
import { resourcesDir } from './open-core.ts';

/** A parser whose processes end with the test; what hangs is given up soon. */
export function openParser(timeoutMs = 10_000): Parser {
  const parser = createParser({ workers: 1, timeoutMs });
  onTestFinished(() => parser.close());
  return parser;
}

/** Builds an output as the composer does, its citations formatted in the snapshot's style by the real processor. */
export async function buildStyled(
  snapshot: DossierSnapshot,
  csl: string,
  wanted: Partial<OutputRequest> = {},
): Promise<BuiltOutput & StyleResult> {
  const parser = openParser();
  const kind = csl.includes('class="note"') ? 'note' : 'in-text';
  const styled = { ...snapshot, citationStyle: { title: 'Prueba', kind, csl } } satisfies DossierSnapshot;
  const request: OutputRequest = { ...folderRequest, ...wanted };
  const result = await styleCitations(styled, request, {
    cite: (task, signal) => parser.perform('citations', task, { signal }),
    kept: createBoundedCache(2),
    locale: loadLocale(resourcesDir, snapshot.dossier.language),
  });
  return { ...buildOutput(styled, { ...request, styled: result.styled }), ...result };
}
