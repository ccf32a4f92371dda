import type { Excerpt } from '../../../shared/model/excerpt.ts';
import { useNavigation } from '../../app/navigation.tsx';
import { useDossierWork } from './state/dossier-work.tsx';

/** Shows an excerpt in its source; the way back comes to the part one came from, and to the quote in it if `isQuote`. */
export function useShowInSource(): (excerpt: Excerpt, isQuote: boolean) => void {
  const { navigate } = useNavigation();
  const { dossier, part } = useDossierWork();
  return ({ id, sourceId, segments: [segment] }, isQuote) => {
    if (part) {
      const place = { dossierId: dossier.id, sectionId: part.id, ...(isQuote && { excerptId: id }) };
      navigate({ screen: 'dossier', ...place }, { replace: true });
    }
    const start = segment && { page: segment.page, offset: segment.start };
    navigate({ screen: 'source', sourceId, excerptId: id, ...(start && { place: start }) });
  };
}
