import { isSafeLink } from '../../shared/document/marks.ts';
import { referenceForms } from '../../shared/document/page-nodes.ts';
import type { Note } from './dossier-blocks.ts';

/** A node of ProseMirror's JSON. */
export type NodeJson = Record<string, unknown>;

/** What the texts of a part refer to. */
export interface TextReferences {
  /** Ids of excerpts, by key. */
  excerptIds: ReadonlyMap<string, string>;
  /** Ids of sources, by file name. */
  sourceIds: ReadonlyMap<string, string>;
  /** Ids of pictures, by the path that the file gives. */
  imageIds: ReadonlyMap<string, string>;
  /** Ids of parts, by the id that the file gives them; other targets keep theirs. */
  partIds: ReadonlyMap<string, string>;
  footnotes: Readonly<Record<string, Note>>;
}

interface Mark {
  type: string;
  attrs?: Record<string, string>;
}

/** What a dossier file can refer to in vain. */
export type MissingKind = 'excerpt' | 'footnote' | 'source' | 'image' | 'form' | 'link';

/** A text of a dossier file refers to what is not there. */
export class MissingReference extends Error {
  readonly kind: MissingKind;
  readonly reference: string;

  constructor(kind: MissingKind, reference: string) {
    super(`no ${kind} «${reference}»`);
    this.name = 'MissingReference';
    this.kind = kind;
    this.reference = reference;
  }
}

type Groups = Record<string, string | undefined>;

const pattern = new RegExp(
  [
    String.raw`\\(?<literal>[\\*_+[\]{}^@&|])`,
    String.raw`\*\*(?<strong>(?:\\.|[^\\])+?)\*\*(?!\*)`,
    String.raw`\*(?<em>(?:\\.|[^\\*])+?)\*`,
    '__(?<underline>.+?)__',
    String.raw`\+\+(?<smallCaps>.+?)\+\+`,
    String.raw`\[\^(?<note>[^\]]+)\]`,
    String.raw`\[@(?<target>[^\]:]+)(?::(?<form>[a-z]+))?\]`,
    String.raw`\[&(?<cited>[^\]|]+)(?:\|(?<locator>[^\]]*))?\]`,
    String.raw`\[\[(?<name>[^\]|]+)(?:\|(?<entry>[^\]]+))?\]\]`,
    String.raw`\[(?<linked>[^\]]+)\]\((?<href>[^)\s]+)\)`,
    String.raw`\{(?<language>[a-z]{2,3}(?:-[A-Za-z0-9]+)*):(?<foreign>[^{}]+)\}`,
    String.raw`(?<lineBreak>\n)`,
  ].join('|'),
  'gs',
);

/** Inline nodes of a text with the signs of a dossier file; throws {@link MissingReference}. */
export function composeInlines(
  text: string,
  references: TextReferences,
  marks: readonly Mark[] = [],
): NodeJson[] {
  const nodes: NodeJson[] = [];
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push(...composeWords(text.slice(last, match.index), marks));
    nodes.push(...composeMatch(match.groups ?? {}, references, marks));
    last = match.index + match[0].length;
  }
  nodes.push(...composeWords(text.slice(last), marks));
  return nodes;
}

function composeMatch(groups: Groups, references: TextReferences, marks: readonly Mark[]): NodeJson[] {
  const inside = (text: string, mark: Mark) => composeInlines(text, references, [...marks, mark]);
  if (groups.literal) return composeWords(groups.literal, marks);
  if (groups.strong) return inside(groups.strong, { type: 'strong' });
  if (groups.em) return inside(groups.em, { type: 'em' });
  if (groups.underline) return inside(groups.underline, { type: 'underline' });
  if (groups.smallCaps) return inside(groups.smallCaps, { type: 'small_caps' });
  if (groups.name) {
    const entry = groups.entry ?? groups.name;
    return inside(groups.name, { type: 'index_entry', attrs: { entry } });
  }
  if (groups.linked) return inside(groups.linked, composeLink(groups.href ?? ''));
  if (groups.foreign) {
    return inside(groups.foreign, { type: 'language', attrs: { language: groups.language ?? '' } });
  }
  return composeAtom(groups, references, marks);
}

function composeAtom(groups: Groups, references: TextReferences, marks: readonly Mark[]): NodeJson[] {
  if (groups.note) return [composeNote(groups.note, references)];
  if (groups.target) return [composeReference(groups.target, groups.form ?? 'label', references)];
  if (groups.cited) return [composeCitation(groups.cited, groups.locator ?? '', references)];
  if (groups.lineBreak) return [{ type: 'hard_break' }];
  return composeWords('', marks);
}

function composeWords(text: string, marks: readonly Mark[]): NodeJson[] {
  return text ? [{ type: 'text', text, ...(marks.length > 0 && { marks }) }] : [];
}

function composeLink(href: string): Mark {
  if (!isSafeLink(href)) throw new MissingReference('link', href);
  return { type: 'link', attrs: { href } };
}

function composeNote(label: string, references: TextReferences): NodeJson {
  const note = references.footnotes[label];
  if (!note) throw new MissingReference('footnote', label);
  const { text, place } = typeof note === 'string' ? { text: note, place: 'foot' } : note;
  const content = composeInlines(text, { ...references, footnotes: {} });
  return { type: 'footnote', attrs: { place }, content };
}

function composeReference(target: string, form: string, references: TextReferences): NodeJson {
  if (!referenceForms.some(each => each === form)) throw new MissingReference('form', form);
  return {
    type: 'cross_reference',
    attrs: { targetId: references.partIds.get(target) ?? target, form },
  };
}

function composeCitation(file: string, locator: string, references: TextReferences): NodeJson {
  const sourceId = references.sourceIds.get(file.trim());
  if (!sourceId) throw new MissingReference('source', file);
  return { type: 'citation', attrs: { sourceId, locator: locator.trim() } };
}
