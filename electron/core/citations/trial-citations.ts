import { sourceTypes } from '../../../shared/model/source-types.ts';
import type { CitationTask, CslCluster, CslItem, CslLocale } from './citation-task.ts';
import { cslType } from './source-to-csl.ts';

/** Citations of sources of every kind, first and again, with and without a locator: what a style must be able to set. */
export function trialTask(csl: string, locale: CslLocale): CitationTask {
  const items = sourceTypes.map((type, index) => trialItem(cslType(type), index));
  const cites = items.flatMap(({ id }) => [
    { id },
    { id, label: 'page', locator: '4' },
    { id, label: 'page', locator: 'iv-vi' },
  ]);
  const clusters = cites.map((cite, index): CslCluster => ({ cite, note: index + 1 }));
  return { csl, locale, items, clusters, uncited: [] };
}

/** Each one lacks more of what a source may lack. */
function trialItem(type: string, index: number): CslItem {
  return {
    id: `trial-${index}`,
    type,
    title: `Acta ${index}`,
    ...(index % 2 === 0 && { author: [{ family: 'Pérez', given: 'Ana' }, { literal: 'Cancillería' }] }),
    ...(index % 3 !== 0 && { issued: { 'date-parts': [[2018, 9, 3]] } }),
    ...(index % 4 !== 0 && { publisher: 'Imprenta', 'container-title': 'Gaceta' }),
    ...(index % 5 !== 0 && { URL: 'https://valija.invalid/acta', language: 'es' }),
  };
}
