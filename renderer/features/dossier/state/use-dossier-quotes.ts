import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Excerpt, QuoteStatus, QuoteVerification } from '../../../../shared/model/excerpt.ts';
import { useCall } from '../../../api.ts';

/** The excerpts that a dossier quotes, and how each stands against its source now. */
export interface DossierQuotes {
  find(excerptId: string): Excerpt | undefined;
  /** Undefined while it is not known, and for an excerpt that is not in the library. */
  statusOf(excerptId: string): QuoteStatus | undefined;
  verificationOf(excerptId: string): QuoteVerification | undefined;
  /** True once the excerpts were read: only then is one that is not found missing. */
  isLoaded: boolean;
}

/** Reads and verifies the quotes of a dossier; `excerptIds` are those of its texts as they are written now. */
export function useDossierQuotes(dossierId: string, excerptIds: readonly string[]): DossierQuotes {
  const ids = useMemo(() => [...new Set(excerptIds)].sort(), [excerptIds]);
  const excerpts = useCall('excerpts.get', { ids }, { placeholderData: keepPreviousData });
  const verified = useCall('dossiers.verify', { id: dossierId }, { placeholderData: keepPreviousData });
  return useMemo(() => {
    const byId = new Map((excerpts.data?.items ?? []).map(excerpt => [excerpt.id, excerpt]));
    const verifications = new Map((verified.data?.items ?? []).map(item => [item.excerptId, item]));
    return {
      find: id => byId.get(id),
      statusOf: id => {
        const excerpt = byId.get(id);
        if (!excerpt || excerpt.trashedAt) return undefined;
        return verifications.get(id)?.status ?? excerpt.status;
      },
      verificationOf: id => verifications.get(id),
      isLoaded: excerpts.isSuccess && !excerpts.isPlaceholderData,
    };
  }, [excerpts.data, excerpts.isSuccess, excerpts.isPlaceholderData, verified.data]);
}
