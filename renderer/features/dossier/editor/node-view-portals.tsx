import type { ComponentType } from 'react';
import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { ChartHead } from './blocks/chart-head.tsx';
import { FigureHead } from './blocks/figure-head.tsx';
import { ParallelHead } from './blocks/parallel-head.tsx';
import { TalkingPointHead } from './blocks/talking-point-head.tsx';
import { CitationChip } from './citation-chip.tsx';
import { ExcerptCard } from './excerpt-card.tsx';
import type { DrawnNode, NodeViewStore } from './node-view-store.ts';
import { ReferenceChip } from './references/reference-chip.tsx';

const views: Readonly<Record<string, ComponentType<{ drawn: DrawnNode }>>> = {
  excerpt_quote: ExcerptCard,
  citation: CitationChip,
  cross_reference: ReferenceChip,
  figure: FigureHead,
  chart: ChartHead,
  talking_point: TalkingPointHead,
  parallel: ParallelHead,
};

/** Draws the quotes, citations, references and heads of blocks into their places in the text. */
export function NodeViewPortals({ drawn }: { drawn: NodeViewStore }) {
  const nodes = useSyncExternalStore(drawn.subscribe, drawn.read);
  return nodes.map(node => {
    const View = views[node.node.type.name];
    return View && createPortal(<View drawn={node} />, node.dom, node.key);
  });
}
