import { Node } from 'prosemirror-model';
import {
  collectCitedSourceIds,
  collectExcerptIds,
  collectImageIds,
} from '../../../../shared/document/references.ts';
import { documentSchema } from '../../../../shared/document/schema.ts';
import { generatedPartKinds, type Meeting, type Section } from '../../../../shared/model/dossier.ts';
import type { ExportPreset, OutputKind } from '../../../../shared/model/output.ts';
import type { DossierSnapshot } from '../../dossier/snapshot.ts';
import { type HeldBack, pruneText } from './prune-text.ts';

/** A dossier as far as an output may show it; `heldBack` counts the parts and blocks that were left out. */
export interface Disclosed {
  snapshot: DossierSnapshot;
  heldBack: number;
}

/** A part that may go, with what is left of its text (null: nothing). */
interface OpenPart {
  section: Section;
  text: Node | null;
}

/**
 * Takes everything that must not be disclosed out of a snapshot before anything else reads it, so that nothing which is
 * numbered, listed, cited or computed later can tell of it. Outputs that stay within the delegation get the snapshot as it is.
 */
export function discloseSnapshot(
  snapshot: DossierSnapshot,
  { kind, preset }: { kind: OutputKind; preset: Pick<ExportPreset, 'annexes'> },
): Disclosed {
  if (kind !== 'handOver' && kind !== 'share') return { snapshot, heldBack: 0 };
  const held: HeldBack = { count: 0 };
  const parts: OpenPart[] = [];
  for (const section of snapshot.sections) {
    const text = Node.fromJSON(documentSchema, section.text);
    if (mayGo(section, kind)) parts.push({ section, text: openText(section, text, held) });
    else if (generatedPartKinds.includes(section.kind) || !isBlankText(text)) held.count += 1;
  }
  const written = (part: Section['kind']) =>
    generatedPartKinds.includes(part) || (part === 'annexes' && preset.annexes !== 'none');
  const shown = parts.filter(({ section, text }) => written(section.kind) || !isBlankText(text));
  const restricted = restrict(snapshot, shown);
  const sections = restricted.sections.filter(
    (section, index) => !listsSources(section) || !isBlankText(shown[index]!.text) || cites(restricted),
  );
  return { snapshot: { ...restricted, sections }, heldBack: held.count };
}

/** The parts that the exporter fills with sources and their originals. */
function listsSources({ kind }: Section): boolean {
  return kind === 'sources' || kind === 'annexes';
}

/** Without a source there is nothing to list. */
function cites({ sources }: DossierSnapshot): boolean {
  return Object.keys(sources).length > 0;
}

/** What is written above the contents tells how to read the whole folder. */
function openText({ kind }: Section, text: Node, held: HeldBack): Node | null {
  if (kind !== 'contents') return pruneText(text, held);
  if (!isBlankText(text)) held.count += 1;
  return null;
}

function mayGo({ disclosure }: Section, kind: 'handOver' | 'share'): boolean {
  return disclosure === 'handOver' || disclosure === kind;
}

/** Whether a text has nothing to print. */
export function isBlankText(text: Node | null): boolean {
  if (!text) return true;
  let blank = text.textContent.trim() === '';
  text.descendants(node => {
    if (node.isAtom && !node.isText && node.type.name !== 'hard_break' && !isBreak(node)) blank = false;
    if (node.type.name === 'figure' || node.type.name === 'chart') blank = false;
  });
  return blank;
}

function isBreak(node: Node): boolean {
  return node.type.name === 'page_break' || node.type.name === 'horizontal_rule';
}

function restrict(snapshot: DossierSnapshot, parts: OpenPart[]): DossierSnapshot {
  const texts = parts.map(part => part.text).filter(text => text !== null);
  const excerpts = pick(snapshot.excerpts, texts.flatMap(collectExcerptIds));
  const quoted = Object.values(excerpts).map(excerpt => excerpt.sourceId);
  return {
    ...snapshot,
    dossier: { ...snapshot.dossier, ...restrictDetails(snapshot, parts, excerpts) },
    sections: parts.map(({ section, text }) => ({ ...section, text: textOf(text) })),
    excerpts,
    sources: pick(snapshot.sources, [...quoted, ...texts.flatMap(collectCitedSourceIds)]),
    images: pick(snapshot.images, texts.flatMap(collectImageIds)),
    places: pick(snapshot.places, Object.keys(excerpts)),
  };
}

function textOf(text: Node | null): Section['text'] {
  return text?.toJSON() ?? { type: 'doc', content: [{ type: 'paragraph' }] };
}

function pick<T>(all: Record<string, T>, ids: readonly string[]): Record<string, T> {
  const known = [...new Set(ids)].filter(id => Object.hasOwn(all, id));
  return Object.fromEntries(known.map(id => [id, all[id]!]));
}

/**
 * The meeting as the cover and the file's metadata may state it: nothing of it where the cover stays behind, and no axis that
 * what is left does not speak of.
 */
function restrictDetails(
  { dossier, sections }: DossierSnapshot,
  parts: OpenPart[],
  excerpts: DossierSnapshot['excerpts'],
): { subtitle: string; meeting: Meeting } {
  const isCover = ({ kind }: Section) => kind === 'cover';
  const { meeting, subtitle } = dossier;
  if (sections.some(isCover) && !parts.some(({ section }) => isCover(section))) {
    const nothing = { mechanism: '', counterpart: '', level: '', place: '', date: '', axes: [] };
    return { subtitle: '', meeting: { ...meeting, ...nothing, languages: [] } };
  }
  const words = [
    dossier.title,
    ...parts.flatMap(({ section, text }) => [section.title, text?.textContent ?? '']),
    ...Object.values(excerpts).map(excerpt => excerpt.exact),
  ];
  const said = words.join('\n').toLocaleLowerCase(dossier.language);
  const axes = meeting.axes.filter(axis => said.includes(axis.toLocaleLowerCase(dossier.language)));
  return { subtitle, meeting: { ...meeting, axes } };
}
