import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../../api.ts';
import { useDossierWork } from '../state/dossier-work.tsx';
import type { Draft } from '../state/draft-store.ts';
import { openPreview } from './open-preview.ts';
import { PreviewLoop } from './preview-loop.ts';
import { describePrinted } from './printed-state.ts';

/** One preview, open for drawing. */
export interface Preview {
  pdf: PDFDocumentProxy;
  pageCount: number;
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
}

/** Keeps the dossier's PDF up to date with every keystroke while it is shown. */
export function usePreview(): PreviewState {
  const { dossier, drafts, quotes } = useDossierWork();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const loop = useRef<PreviewLoop<Draft | null, Preview>>(undefined);

  useEffect(() => {
    const started = new PreviewLoop<Draft | null, Preview>({
      render: draft => renderPreview(dossier.id, draft),
      onPreview(next) {
        setFailure(null);
        setPreview(before => {
          // The old pages stay on show until the new ones are drawn; then nobody asks for them any more.
          if (before) setTimeout(() => void before.pdf.loadingTask.destroy(), 2000);
          return next;
        });
      },
      onFailure: setFailure,
      onBusy: setBusy,
    });
    loop.current = started;
    started.request(drafts.read());
    const unsubscribe = drafts.subscribe(() => started.request(drafts.read()));
    return () => {
      unsubscribe();
      started.end();
    };
  }, [dossier.id, drafts]);

  // Whatever else is stored anew (order, titles, details, a quote's place) is printed anew.
  const printed = describePrinted(dossier, drafts.read()?.sectionId ?? null);
  const shown = useRef({ printed, quotes });
  useEffect(() => {
    if (shown.current.printed === printed && shown.current.quotes === quotes) return;
    shown.current = { printed, quotes };
    loop.current?.request(drafts.read());
  }, [printed, quotes, drafts]);

  return { preview, isBusy, failure, retry: () => loop.current?.request(drafts.read()) };
}

async function renderPreview(id: string, draft: Draft | null): Promise<Preview> {
  const unsaved = draft && { sectionId: draft.sectionId, text: draft.text.toJSON() };
  const start = performance.now();
  const answer = await call('dossiers.preview', { id, ...(unsaved ? { draft: unsaved } : {}) });
  const composed = performance.now();
  const pdf = await openPreview(answer.pdf);
  // For the benchmark, and for whoever opens the browser's performance tools.
  performance.measure('dossier.preview.compose', { start, end: composed });
  performance.measure('dossier.preview.open', { start: composed });
  const viewport = answer.pageCount > 0 ? (await pdf.getPage(1)).getViewport({ scale: 1 }) : null;
  return {
    pdf,
    pageCount: answer.pageCount,
    sectionPages: answer.sectionPages,
    missingGlyphs: answer.missingGlyphs,
    width: viewport?.width ?? 595,
    height: viewport?.height ?? 842,
  };
}
