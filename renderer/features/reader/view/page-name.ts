import type { Translate } from '../../../app/i18n.tsx';

/** A page as it is named to people: «p. iv · 4 de 12», without a printed label «4 de 12». */
export function writePageName(t: Translate, index: number, label: string | null, count: number): string {
  const values = { label: label ?? '', number: index + 1, count };
  return label === null ? t('reader.pageNumber', values) : t('reader.pageNameAndNumber', values);
}

/** The pages of an excerpt: «pp. iv–v (4–5)», without printed labels «pp. 4–5». */
export function writeExcerptPages(
  t: Translate,
  pages: { firstPage: number; lastPage: number; firstLabel: string | null; lastLabel: string | null },
): string {
  const { firstPage, lastPage, firstLabel, lastLabel } = pages;
  const count = lastPage - firstPage + 1;
  const span = (from: string, to: string) => (count === 1 ? from : `${from}–${to}`);
  const numbers = span(String(firstPage), String(lastPage));
  if (firstLabel === null && lastLabel === null) return t('reader.pages', { count, pages: numbers });
  const labels = span(firstLabel ?? String(firstPage), lastLabel ?? String(lastPage));
  return t('reader.pagesWithLabels', { count, labels, numbers });
}
