import { createHash } from 'node:crypto';
import { Failure } from '../../../shared/contract/result.ts';
import type { Notice } from '../../../shared/model/output.ts';
import type { CitationTask, CslLocale, FormattedCitations } from '../citations/citation-task.ts';
import { parseCitationHtml } from '../citations/parse-citation-html.ts';
import { sourceToCsl } from '../citations/source-to-csl.ts';
import type { MetCitation, StyledCitations } from '../export/build-document/citations.ts';
import { buildOutput, type OutputRequest } from '../export/build-document.ts';
import type { BoundedCache } from '../export/layout/layout-cache.ts';
import { IngestError } from '../ingest/ingest-error.ts';
import type { DossierSnapshot, SnapshotStyle } from './snapshot.ts';

/** What citing in a user's style needs of the outside. `cite` rejects with IngestError, whatever the style does. */
export interface StyleTools {
  cite(task: CitationTask, signal: AbortSignal): Promise<FormattedCitations>;
  kept: BoundedCache<FormattedCitations>;
  locale: CslLocale;
  signal?: AbortSignal;
}

/** The citations of an output in its dossier's style, and what must be said of it. */
export interface StyleResult {
  styled: StyledCitations | null;
  notices: Notice[];
}

/** A style that takes longer for all citations of an output is given up, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Has every citation of an output formatted at once in the dossier's citation style. Where that fails the house style stands in, and a
 * notice says so. Throws `cancelled`.
 */
export async function styleCitations(
  snapshot: DossierSnapshot,
  request: OutputRequest,
  tools: StyleTools,
): Promise<StyleResult> {
  const style = snapshot.citationStyle;
  if (!style) return { styled: null, notices: [] };
  const gathered = buildOutput(snapshot, {
    ...request,
    styled: { kind: style.kind, clusters: null, bibliography: null },
  });
  if (!gathered.cited.length || (needsBibliography(style) && !gathered.listsSources))
    return { styled: null, notices: [] };
  const task: CitationTask = {
    csl: style.csl,
    locale: tools.locale,
    items: gathered.cited.map(id => sourceToCsl(snapshot.sources[id]!)),
    clusters: [...gathered.met],
    uncited: listUncited(gathered),
  };
  try {
    return { styled: readFormatted(style, gathered.met, await citeOnce(task, tools)), notices: [] };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    if (tools.signal?.aborted) throw new Failure('cancelled');
    return { styled: null, notices: [tellFailure(style, error)] };
  }
}

/** Numbers and labels mean nothing where no bibliography is printed. */
function needsBibliography({ csl }: SnapshotStyle): boolean {
  return /<category\s[^>]*citation-format\s*=\s*["'](?:numeric|label)["']/.test(csl);
}

function listUncited({ cited, met }: Pick<ReturnType<typeof buildOutput>, 'cited' | 'met'>): string[] {
  const inClusters = new Set(met.map(({ cite }) => cite.id));
  return cited.filter(id => !inClusters.has(id));
}

async function citeOnce(task: CitationTask, { cite, kept, signal }: StyleTools): Promise<FormattedCitations> {
  const key = createHash('sha256').update(JSON.stringify(task)).digest('hex');
  const known = kept.get(key);
  if (known) return known;
  const patience = AbortSignal.timeout(PATIENCE);
  const formatted = await cite(task, signal ? AbortSignal.any([signal, patience]) : patience);
  kept.set(key, formatted);
  return formatted;
}

function readFormatted(
  { kind }: SnapshotStyle,
  met: readonly MetCitation[],
  formatted: FormattedCitations,
): StyledCitations {
  const listed = formatted.bibliography?.map(({ id, html }) => ({
    sourceId: id,
    inlines: parseCitationHtml(html),
  }));
  return {
    kind,
    clusters: met.map(({ cite }, index) => ({
      cite,
      runs: parseCitationHtml(formatted.clusters[index] ?? ''),
    })),
    bibliography: listed?.filter(({ inlines }) => inlines.length > 0) ?? null,
  };
}

function tellFailure({ title }: SnapshotStyle, { code, details }: IngestError): Notice {
  const why = typeof details.why === 'string' ? details.why : code === 'cancelled' ? 'timeout' : code;
  return { code: 'citationStyleFailed', details: { name: title, why } };
}
