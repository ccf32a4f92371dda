import { Node } from 'prosemirror-model';
import type { ContentPart } from '../../../../shared/document/content-document.ts';
import { documentSchema } from '../../../../shared/document/schema.ts';
import type { Marking } from '../../../../shared/model/common.ts';
import type { PartKind, Section } from '../../../../shared/model/dossier.ts';
import type { OutputKind } from '../../../../shared/model/output.ts';
import type { DossierSnapshot } from '../../dossier/snapshot.ts';
import { isBlankText } from './disclose.ts';
import { groupPoints, keepPoints, shortenPoints } from './group-points.ts';
import { selectBrief } from './select-brief.ts';

/** A part as an output has it: its text, and how that is laid out. */
export interface SelectedPart {
  section: Section;
  text: Node;
  layout: ContentPart['layout'];
  /** Null for the cover, the contents, and the parts of an output that has no contents. */
  number: string | null;
  /** What it bears beyond the markings within its text. */
  markings: Marking[];
}

/** Where the words of quotes are not printed again: only where they stand. */
export function pointsToEvidence(part: SelectedPart): boolean {
  return part.layout !== 'flow';
}

/** Outputs made like the whole folder, with cover, contents and numbered parts. */
export function isFolderLike(kind: OutputKind): boolean {
  return kind === 'folder' || kind === 'handOver' || kind === 'share';
}

/** The parts of an output in the order they are printed: cover and contents first. */
export function selectParts(snapshot: DossierSnapshot, kind: OutputKind): SelectedPart[] {
  if (isFolderLike(kind)) return selectFolder(snapshot);
  if (kind === 'onePageBrief') return selectBrief(snapshot);
  if (kind === 'steeringBrief') {
    return ofKind(snapshot, 'steeringBrief').map(part => ({ ...part, layout: 'onePage' }));
  }
  const speaking = selectSpeaking(snapshot);
  if (kind === 'speakingPages') return [...speaking, ...selectDefence(snapshot)];
  return speaking.map(part => ({ ...part, text: shortenPoints(part.text), layout: 'card' }));
}

/**
 * The parts with points to make, a topic each. Where the dossier has no such part, the points that its other parts hold.
 */
export function selectSpeaking(snapshot: DossierSnapshot): SelectedPart[] {
  const own = ofKind(snapshot, 'talkingPoints');
  if (own.length) return own.map(part => ({ ...part, text: groupPoints(part.text), layout: 'speaking' }));
  return snapshot.sections
    .map(section => ({ ...readPart(section), layout: 'speaking' as const }))
    .map(part => ({ ...part, text: keepPoints(part.text) }))
    .filter(part => !isBlankText(part.text));
}

/** Difficult questions follow the points: whoever speaks needs the answer in the same hand. They are leafed through, not turned over. */
function selectDefence(snapshot: DossierSnapshot): SelectedPart[] {
  return ofKind(snapshot, 'defensiveQa').map(part => ({ ...part, layout: 'speaking' }));
}

/** The parts of a kind that have something to print. */
export function ofKind(snapshot: DossierSnapshot, kind: PartKind): SelectedPart[] {
  return snapshot.sections
    .filter(section => section.kind === kind)
    .map(readPart)
    .filter(part => !isBlankText(part.text));
}

function readPart(section: Section): SelectedPart {
  const text = Node.fromJSON(documentSchema, section.text);
  return { section, text, layout: 'flow', number: null, markings: [section.marking] };
}

/** Cover and contents have pages of their own and take no number; a second one is a part like others. */
function selectFolder(snapshot: DossierSnapshot): SelectedPart[] {
  const parts = snapshot.sections.map(section => {
    const part = readPart(section);
    return section.kind === 'talkingPoints'
      ? { ...part, text: groupPoints(part.text), layout: 'speaking' as const }
      : part;
  });
  const front = [firstOf(parts, 'cover'), firstOf(parts, 'contents')].filter(part => part !== undefined);
  const rest = parts.filter(part => !front.includes(part));
  return [...front, ...rest.map((part, index) => ({ ...part, number: String(index + 1) }))];
}

/** The first part of a kind. */
export function firstOf(parts: readonly SelectedPart[], kind: PartKind): SelectedPart | undefined {
  return parts.find(part => part.section.kind === kind);
}
