import { normaliseText } from '../../../shared/anchoring/normalise-text.ts';
import { collectWords, type Vocabulary } from '../../../shared/anchoring/vocabulary.ts';
import type { FlowBlock, FlowBlockKind, Page } from '../../../shared/model/page.ts';

/** One block of a flowing document before normalising: its kind, level and raw text, of one or more lines. */
export interface RawBlock {
  kind: FlowBlockKind;
  level: number;
  lines: string[];
}

/** Composes the single page of a flowing document from its blocks; blocks without words are left out. */
export function composeFlowPage(raw: readonly RawBlock[]): Page {
  const vocabulary: Vocabulary = new Map();
  for (const block of raw) collectWords(vocabulary, block.lines);
  const pieces = raw.flatMap(block =>
    block.lines.map((text, i) => ({
      text,
      after: i < block.lines.length - 1 ? ('line' as const) : ('paragraph' as const),
    })),
  );
  const { text, ranges } = normaliseText(pieces, vocabulary);
  const blocks: FlowBlock[] = [];
  let at = 0;
  for (const { kind, level, lines } of raw) {
    const own = ranges.slice(at, at + lines.length).filter(range => range.end > range.start);
    at += lines.length;
    if (own.length > 0) blocks.push({ kind, level, start: own[0]!.start, end: own.at(-1)!.end });
  }
  return { index: 0, label: null, text, layout: { kind: 'flow', blocks } };
}
