import { Paragraph } from 'docx';
import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import { annexTitle } from '../read-content/document-map.ts';
import type { WordContext } from './word-context.ts';
import { type WordBlock, writeBlocks } from './write-blocks.ts';
import { bookmark, languageOf, run } from './write-inlines.ts';

/** The originals that the PDF carries, each with the text of its cover sheet; none of them is in the file. */
export function writeOriginals(document: ContentDocument, context: WordContext): WordBlock[] {
  const { annexes, attachments } = document;
  if (!annexes.length && !attachments.length) return [];
  const { say, bookmarks } = context.file;
  const sheets = annexes.flatMap((annex): WordBlock[] => {
    const title = run(annexTitle(annex), languageOf(annex.language, context.language));
    const banner = annex.banner
      ? [new Paragraph({ style: 'MarkingLine', children: [run(annex.banner.text)] })]
      : [];
    return [
      new Paragraph({ style: 'Heading1', children: bookmark(bookmarks.claim(annex.id), [title]) }),
      ...banner,
      ...writeBlocks(annex.blocks, context),
    ];
  });
  const files = attachments.map(({ fileName, description }) => {
    const words = [fileName, description].filter(Boolean).join(': ');
    return new Paragraph({
      style: 'ListBullet',
      numbering: { reference: 'bullets', level: 0 },
      children: [run(words)],
    });
  });
  return [
    new Paragraph({
      style: 'TOCHeading',
      pageBreakBefore: true,
      children: [run(say('page.originals.title'))],
    }),
    new Paragraph({ style: 'Note', children: [run(say('page.originals.note'))] }),
    ...sheets,
    ...files,
  ];
}
