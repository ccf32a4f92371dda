import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OutputKind } from '../../../../shared/model/output.ts';
import { call, useCall } from '../../../api.ts';
import { useDossierWork } from '../state/dossier-work.tsx';
import type { Draft } from '../state/draft-store.ts';
import { openPreview } from './open-preview.ts';
import { coversRange, FIRST_PAGES, type PageRange, widenRange } from './page-range.ts';
import { PreviewLoop } from './preview-loop.ts';
import { describePrinted } from './printed-state.ts';

/** One preview, open for drawing. */
export interface Preview {
  /** Null where the output has nothing to print. */
  pdf: PDFDocumentProxy | null;
  pageCount: number;
  /** The pages that are painted; the others are empty. */
  painted: PageRange;
  /** The same for previews of the same content, whichever of its pages they paint. */
  version: number;
  sectionPages: Record<string, number>;
  missingGlyphs: readonly string[];
  /** Size of the first page in points. */
  width: number;
  height: number;
}

/** The newest preview, and how the next one stands. */
export interface PreviewState {
  preview: Preview | null;
  isBusy: boolean;
  failure: unknown;
  retry(): void;
  /** Says which pages are in sight: they are painted first, and no others until they come in sight. */
  look(sight: PageRange): void;
}

/** What is to be painted: the dossier with what is written in it now. */
interface Wish {
  draft: Draft | null;
  version: number;
}

let versions = 0;

/** Keeps the PDF of one of the dossier's outputs up to date with every keystroke while it is shown. */
export function usePreview(kind: OutputKind): PreviewState {
  const { dossier, drafts, quotes } = useDossierWork();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const loop = useRef<PreviewLoop<Wish, Preview>>(undefined);
  const wish = useRef<Wish>({ draft: null, version: 0 });
  const newest = useRef<Preview | null>(null);
  const sight = useRef<PageRange>(FIRST_PAGES);
  const renew = useCallback(() => {
    wish.current = { draft: drafts.read(), version: ++versions };
    loop.current?.request(wish.current);
  }, [drafts]);
  const look = useCallback((range: PageRange) => {
    sight.current = range;
    const { current } = newest;
    if (current && !coversRange(current.painted, range, current.pageCount))
      loop.current?.request(wish.current);
  }, []);

  useEffect(() => {
    const started = new PreviewLoop<Wish, Preview>({
      render: wished => renderPreview(dossier.id, kind, wished, widenRange(sight.current)),
      onPreview(next) {
        setFailure(null);
        newest.current = next;
        // Somebody scrolled meanwhile.
        if (!coversRange(next.painted, sight.current, next.pageCount)) started.request(wish.current);
        setPreview(before => {
          // The old pages stay on show until the new ones are drawn; then nobody asks for them any more.
          if (before) setTimeout(() => void before.pdf?.loadingTask.destroy(), 2000);
          return next;
        });
      },
      onFailure: setFailure,
      onBusy: setBusy,
    });
    loop.current = started;
    newest.current = null;
    renew();
    const unsubscribe = drafts.subscribe(renew);
    return () => {
      unsubscribe();
      started.end();
    };
  }, [dossier.id, kind, drafts, renew]);

  // Whatever else is stored anew (order, titles, details, a quote's place) is printed anew.
  const printed = describePrinted(dossier, drafts.read()?.sectionId ?? null);
  const preset = useCall('exports.preset', { id: dossier.id }).data;
  const shown = useRef({ printed, quotes, preset });
  useEffect(() => {
    const before = shown.current;
    if (before.printed === printed && before.quotes === quotes && before.preset === preset) return;
    shown.current = { printed, quotes, preset };
    // The first answer on how it is exported changes nothing: the core knew it.
    if (before.preset === undefined && before.printed === printed && before.quotes === quotes) return;
    renew();
  }, [printed, quotes, preset, renew]);

  return { preview, isBusy, failure, retry: renew, look };
}

async function renderPreview(
  id: string,
  kind: OutputKind,
  { draft, version }: Wish,
  painted: PageRange,
): Promise<Preview> {
  const unsaved = draft && { draft: { sectionId: draft.sectionId, text: draft.text.toJSON() } };
  const start = performance.now();
  const answer = await call('dossiers.preview', { id, kind, pages: painted, ...unsaved });
  const composed = performance.now();
  const pdf = answer.pageCount > 0 ? await openPreview(answer.pdf) : null;
  // For the benchmark, and for whoever opens the browser's performance tools.
  performance.measure('dossier.preview.compose', { start, end: composed });
  performance.measure('dossier.preview.open', { start: composed });
  const viewport = (await pdf?.getPage(1))?.getViewport({ scale: 1 });
  return {
    pdf,
    pageCount: answer.pageCount,
    painted,
    version,
    sectionPages: answer.sectionPages,
    missingGlyphs: answer.missingGlyphs,
    width: viewport?.width ?? 595,
    height: viewport?.height ?? 842,
  };
}
