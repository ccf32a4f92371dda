import { Failure } from '../../../shared/contract/result.ts';
import type { ContentDocument } from '../../../shared/document/content-document.ts';
import { disclosedOutputs, type Notice } from '../../../shared/model/output.ts';
import type { FormattedCitations } from '../citations/citation-task.ts';
import { loadLocale } from '../citations/load-locale.ts';
import { openOriginals } from '../export/annexes/open-originals.ts';
import type { OriginalPages } from '../export/annexes/original-pages.ts';
import { type BuiltOutput, buildOutput } from '../export/build-document.ts';
import { ExportError } from '../export/export-error.ts';
import { createLayoutCache, exportPdf } from '../export/export-pdf.ts';
import { createBoundedCache } from '../export/layout/layout-cache.ts';
import { loadThemes } from '../export/load-themes.ts';
import { allBlocks, walkBlocks } from '../export/read-content/walk-content.ts';
import { IngestError } from '../ingest/ingest-error.ts';
import type {
  ComposedOutput,
  ComposeOptions,
  ComposeRequest,
  OutputComposer,
  Readers,
} from './compose-output.ts';
import { dropBrokenPictures } from './drop-broken-pictures.ts';
import type { DossierSnapshot } from './snapshot.ts';
import { styleCitations } from './style-citations.ts';
import { writeFormat } from './write-formats.ts';

/** Originals kept taken apart for the live preview. */
const KEPT_ORIGINALS = 12;

/** Outputs whose citations in a user's style are kept. */
const KEPT_CITATIONS = 12;

/** What a PDF may be locked with. */
type Protection = { password: string; permissions: { print: boolean; copy: boolean } } | null;

/** Makes the composer (themes and fonts are read when first used); the layouts of unchanged parts are kept between previews. */
export async function openComposer(resourcesDir: string, readers: Readers): Promise<OutputComposer> {
  const themes = loadThemes(resourcesDir);
  const cache = createLayoutCache();
  const kept = createBoundedCache<OriginalPages>(KEPT_ORIGINALS);
  /** Pictures that a preview has found whole. */
  const sound = new Set<string>();
  const citations = createBoundedCache<FormattedCitations>(KEPT_CITATIONS);
  const print = async (
    content: ContentDocument,
    protection: Protection,
    options: ComposeOptions & { originals?: ReadonlyMap<string, OriginalPages> },
  ): Promise<ComposedOutput> => {
    const pdf = await exportPdf(content, { ...options, protection, themes, cache });
    return { ...pdf, bytes: new Uint8Array(pdf.bytes) };
  };
  /** An original that cannot be bound in is not announced either: the output is built again without it. */
  const printOutput = async (
    built: BuiltOutput,
    snapshot: DossierSnapshot,
    request: ComposeRequest,
    options: ComposeOptions,
  ): Promise<ComposedOutput> => {
    const { originals, unusable } = await openOriginals(built.document.annexes, {
      ...options,
      takeApart: readers.takeApart,
      kept,
      hashOf: id => snapshot.sources[id]?.sha256 ?? id,
    });
    const unusableOriginals = unusable.map(({ sourceId }) => sourceId);
    const { document } = unusable.length ? buildOutput(snapshot, { ...request, unusableOriginals }) : built;
    const made = await print(document, protectionOf(request), { ...options, originals });
    const leftOut = unusable.map(
      ({ title, reason }): Notice => ({ code: 'annexLeftOut', details: { name: title, reason } }),
    );
    return { ...made, notices: [...leftOut, ...made.notices] };
  };
  return {
    compose: (given, wanted, options) =>
      orFail(wanted.preset.theme, async () => {
        const { styled, notices } = await styleCitations(given, wanted, {
          cite: readers.cite,
          kept: citations,
          locale: loadLocale(resourcesDir, given.dossier.language),
          signal: options.signal,
        });
        const request = { ...wanted, styled };
        const first = buildOutput(given, request);
        if (first.empty) return null;
        const seen = options.quick ? sound : new Set<string>();
        const usable = await dropBrokenPictures(given, first.document, options.resources, seen);
        const { snapshot } = usable;
        const built = usable.notices.length ? buildOutput(snapshot, request) : first;
        const made =
          request.format === 'pdf'
            ? await printOutput(built, snapshot, request, options)
            : await writeFormat(built.document, { resourcesDir, themes, readers }, request, options);
        const dropped = listDroppedProfiles(built.document, snapshot);
        return {
          ...made,
          notices: [
            ...notices,
            ...listNotices(built, request),
            ...usable.notices,
            ...dropped,
            ...made.notices,
          ],
        };
      }),
    composeDocument: (content, options) => orFail(content.theme, () => print(content, null, options)),
  };
}

function protectionOf({ password, preset }: ComposeRequest): Protection {
  return password === null
    ? null
    : { password, permissions: preset.permissions ?? { print: true, copy: true } };
}

function listNotices({ document, heldBack, tooLong }: BuiltOutput, request: ComposeRequest): Notice[] {
  const { banner } = document;
  const leaves = disclosedOutputs.includes(request.kind);
  const held: Notice[] = heldBack > 0 ? [{ code: 'heldBack', details: { count: heldBack } }] : [];
  const marked: Notice[] =
    leaves && banner ? [{ code: 'markedOutput', details: { marking: banner.text } }] : [];
  const open: Notice[] =
    request.password !== null && request.format !== 'pdf'
      ? [{ code: 'formatNotProtected', details: {} }]
      : [];
  const leftOut = tooLong.map(
    (name): Notice => ({ code: 'annexLeftOut', details: { name, reason: 'tooLarge' } }),
  );
  return [...held, ...marked, ...open, ...leftOut];
}

/** Pictures of a document whose colours had to be guessed. */
function listDroppedProfiles(document: ContentDocument, { images }: DossierSnapshot): Notice[] {
  const names = new Set<string>();
  walkBlocks(allBlocks(document), block => {
    const image = block.kind === 'figure' ? images[block.imageId] : undefined;
    if (image?.profileDropped) names.add(image.fileName);
  });
  return [...names].map(name => ({ code: 'imageProfileDropped', details: { name } }));
}

async function orFail<T>(theme: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof IngestError) throw new Failure(error.code, error.details, error.message);
    if (!(error instanceof ExportError)) throw error;
    const why = error.cause instanceof Error ? error.cause.message : '';
    throw new Failure(error.code, { theme, why }, error.message);
  }
}
