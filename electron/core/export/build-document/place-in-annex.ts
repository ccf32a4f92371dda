import { annexPageAnchor } from '../../../../shared/document/annex-anchor.ts';
import type { FlowBlock } from '../../../../shared/model/page.ts';
import type { DossierSnapshot, SnapshotExcerpt } from '../../dossier/snapshot.ts';
import type { PlannedAnnex } from './plan-annexes.ts';

/** The anchor of a block of an original's text; `page` counts from 0. */
export function textPlaceAnchor(annexId: string, page: number, block: Pick<FlowBlock, 'start'>): string {
  return `${annexId}-t${page}-${block.start}`;
}

/** Where the words of a quote stand in the original bound in: its page, the block of its text, or its cover sheet where neither is known. */
export function placeInAnnex(
  annex: PlannedAnnex,
  { segments, verification }: SnapshotExcerpt,
  { texts }: Pick<DossierSnapshot, 'texts'>,
): string {
  const first = (verification.segments ?? segments)[0];
  if (!first) return annex.id;
  const text = texts[annex.source.id];
  if (!text) return annexPageAnchor(annex.id, first.page);
  const block = text[first.page]?.blocks.find(each => each.start <= first.start && first.start < each.end);
  return block ? textPlaceAnchor(annex.id, first.page, block) : annex.id;
}
