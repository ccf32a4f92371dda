import { isMessageKey } from '../../../../shared/i18n/format-message.ts';
import type { Source } from '../../../../shared/model/source.ts';
import type { Translate } from '../../../app/i18n.tsx';

/** What the importer noticed, in the user's language; null for what only matters to the metadata. */
export function writeWarning(t: Translate, { code, details }: Source['warnings'][number]): string | null {
  const key = `reader.warning.${code}`;
  if (!isMessageKey(key)) return null;
  return t(key, { pages: '', encoding: '', ...details, count: countPages(String(details.pages ?? '')) });
}

/** The number of pages in a list such as «3, 7–9» (4). */
export function countPages(list: string): number {
  let count = 0;
  for (const [, from, to] of list.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)) {
    count += to === undefined ? 1 : Math.max(1, Number(to) - Number(from) + 1);
  }
  return count;
}
