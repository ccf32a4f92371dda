import type { MarkSpec } from 'prosemirror-model';
import { readAttribute } from './read-attributes.ts';

/** The marks of a dossier's text: style, links, the language of a passage, and the names that the index lists. */
export const marks = {
  link: {
    attrs: { href: { validate: 'string' } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: dom => readLink(dom) }],
    toDOM: node => ['a', { href: String(node.attrs.href), rel: 'noreferrer' }, 0],
  },
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  underline: { parseDOM: [{ tag: 'u' }], toDOM: () => ['u', 0] },
  small_caps: {
    parseDOM: [{ tag: 'span[data-small-caps]' }],
    toDOM: () => ['span', { 'data-small-caps': 'true' }, 0],
  },
  /** A passage in another language (BCP 47): its hyphens, and how it is read out. */
  language: {
    attrs: { language: { validate: 'string' } },
    parseDOM: [{ tag: 'span[lang]', getAttrs: dom => readLanguage(dom) }],
    toDOM: node => ['span', { lang: String(node.attrs.language) }, 0],
  },
  /** A name that the index lists, as `entry` («Morales, Evo»). */
  index_entry: {
    attrs: { entry: { validate: 'string' } },
    inclusive: false,
    parseDOM: [
      { tag: 'span[data-index-entry]', getAttrs: dom => ({ entry: readAttribute(dom, 'data-index-entry') }) },
    ],
    toDOM: node => ['span', { 'data-index-entry': String(node.attrs.entry) }, 0],
  },
} satisfies Record<string, MarkSpec>;

/** Only web and mail addresses become links: `javascript:` and the like are dropped on paste. */
function readLink(dom: unknown): { href: string } | false {
  const href = readAttribute(dom, 'href') ?? '';
  return isSafeLink(href) ? { href } : false;
}

/** What is pasted with a language that is none loses it, so that the text can be saved. */
function readLanguage(dom: unknown): { language: string } | false {
  const language = canonicalLanguage(readAttribute(dom, 'lang') ?? '');
  return language ? { language } : false;
}

/** A BCP 47 tag as it is usually written («en-GB»); null for what is none. */
export function canonicalLanguage(tag: string): string | null {
  if (!tag) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** Whether an address may stand in a dossier as a link. */
export function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(href);
}
