import { writeFileSync } from 'node:fs';
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts';
import type { Excerpt } from '../../shared/model/excerpt.ts';
import { defaultPreset, type ExportPreset } from '../../shared/model/output.ts';
import type { Source } from '../../shared/model/source.ts';
import type { TestCore } from './open-core.ts';

/** Imports one text as a file and gives its source. */
export async function importText(test: TestCore, name: string, text: string): Promise<Source> {
  writeFileSync(test.path(name), text);
  const job = await test.run(test.call('sources.import', { files: [test.grant(test.path(name))] }));
  if (job.result?.kind !== 'import') throw new Error(JSON.stringify(job));
  const outcome = job.result.outcomes[0]!;
  if (outcome.kind === 'failed') throw new Error(JSON.stringify(outcome.error));
  return test.call('sources.get', { id: outcome.sourceId });
}

/** Keeps the words `exact` of a source as an excerpt. */
export async function excerptOf(
  test: TestCore,
  source: Source,
  exact: string,
  details: Partial<Excerpt> = {},
): Promise<Excerpt> {
  const { places } = await test.call('excerpts.locate', { sourceId: source.id, exact });
  if (!places[0]) throw new Error(`not in the source: ${exact}`);
  return test.call('excerpts.create', { sourceId: source.id, ...places[0], details });
}

/** A text of one paragraph, and a quote of each excerpt after it. */
export function textWith(words: string, ...excerptIds: string[]): Record<string, unknown> {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: words }] };
  const quotes = excerptIds.map(excerptId => ({ type: 'excerpt_quote', attrs: { excerptId } }));
  return { type: 'doc', content: [paragraph, ...quotes] };
}

/** A new dossier from the one-page template. */
export function createDossier(test: TestCore, title = 'Diálogo'): Promise<CallOutput<'dossiers.create'>> {
  return test.call('dossiers.create', { templateId: 'ayuda-memoria', language: 'es', details: { title } });
}

/** The input of an export of the whole folder into one PDF; `changes` are made to the usual preset. */
export function exportTo(
  t: TestCore,
  id: string,
  path: string,
  changes: Partial<ExportPreset> = {},
): CallInput<'dossiers.export'> {
  return {
    id,
    preset: { ...defaultPreset, ...changes },
    password: null,
    target: { kind: 'file', file: t.grant(path) },
  };
}
