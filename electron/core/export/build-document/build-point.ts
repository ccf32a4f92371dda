import type { Node } from 'prosemirror-model';
import type { Block, HeadingBlock, TalkingPointBlock } from '../../../../shared/document/content.ts';
import { buildEvidence } from './build-evidence.ts';
import { buildBlocks, type TextContext } from './build-text.ts';
import { say } from './document-context.ts';

/** A point to make as a block; a title that nothing stands above bears its number. On speaking pages its quotes and citations become the evidence; elsewhere they are printed. */
export function buildPoint(node: Node, context: TextContext): TalkingPointBlock {
  const { plan } = context.document;
  const id = plan.anchors.get(node)!;
  const evidence = context.evident ? buildEvidence(node, id, context) : null;
  const inside = { ...context, spoken: context.evident };
  const blocks = buildBlocks(node, inside).filter(block => !isBlank(block));
  context.level = inside.level;
  const number = plan.numbers.get(node) ?? null;
  const lead = writeLead(node, context);
  const [title] = blocks;
  const numbersTitle = lead === null && title?.kind === 'heading';
  if (numbersTitle && !OWN_NUMBER.test(textOf(title))) title.number = number;
  return {
    kind: 'talkingPoint',
    id,
    number: numbersTitle ? null : number,
    lead,
    blocks: [...blocks, ...(evidence?.notes ?? [])],
    evidence: evidence?.references ?? [],
  };
}

/** A title that was numbered by hand keeps its number. */
const OWN_NUMBER = /^\s*\d/;

function textOf({ inlines }: HeadingBlock): string {
  return inlines.map(inline => (inline.kind === 'text' ? inline.text : '')).join('');
}

function isBlank(block: Block): boolean {
  return block.kind === 'paragraph' && block.inlines.length === 0;
}

/** «Canciller · 2 min». */
function writeLead(node: Node, context: TextContext): string | null {
  const addressee = String(node.attrs.addressee).trim();
  const minutes = Number(node.attrs.minutes);
  const time = minutes > 0 ? say(context.document, 'page.point.minutes', { minutes }) : '';
  return [addressee, time.replaceAll(' ', '\u00a0')].filter(Boolean).join(' ·\u00a0') || null;
}
