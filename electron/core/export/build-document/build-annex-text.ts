import type { Block, Inline, TextInline } from '../../../../shared/document/content.ts';
import type { FlowBlock } from '../../../../shared/model/page.ts';
import type { OriginalText, SnapshotExcerpt } from '../../dossier/snapshot.ts';
import { PAGE } from './build-reference.ts';
import { plain } from './build-text.ts';
import { type DocumentContext, say } from './document-context.ts';
import { textPlaceAnchor } from './place-in-annex.ts';
import type { PlannedAnnex } from './plan-annexes.ts';

/** A quoted passage of a page: UTF-16 units of its text, and the quote that it leads back to. */
interface Passage {
  page: number;
  start: number;
  end: number;
  quoteId: string;
}

/** A quote of an original, and where the dossier prints it. */
export interface QuotedIn {
  excerpt: SnapshotExcerpt;
  targetId: string;
}

/**
 * The text of an original without pages of its own (Word, HTML, plain text), set as part of the document: what is quoted is underlined,
 * leads to the page that quotes it and says which.
 */
export function buildAnnexText(
  annex: PlannedAnnex,
  original: OriginalText,
  quotes: readonly QuotedIn[],
  context: DocumentContext,
): Block[] {
  const language = annex.source.language ?? context.language;
  const passages = quotes.flatMap(({ excerpt, targetId }) =>
    (excerpt.verification.segments ?? excerpt.segments).map(
      ({ page, start, end }): Passage => ({ page, start, end, quoteId: targetId }),
    ),
  );
  const blocks = original.flatMap(({ text, blocks: flow }, page) =>
    flow.map((block): Block => {
      const own = passages.filter(
        each => each.page === page && each.start < block.end && each.end > block.start,
      );
      const inlines = cutInlines(text, block, own, context);
      return setBlock(block, inlines, { id: textPlaceAnchor(annex.id, page, block), language });
    }),
  );
  return [
    heading(`${annex.id}-text`, 2, [plain(say(context, 'page.annex.text'))]),
    { kind: 'paragraph', role: 'note', inlines: [plain(say(context, 'page.annex.textNote'))], marking: null },
    ...joinLists(blocks),
  ];
}

function heading(id: string, level: 2 | 3 | 4, inlines: Inline[], language?: string): Block {
  return { kind: 'heading', id, level, number: null, inlines, ...(language && { language }) };
}

function cutInlines(text: string, block: FlowBlock, passages: Passage[], context: DocumentContext): Inline[] {
  const inlines: Inline[] = [];
  let at = block.start;
  for (const { start, end, quoteId } of passages.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, at);
    const to = Math.min(end, block.end);
    if (to <= from) continue;
    inlines.push(...lines(text.slice(at, from)), ...lines(text.slice(from, to), quoteId));
    at = to;
    if (end <= block.end) inlines.push(leadBack(quoteId, context));
  }
  return [...inlines, ...lines(text.slice(at, block.end))];
}

/** Lines stay apart; a quoted passage leads to its quote. */
function lines(text: string, quoteId?: string): Inline[] {
  const extra: Omit<TextInline, 'kind' | 'text'> = quoteId
    ? { marks: { underline: true }, link: { kind: 'anchor', id: quoteId } }
    : {};
  return text
    .split('\n')
    .flatMap((line, i): Inline[] => [
      ...(i > 0 ? [{ kind: 'lineBreak' } as const] : []),
      ...(line ? [plain(line, extra)] : []),
    ]);
}

function leadBack(quoteId: string, context: DocumentContext): Inline {
  const text = say(context, 'page.annex.quotedOn', { page: PAGE });
  const alt = say(context, 'page.annex.goBack');
  return { kind: 'reference', text, targetId: quoteId, alt };
}

function setBlock(
  block: FlowBlock,
  inlines: Inline[],
  { id, language }: { id: string; language: string },
): Block {
  switch (block.kind) {
    case 'heading':
      return heading(id, block.level <= 2 ? 3 : 4, inlines, language);
    case 'listItem':
      return {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [[{ kind: 'paragraph', id, role: 'body', inlines, marking: null, language }]],
      };
    case 'quote':
      return {
        kind: 'blockquote',
        language,
        blocks: [{ kind: 'paragraph', id, role: 'body', inlines, marking: null }],
      };
    default:
      return { kind: 'paragraph', id, role: 'body', inlines, marking: null, language };
  }
}

/** Items that follow each other are one list. */
function joinLists(blocks: Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'list' && last?.kind === 'list') last.items.push(...block.items);
    else joined.push(block);
  }
  return joined;
}
