import { expect, test } from 'vitest';
import { routeOfHit } from '../../../renderer/features/search/route-of-hit.ts';
import type { SearchHit } from '../../../shared/contract/search-calls.ts';

const hit = (more: Partial<SearchHit>): SearchHit => ({
  kind: 'source',
  id: 'id',
  sourceId: null,
  dossierId: null,
  title: '',
  place: null,
  snippet: [],
  ...more,
});

test('each kind leads to its exact place', () => {
  const place = { page: 3, label: 'iv', offset: 41 };
  expect(routeOfHit(hit({ kind: 'source', id: 's' }))).toEqual({ screen: 'source', sourceId: 's' });
  expect(routeOfHit(hit({ kind: 'page', sourceId: 's', place }))).toEqual({
    screen: 'source',
    sourceId: 's',
    place: { page: 3, offset: 41 },
  });
  expect(routeOfHit(hit({ kind: 'excerpt', id: 'e', sourceId: 's', place }))).toEqual({
    screen: 'source',
    sourceId: 's',
    place: { page: 3, offset: 41 },
    excerptId: 'e',
  });
  expect(routeOfHit(hit({ kind: 'section', id: 'p', dossierId: 'd' }))).toEqual({
    screen: 'dossier',
    dossierId: 'd',
    sectionId: 'p',
  });
});
