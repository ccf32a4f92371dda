import type { AnnexContent } from '../../../../shared/document/content-document.ts';
import { IngestError } from '../../ingest/ingest-error.ts';
import type { ExportResources } from '../export-resources.ts';
import type { BoundedCache } from '../layout/layout-cache.ts';
import type { OriginalPages } from './original-pages.ts';

/** Takes an original apart where it can be killed; rejects with IngestError. */
export type TakeApart = (bytes: Uint8Array, signal?: AbortSignal) => Promise<OriginalPages>;

/** What opening needs: where bytes come from, what takes them apart, and what is kept by the hash of each source's file. */
export interface OpenOptions {
  resources: ExportResources;
  takeApart: TakeApart;
  kept: BoundedCache<OriginalPages>;
  hashOf: (sourceId: string) => string;
  signal?: AbortSignal;
}

/** The originals of annexes by source, and those that cannot be bound in with the reason (an IngestErrorCode). */
export interface OpenedOriginals {
  originals: Map<string, OriginalPages>;
  unusable: { sourceId: string; title: string; reason: string }[];
}

/** Opens the originals of annexes one after the other; one that fails does not keep the others out. Rejects only when cancelled. */
export async function openOriginals(annexes: AnnexContent[], options: OpenOptions): Promise<OpenedOriginals> {
  const opened: OpenedOriginals = { originals: new Map(), unusable: [] };
  for (const { sourceId, title, bound } of annexes) {
    if (bound === 'text') continue;
    try {
      opened.originals.set(sourceId, await openOriginal(sourceId, options));
    } catch (error) {
      if (!(error instanceof IngestError) || error.code === 'cancelled') throw error;
      opened.unusable.push({ sourceId, title, reason: error.code });
    }
  }
  return opened;
}

async function openOriginal(sourceId: string, options: OpenOptions): Promise<OriginalPages> {
  const { kept, resources, takeApart, signal } = options;
  const key = options.hashOf(sourceId);
  const known = kept.get(key);
  if (known) return known;
  const bytes = await resources.original(sourceId);
  if (!bytes) throw new IngestError('unreadable');
  const original = await takeApart(bytes, signal);
  kept.set(key, original);
  return original;
}
