import { type ISectionOptions, Paragraph } from 'docx';
import type { Block } from '../../../../shared/document/content.ts';
import type { ContentDocument, ContentPart } from '../../../../shared/document/content-document.ts';
import { isTurned } from '../read-content/is-turned.ts';
import { measureOf, sectionProperties } from './page-setup.ts';
import type { WordContext } from './word-context.ts';
import { type WordBlock, writeBlocks } from './write-blocks.ts';
import { writeContents, writeCover, writeList, writeNames } from './write-front.ts';
import { writeFooter, writeHeader } from './write-furniture.ts';
import { bookmark, run, runs } from './write-inlines.ts';
import { writeOriginals } from './write-originals.ts';

/** A stretch of pages of one orientation. */
interface Stretch {
  turned: boolean;
  odd: boolean;
  blocks: WordBlock[];
}

/** Writes a whole document as sections: a new one wherever the paper turns, or a part must start on an odd page. */
export function writeSections(document: ContentDocument, context: WordContext): ISectionOptions[] {
  const stretches: Stretch[] = [{ turned: false, odd: false, blocks: writeFront(document, context) }];
  for (const part of document.parts) writePart(part, document, context, stretches);
  stretches.at(-1)!.blocks.push(...writeOriginals(document, context), ...writeNames(document, context));
  const filled = stretches.filter(stretch => stretch.blocks.length);
  return filled.map((stretch, index) => {
    const before = filled[index - 1];
    const same = before !== undefined && before.turned === stretch.turned;
    return {
      properties: sectionProperties(context.file.page, stretch.turned, stretch.odd),
      children: stretch.blocks,
      ...(same
        ? {}
        : {
            headers: { default: writeHeader(document) },
            footers: { default: writeFooter(document, measureOf(context.file.page, stretch.turned)) },
          }),
    };
  });
}

function writeFront(document: ContentDocument, context: WordContext): WordBlock[] {
  const { lists } = document;
  const { tables, figures } = context.file.map;
  const blocks = [
    ...writeCover(document, context),
    ...writeContents(document, context),
    ...writeList(lists.tables, tables, context),
    ...writeList(lists.figures, figures, context),
  ];
  return blocks.length ? blocks : [new Paragraph({ children: [] })];
}

function writePart(
  part: ContentPart,
  document: ContentDocument,
  context: WordContext,
  stretches: Stretch[],
): void {
  const odd = document.page.rightHandParts && part.startOnNewPage;
  if (odd || stretches.at(-1)!.turned) stretches.push({ turned: false, odd, blocks: [] });
  const stretch = stretches.at(-1)!;
  const breaks = part.startOnNewPage && stretch.blocks.length > 0;
  stretch.blocks.push(...writePartHead(part, breaks, context));
  const groups = groupByOrientation(part.blocks);
  for (const { turned, blocks } of groups) {
    if (turned !== stretches.at(-1)!.turned) stretches.push({ turned, odd: false, blocks: [] });
    const inner = { ...context, width: measureOf(context.file.page, turned) };
    stretches.at(-1)!.blocks.push(...writePartBlocks(part, blocks, inner));
  }
}

function writePartHead(part: ContentPart, breaks: boolean, context: WordContext): WordBlock[] {
  const words = [...(part.number ? [run(`${part.number} `)] : []), ...runs(part.title)];
  const title = new Paragraph({
    style: 'Heading1',
    pageBreakBefore: breaks,
    children: bookmark(context.file.bookmarks.claim(part.id), words),
  });
  const marking = part.marking
    ? [new Paragraph({ style: 'MarkingLine', children: [run(part.marking)] })]
    : [];
  return [title, ...marking];
}

/** Speaking pages and cards set their text large. */
function writePartBlocks(part: ContentPart, blocks: Block[], context: WordContext): WordBlock[] {
  const speaking = part.layout === 'speaking' || part.layout === 'card';
  const style = part.layout === 'speaking' ? 'Speaking' : context.style;
  return writeBlocks(blocks, { ...context, style, pointsApart: speaking });
}

function groupByOrientation(blocks: Block[]): { turned: boolean; blocks: Block[] }[] {
  const groups: { turned: boolean; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const turned = isTurned(block);
    if (groups.at(-1)?.turned === turned) groups.at(-1)!.blocks.push(block);
    else groups.push({ turned, blocks: [block] });
  }
  return groups;
}
