/** The anchor of a page of an annex that the dossier quotes; `page` counts from 0 through the original. */
export function annexPageAnchor(annexId: string, page: number): string {
  return `${annexId}-p${page + 1}`;
}
