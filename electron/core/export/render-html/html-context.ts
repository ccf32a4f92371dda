import type { LanguageTag } from '../../../../shared/document/content.ts';
import type { ChartSetting } from '../layout/chart/chart-pen.ts';
import type { DocumentMap } from '../read-content/document-map.ts';
import type { FetchedImage } from '../read-content/fetch-images.ts';
import type { Say } from '../read-content/say-on-page.ts';
import { isRightToLeft } from '../text-direction.ts';
import type { Html } from './html.ts';

/** A note that waits to be written: at the end of its part, or beside the block that calls it. */
export interface WaitingNote {
  anchor: string;
  callAnchor: string;
  number: number;
  html: Html;
}

/** Where a name stands: an anchor in the text, and the part it is in. */
export interface NamePlace {
  anchor: string;
  part: string;
}

/** What the writers of one page share. */
export interface HtmlContext {
  map: DocumentMap;
  images: Map<string, FetchedImage>;
  say: Say;
  /** The theme and fonts that charts are drawn with. */
  look: ChartSetting;
  /** The language of the text around; a passage in another says so. */
  language: LanguageTag;
  anchors: Anchors;
  rules: StyleRules;
  /** Notes of the part that is being written. */
  endnotes: WaitingNote[];
  /** Notes beside the block that is being written. */
  sideNotes: WaitingNote[];
  /** Deepest heading so far within the part (2 for the part's own), so that no level is skipped. */
  heading: { level: number };
  names: Map<string, NamePlace[]>;
  /** The part that is being written, as the index of names says it. */
  partTitle: string;
}

/** Gives each id of the document an `id` that is legal and unique in the page. */
export class Anchors {
  readonly #byId = new Map<string, string>();
  readonly #used = new Set<string>();

  constructor(ids: Iterable<string>) {
    for (const id of ids) this.#byId.set(id, `x-${safeName(id) ?? this.#byId.size}`);
  }

  /** The anchor a link to `id` leads to, null where nothing bears it. */
  find(id: string): string | null {
    return this.#byId.get(id) ?? null;
  }

  /** The `id` attribute of the element that bears `id`; null for a second one with the same. */
  claim(id: string | undefined): string | null {
    const anchor = id === undefined ? undefined : this.#byId.get(id);
    if (anchor === undefined || this.#used.has(anchor)) return null;
    this.#used.add(anchor);
    return anchor;
  }

  /** An anchor of the page's own, beginning with `stem`. */
  make(stem: string): string {
    let anchor = stem;
    for (let count = 2; this.#used.has(anchor); count++) anchor = `${stem}-${count}`;
    this.#used.add(anchor);
    return anchor;
  }
}

/** Ids of words stay readable; a bare number could be one of those given out, so it is not kept. */
function safeName(id: string): string | null {
  return /^[A-Za-z0-9_.-]{1,80}$/.test(id) && !/^\d+$/.test(id) ? id : null;
}

/** Classes for what depends on the content (widths): the page allows no style but its own sheet. */
export class StyleRules {
  readonly #classes = new Map<string, string>();

  /** The class whose only declaration is `declaration`. */
  classFor(declaration: string): string {
    const known = this.#classes.get(declaration);
    if (known) return known;
    const name = `w${this.#classes.size + 1}`;
    this.#classes.set(declaration, name);
    return name;
  }

  /** The rules given out, one a line. */
  toString(): string {
    return [...this.#classes].map(([declaration, name]) => `.${name} { ${declaration} }`).join('\n');
  }
}

/** `lang` (and `dir`) where a passage is not in the language around it. */
export function languageAttributes(
  language: LanguageTag | undefined,
  around: LanguageTag,
): { lang?: string; dir?: string } {
  if (language === undefined || language === around || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language))
    return {};
  const turned = isRightToLeft(language) !== isRightToLeft(around);
  return turned ? { lang: language, dir: isRightToLeft(language) ? 'rtl' : 'ltr' } : { lang: language };
}
