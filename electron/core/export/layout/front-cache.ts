import type { LaidPage } from './build-pages.ts';
import type { BoundedCache } from './layout-cache.ts';
import { type ContentsList, layoutContents } from './layout-contents.ts';
import type { Setting } from './setting.ts';

interface LaidLists {
  pages: LaidPage[];
  missing: string[];
  printsPages: boolean;
}

/** Contents and lists laid out, by what stands in them, with the characters that no font has: few keystrokes change them. */
export type FrontCache = BoundedCache<LaidLists>;

/** Lays out lists, with the pages of their entries. */
export type LayLists = (
  lists: ContentsList[],
  pageOf: (id: string) => number | null,
  setting: Setting,
) => LaidPage[];

/** Lays out lists, or takes them from a preview's cache; `facts` are what else their look depends on. */
export function layListsWith(cache: FrontCache | null, facts: string): LayLists {
  if (!cache) return layoutContents;
  return (lists, pageOf, setting) => {
    const pages = lists.map(list => list.entries.map(entry => pageOf(entry.id)));
    const key = facts + JSON.stringify([lists, pages]);
    const known = cache.get(key);
    const laid = known ?? lay(lists, pageOf, setting);
    for (const character of laid.missing) setting.missing.add(character);
    // A text above the contents that prints pages depends on more than its own words.
    if (!known && !laid.printsPages) cache.set(key, laid);
    return laid.pages;
  };
}

function lay(...[lists, pageOf, setting]: Parameters<LayLists>): LaidLists {
  const asked: Setting['pages']['asked'] = new Map();
  const own = { ...setting, missing: new Set<string>(), pages: { ...setting.pages, asked } };
  const pages = layoutContents(lists, pageOf, own);
  return { pages, missing: [...own.missing], printsPages: asked.size > 0 };
}
