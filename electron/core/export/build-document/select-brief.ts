import { Fragment, type Node } from 'prosemirror-model';
import { documentSchema } from '../../../../shared/document/schema.ts';
import { formatMessage } from '../../../../shared/i18n/format-message.ts';
import type { DossierSnapshot } from '../../dossier/snapshot.ts';
import { isPoint, shortenPoint } from './group-points.ts';
import { listFacts } from './list-facts.ts';
import { childrenOf } from './prune-text.ts';
import { ofKind, type SelectedPart, selectSpeaking } from './select-parts.ts';

/** A read-ahead has at most this many main points. */
const MOST_POINTS = 6;
/** Blocks of the objectives that a single page has room for. */
const OBJECTIVE_BLOCKS = 3;

const { doc, heading, paragraph } = documentSchema.nodes;
const { strong } = documentSchema.marks;

/**
 * The one-page brief: the facts of the meeting, what is sought, and the main points in short form. Nothing where the dossier
 * says neither what is sought nor what to say.
 */
export function selectBrief(snapshot: DossierSnapshot): SelectedPart[] {
  const { dossier } = snapshot;
  const [source] = [...ofKind(snapshot, 'objectives'), ...ofKind(snapshot, 'steeringBrief')];
  const objective = source ? selectObjective(source.text) : [];
  const speaking = selectSpeaking(snapshot);
  const points = speaking
    .flatMap(part => childrenOf(part.text).filter(isPoint))
    .slice(0, MOST_POINTS)
    .map(dropTitle)
    .map(shortenPoint);
  if (!objective.length && !points.length) return [];
  const say = (key: 'page.brief.objective' | 'page.brief.points') =>
    title(formatMessage(dossier.language, key));
  const content = [
    ...writeFacts(snapshot),
    ...(objective.length ? [say('page.brief.objective'), ...objective] : []),
    ...(points.length ? [say('page.brief.points'), ...points] : []),
  ];
  const text = doc.create(null, Fragment.from(content));
  const markings = [...(source?.markings ?? []), ...speaking.flatMap(part => part.markings)];
  return [{ section: briefSection(snapshot), text, layout: 'onePage', number: null, markings }];
}

function briefSection({ dossier }: DossierSnapshot): SelectedPart['section'] {
  return {
    id: `brief-${dossier.id}`,
    dossierId: dossier.id,
    kind: 'custom',
    title: dossier.title,
    included: true,
    disclosure: 'internal',
    marking: null,
    text: {},
    revision: 1,
    updatedAt: dossier.updatedAt,
  };
}

/** What a text on the objectives says first, under its first heading. */
function selectObjective(text: Node): Node[] {
  const children = childrenOf(text).filter(child => child.content.size > 0);
  const rest = children.slice(
    Math.max(
      0,
      children.findIndex(child => child.type.name !== 'heading'),
    ),
  );
  const next = rest.findIndex(child => child.type.name === 'heading');
  return rest.slice(0, Math.min(next === -1 ? rest.length : next, OBJECTIVE_BLOCKS));
}

/** On one page the title of a point is its first words. */
function dropTitle(point: Node): Node {
  const children = childrenOf(point);
  const body = children.filter(child => child.type.name !== 'heading');
  if (!body.length || body.length === children.length) return point;
  const [head] = children;
  const lead = body[0]!;
  if (head!.type.name !== 'heading' || lead.type.name !== 'paragraph') return point;
  const words = documentSchema.text(`${head!.textContent.trim()}. `, [strong.create()]);
  const joined = lead.copy(Fragment.from(words).append(lead.content));
  return point.copy(Fragment.from([joined, ...body.slice(1)]));
}

function title(words: string): Node {
  return heading.create({ level: 1 }, documentSchema.text(words));
}

function writeFacts(snapshot: DossierSnapshot): Node[] {
  const facts = listFacts(snapshot);
  const runs = facts.flatMap(([label, value], index) => [
    documentSchema.text(`${index > 0 ? ' · ' : ''}${label}: `, [strong.create()]),
    documentSchema.text(value.replaceAll('\n', '; ')),
  ]);
  return runs.length ? [paragraph.create(null, Fragment.from(runs))] : [];
}
