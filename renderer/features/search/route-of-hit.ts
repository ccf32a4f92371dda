import type { SearchHit } from '../../../shared/contract/search-calls.ts';
import type { Route } from '../../app/navigation.tsx';

/** Where a hit leads: the exact place in its source, or the part of its dossier. */
export function routeOfHit(hit: SearchHit): Route {
  if (hit.kind === 'section') {
    return { screen: 'dossier', dossierId: hit.dossierId ?? hit.id, sectionId: hit.id };
  }
  const route: Route = { screen: 'source', sourceId: hit.sourceId ?? hit.id };
  if (hit.kind === 'source') return route;
  if (hit.place) route.place = { page: hit.place.page, offset: hit.place.offset };
  if (hit.kind === 'excerpt') route.excerptId = hit.id;
  return route;
}
