import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { CitationChip } from './citation-chip.tsx';
import { ExcerptCard } from './excerpt-card.tsx';
import type { DrawnNode, NodeViewStore } from './node-view-store.ts';

/** Draws the quotes and citations of the text into their places. */
export function NodeViewPortals({
  drawn,
  onEditCitation,
}: {
  drawn: NodeViewStore;
  onEditCitation: (position: number | null) => void;
}) {
  const nodes = useSyncExternalStore(drawn.subscribe, drawn.read);
  return nodes.map(node => createPortal(drawNode(node, onEditCitation), node.dom, node.key));
}

function drawNode(drawn: DrawnNode, onEditCitation: (position: number | null) => void) {
  if (drawn.node.type.name === 'excerpt_quote') return <ExcerptCard drawn={drawn} />;
  return <CitationChip drawn={drawn} onEdit={onEditCitation} />;
}
