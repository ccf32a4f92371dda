import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { CitationChip } from './citation-chip.tsx';
import { ExcerptCard } from './excerpt-card.tsx';
import type { NodeViewStore } from './node-view-store.ts';

/** Draws the quotes and citations of the text into their places. */
export function NodeViewPortals({ drawn }: { drawn: NodeViewStore }) {
  const nodes = useSyncExternalStore(drawn.subscribe, drawn.read);
  return nodes.map(node => {
    const View = node.node.type.name === 'excerpt_quote' ? ExcerptCard : CitationChip;
    return createPortal(<View drawn={node} />, node.dom, node.key);
  });
}
