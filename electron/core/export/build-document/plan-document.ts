import type { Node } from 'prosemirror-model';
import type { ExportPreset } from '../../../../shared/model/output.ts';
import type { Source } from '../../../../shared/model/source.ts';
import type { DossierSnapshot } from '../../dossier/snapshot.ts';
import { listUnbindable, type PlannedAnnex, planAnnexes } from './plan-annexes.ts';
import { pointsToEvidence, type SelectedPart } from './select-parts.ts';

/** Something that cross-references may name; `number` is null for what bears none. */
export interface Target {
  kind: 'part' | 'heading' | 'table' | 'figure';
  anchor: string;
  number: string | null;
  title: string;
}

/** A point to make, as quotes refer back to it. */
export interface PlannedPoint {
  anchor: string;
  number: string;
}

/** Every anchor and number of an output, known before anything is written, so that references may lead forwards. */
export interface DocumentPlan {
  /** The anchor of a heading, table, figure, chart, point or printed quote. */
  anchors: ReadonlyMap<Node, string>;
  /** The number of a point, and of a table or figure that bears one. */
  numbers: ReadonlyMap<Node, string>;
  /** By the id that references name. */
  targets: ReadonlyMap<string, Target>;
  /** By excerpt: the anchor of the first quote that prints its words. */
  printed: ReadonlyMap<string, string>;
  /** By excerpt: the points that rest on it without printing its words. */
  points: ReadonlyMap<string, PlannedPoint[]>;
  /** By source, in their order. */
  annexes: ReadonlyMap<string, PlannedAnnex>;
  /** Originals that were to be bound in, but are no PDF. */
  unbindable: readonly Source[];
}

/** What else decides an output's anchors. */
export interface PlanOptions {
  preset: Pick<ExportPreset, 'annexes' | 'annexSourceIds'>;
  /** Originals are left out where the output cannot take them along. */
  takesAnnexes: boolean;
  unusable: readonly string[];
}

/** Plans an output of these parts. */
export function planDocument(
  parts: readonly SelectedPart[],
  snapshot: DossierSnapshot,
  options: PlanOptions,
): DocumentPlan {
  const planner = new Planner(parts, snapshot);
  for (const part of parts) planner.addPart(part);
  const { anchors, numbers, targets, printed, points } = planner;
  const quoted = [...planner.quoted].flatMap(id => snapshot.excerpts[id]?.sourceId ?? []);
  const annexes = planAnnexes(quoted, snapshot, options);
  const unbindable = listUnbindable(quoted, snapshot, options);
  return { anchors, numbers, targets, printed, points, annexes, unbindable };
}

/** Anchors of this form are given by the program. */
const RESERVED = /^(note|source|annex)-/;

class Planner {
  readonly anchors = new Map<Node, string>();
  readonly numbers = new Map<Node, string>();
  readonly targets = new Map<string, Target>();
  readonly printed = new Map<string, string>();
  readonly points = new Map<string, PlannedPoint[]>();
  /** Every excerpt quoted, in order. */
  readonly quoted = new Set<string>();
  private readonly snapshot: DossierSnapshot;
  private readonly taken: Set<string>;
  private readonly uses = new Map<string, number>();
  private readonly referenced = new Set<string>();
  private lists = true;
  private tables = 0;
  private figures = 0;

  constructor(parts: readonly SelectedPart[], snapshot: DossierSnapshot) {
    this.snapshot = snapshot;
    this.taken = new Set(parts.map(part => part.section.id));
    for (const { text } of parts) {
      text.descendants(node => {
        if (node.type.name === 'cross_reference') this.referenced.add(String(node.attrs.targetId));
      });
    }
  }

  addPart(part: SelectedPart): void {
    const { id, title } = part.section;
    this.targets.set(id, { kind: 'part', anchor: id, number: part.number, title });
    // Cover and contents stand before the lists of tables and figures: nothing of theirs is listed.
    this.lists = part.section.kind !== 'cover' && part.section.kind !== 'contents';
    const counts = { heading: 0, table: 0, figure: 0, point: 0 };
    const next = (name: keyof typeof counts) => `${id}-${name[0]}${++counts[name]}`;
    part.text.descendants((node, _position, parent) => {
      switch (node.type.name) {
        case 'heading':
          this.addTarget(node, 'heading', next('heading'), null);
          break;
        case 'table':
          this.addTable(node, next('table'));
          break;
        case 'figure':
        case 'chart':
          this.addFigure(node, next('figure'));
          break;
        case 'talking_point':
          this.anchors.set(node, this.claim(next('point')));
          this.numbers.set(node, String(counts.point));
          break;
        case 'excerpt_quote':
          this.addQuote(
            node,
            pointsToEvidence(part) && parent?.type.name === 'talking_point' ? parent : null,
          );
      }
    });
  }

  private addTable(node: Node, anchor: string): void {
    const isNumbered = this.isNumbered(node, String(node.attrs.caption));
    if (isNumbered) this.tables += 1;
    this.addTarget(node, 'table', anchor, isNumbered ? String(this.tables) : null);
  }

  private addFigure(node: Node, anchor: string): void {
    const isThere = node.type.name === 'chart' || Object.hasOwn(this.snapshot.images, node.attrs.imageId);
    const isNumbered = isThere && this.isNumbered(node, node.textContent);
    if (isNumbered) this.figures += 1;
    this.addTarget(node, 'figure', anchor, isNumbered ? String(this.figures) : null);
  }

  private isNumbered(node: Node, caption: string): boolean {
    return this.lists && (caption.trim() !== '' || this.referenced.has(node.attrs.id));
  }

  private addTarget(node: Node, kind: Target['kind'], fallback: string, number: string | null): void {
    const id = String(node.attrs.id);
    const anchor = this.claim(id || fallback);
    this.anchors.set(node, anchor);
    if (number) this.numbers.set(node, number);
    const title = kind === 'table' ? String(node.attrs.caption) : node.textContent;
    if (id && !this.targets.has(id)) this.targets.set(id, { kind, anchor, number, title: title.trim() });
  }

  private addQuote(node: Node, point: Node | null): void {
    const id = String(node.attrs.excerptId);
    this.quoted.add(id);
    if (!point) {
      const anchor = this.claim(id);
      this.anchors.set(node, anchor);
      if (!this.printed.has(id)) this.printed.set(id, anchor);
      return;
    }
    const planned = { anchor: this.anchors.get(point)!, number: this.numbers.get(point)! };
    const points = this.points.get(id) ?? [];
    if (points.every(each => each.anchor !== planned.anchor)) points.push(planned);
    this.points.set(id, points);
  }

  /** An anchor of its own for each: the wanted name, numbered from its second use. */
  private claim(wanted: string): string {
    let use = this.uses.get(wanted) ?? 0;
    let anchor: string;
    do {
      use += 1;
      anchor = use === 1 ? wanted : `${wanted}-${use}`;
    } while (this.taken.has(anchor) || (RESERVED.test(anchor) && use === 1));
    this.uses.set(wanted, use);
    this.taken.add(anchor);
    return anchor;
  }
}
