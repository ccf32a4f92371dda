import type { INumberingOptions } from 'docx';
import type { HexColor, LanguageTag } from '../../../../shared/document/content.ts';
import type { DocumentMap } from '../read-content/document-map.ts';
import type { FetchedImage } from '../read-content/fetch-images.ts';
import type { Say } from '../read-content/say-on-page.ts';
import type { WordPage } from './page-setup.ts';
import type { WordTheme } from './word-theme.ts';

/** A comment of the file: its number, and its words. */
export interface WordComment {
  id: number;
  lines: string[];
}

/** What the whole file shares while it is written. */
export interface WordFile {
  /** The language of the document: runs in another say so. */
  language: LanguageTag;
  map: DocumentMap;
  images: Map<string, FetchedImage>;
  say: Say;
  page: WordPage;
  theme: WordTheme;
  bookmarks: Bookmarks;
  /** Definitions of ordered lists: each list counts from its own start. */
  lists: INumberingOptions['config'][number][];
  /** Null where the file must not say what its quotes rest on. */
  comments: WordComment[] | null;
  /** Numbers of pictures and charts, unique in the file. */
  drawings: { count: number };
  /** How far each sequence («Figura», «Cuadro») has counted. */
  sequences: Map<string, number>;
  /** Names for the index, with the bookmark of each place. */
  names: Map<string, string[]>;
}

/** How the blocks of one place are written. */
export interface WordContext {
  file: WordFile;
  /** The language of the text around. */
  language: LanguageTag;
  /** Width for a table or picture, in twips (1/20 point). */
  width: number;
  /** Left indent of every paragraph, in twips. */
  indent: number;
  /** The style of plain paragraphs here. */
  style: string;
  /** Depth of lists around, 0 outside of any. */
  listDepth: number;
  /** Each point begins a page but the first. */
  pointsApart?: boolean;
  /** Inside a note, where no other note may be called. */
  inNote?: boolean;
  align?: 'start' | 'center' | 'end';
  color?: HexColor;
}

/**
 * Names of bookmarks by id of the content. Word takes 40 characters of letters, digits and underscores, and hides names that
 * begin with an underscore.
 */
export class Bookmarks {
  readonly #names = new Map<string, string>();
  readonly #placed = new Set<string>();
  #made = 0;

  constructor(ids: Iterable<string>) {
    for (const id of ids) this.#names.set(id, this.makeName());
  }

  /** The bookmark a reference to `id` leads to, null where nothing bears it. */
  find(id: string): string | null {
    return this.#names.get(id) ?? null;
  }

  /** The bookmark of what bears `id`, null for a second one with the same. */
  claim(id: string | undefined): string | null {
    const name = id === undefined ? undefined : this.#names.get(id);
    if (name === undefined || this.#placed.has(name)) return null;
    this.#placed.add(name);
    return name;
  }

  /** A name of its own for something without id. */
  makeName(): string {
    this.#made++;
    return `_Ref${String(this.#made).padStart(9, '0')}`;
  }
}
