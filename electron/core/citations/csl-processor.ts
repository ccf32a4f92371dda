import { IngestError } from '../ingest/ingest-error.ts';
import type { CitationTask, CslLocale, FormattedCitations } from './citation-task.ts';
import { refuseStyle } from './refuse-style.ts';

type Wasm = typeof import('@citeproc-rs/wasm');
type Driver = InstanceType<Wasm['Driver']>;

/**
 * Formats citations and bibliography in a style. Throws IngestError `styleBroken` or `styleDependent`; where the processor
 * itself fails, this process ends: nothing that it says afterwards could be relied upon.
 */
export async function formatCitations(task: CitationTask): Promise<FormattedCitations> {
  const wasm = await loadProcessor();
  return orEnd(async () => {
    const driver = await openDriver(wasm, task.csl, task.locale);
    try {
      return format(
        driver,
        task,
        wasm.parseStyleMetadata(task.csl).independentMeta?.hasBibliography ?? false,
      );
    } finally {
      driver.free();
    }
  }, task.csl);
}

/** Loads the processor, some 5 MB, when it is first needed. */
export async function loadProcessor(): Promise<Wasm> {
  const loaded = await import('@citeproc-rs/wasm');
  return 'default' in loaded ? (loaded.default as Wasm) : loaded;
}

/** Runs work on the processor; a style's own errors are told by name, anything else ends the process. */
export async function orEnd<T>(work: () => Promise<T>, csl: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof IngestError) throw error;
    const refused = refuseStyle(error, csl);
    if (refused) throw refused;
    // A trap leaves the processor's memory as it was in the middle of its work.
    process.exit(70);
  }
}

async function openDriver({ Driver }: Wasm, style: string, { tag, xml }: CslLocale): Promise<Driver> {
  const language = tag.slice(0, 2);
  const driver = new Driver({
    style,
    format: 'html',
    formatOptions: { linkAnchors: false },
    localeOverride: tag,
    fetcher: { fetchLocale: async asked => (asked.startsWith(language) ? xml : '') },
  });
  await driver.fetchLocales();
  return driver;
}

function format(
  driver: Driver,
  { items, clusters, uncited }: CitationTask,
  hasBibliography: boolean,
): FormattedCitations {
  driver.insertReferences(items);
  driver.initClusters(clusters.map(({ cite }, index) => ({ id: `c${index}`, cites: [cite] })));
  driver.setClusterOrder(
    clusters.map(({ note }, index) => (note === null ? { id: `c${index}` } : { id: `c${index}`, note })),
  );
  if (uncited.length) driver.includeUncited({ Specific: uncited });
  return checkLengths({
    clusters: clusters.map((_, index) => driver.builtCluster(`c${index}`)),
    bibliography: hasBibliography
      ? driver.makeBibliography().map(({ id, value }) => ({ id, html: value }))
      : null,
  });
}

/** What a style may write of one source, in letters: a book's whole entry has some 300. */
const LONGEST = 20_000;

/** A style that writes without measure is given up as one that takes too much memory. */
function checkLengths(formatted: FormattedCitations): FormattedCitations {
  const { clusters, bibliography } = formatted;
  const all = [...clusters, ...(bibliography?.map(({ html }) => html) ?? [])];
  if (all.some(html => html.length > LONGEST)) throw new IngestError('outOfMemory');
  return formatted;
}
