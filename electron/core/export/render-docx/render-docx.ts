import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { Document, type ICommentOptions, Packer, Paragraph } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import { ExportError } from '../export-error.ts';
import type { ExportResources } from '../export-resources.ts';
import type { FontSet } from '../layout/font-set.ts';
import type { Theme, Themes } from '../layout/theme.ts';
import { cleanText } from '../read-content/clean-text.ts';
import { mapDocument } from '../read-content/document-map.ts';
import { type FetchedImage, fetchImages } from '../read-content/fetch-images.ts';
import { sayIn } from '../read-content/say-on-page.ts';
import { allBlocks, walkInlines } from '../read-content/walk-content.ts';
import { finishPackage } from './finish-package.ts';
import { bulletList } from './list-styles.ts';
import { measureOf, wordPage } from './page-setup.ts';
import { Bookmarks, type WordComment, type WordContext } from './word-context.ts';
import { wordStyles } from './word-styles.ts';
import { wordTheme } from './word-theme.ts';
import { run } from './write-inlines.ts';
import { writeSections } from './write-sections.ts';

/**
 * How a document is written for Word. `resources` gives the bytes of its pictures, `themes` the look it names; `comments` says beside each quote its source
 * and whether it was verified (never in what leaves the delegation: comments would disclose it). `signal` stops it between its steps (ExportError
 * `cancelled`), of which `onProgress` is told.
 */
export interface RenderDocxOptions {
  resources: ExportResources;
  themes: Themes;
  comments: boolean;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Writes a document as a file of Word (ECMA-376, transitional): real styles, lists, tables, notes and fields. Pages in the
 * contents are estimates until Word counts them; those of a very long document Word counts when it opens it. The same document
 * gives the same bytes.
 */
export async function renderDocx(document: ContentDocument, options: RenderDocxOptions): Promise<Uint8Array> {
  const theme = options.themes.get(document.theme);
  const images = await fetchImages(document, options.resources);
  const context = openContext(document, theme, images, options.comments);
  const { file } = context;
  await pause(options, 0);
  const sections = writeSections(document, context);
  await pause(options, 1);
  const word = new Document({
    title: cleanText(document.title),
    subject: cleanText(document.subject),
    creator: cleanText(document.author),
    lastModifiedBy: cleanText(document.author),
    keywords: cleanText(document.keywords.join(', ')),
    styles: wordStyles(file.theme, document.language, measureOf(file.page, false)),
    numbering: { config: [bulletList, ...file.lists] },
    theme: { fonts: { headings: file.theme.heads.name, body: file.theme.text.name } },
    compatibility: { version: 15, doNotExpandShiftReturn: true },
    hyphenation: { autoHyphenation: file.theme.hyphenate, consecutiveHyphenLimit: 3 },
    ...(isVeryLong(document)
      ? { features: { updateFields: true } }
      : {
          pageNumbers: estimatePageNumbersWith({
            fonts: measuredFonts(theme, options.themes.fontsOf(theme)),
            guess: true,
          }),
        }),
    ...(file.comments?.length ? { comments: { children: writeComments(file.comments, document) } } : {}),
    sections,
  });
  await pause(options, 2);
  const bytes = new Uint8Array(await Packer.toArrayBuffer(word));
  await pause(options, 3);
  return finishPackage(bytes, {
    createdAt: document.createdAt,
    duplex: document.page.duplex,
    fonts: [file.theme.text, file.theme.heads],
  });
}

const STEPS = 4;

/** Says how far it is, lets others have a turn, and stops where asked to. */
async function pause({ signal, onProgress }: RenderDocxOptions, done: number): Promise<void> {
  onProgress?.(done, STEPS);
  await yieldToEventLoop();
  if (signal?.aborted) throw new ExportError('cancelled');
}

/** Letters of text (some 500 pages) whose pages are estimated in about ten seconds; a note or a part takes as long as so many letters. */
const LONGEST_ESTIMATED = 1_200_000;
const NOTE_WEIGHT = 400;
const PART_WEIGHT = 2400;

function isVeryLong(document: ContentDocument): boolean {
  let weight = document.parts.length * PART_WEIGHT;
  walkInlines(allBlocks(document), inline => {
    if (inline.kind === 'text') weight += inline.text.length;
    else if (inline.kind === 'footnote') weight += NOTE_WEIGHT;
  });
  return weight > LONGEST_ESTIMATED;
}

/** The theme's own font files, so that pages are counted with the widths they will have. */
function measuredFonts({ fonts }: Theme, set: FontSet): { data: Uint8Array }[] {
  const paths = [fonts.text, fonts.display].flatMap(family => Object.values<string>({ ...family }));
  return [...new Set(paths)].map(path => ({ data: set.openFile(path).bytes }));
}

function openContext(
  document: ContentDocument,
  theme: Theme,
  images: Map<string, FetchedImage>,
  comments: boolean,
): WordContext {
  const map = mapDocument(document);
  const page = wordPage(document.page);
  return {
    file: {
      language: document.language,
      map,
      images,
      say: sayIn(document.language),
      page,
      theme: wordTheme(theme, document.banner?.color),
      bookmarks: new Bookmarks(map.ids),
      lists: [],
      comments: comments ? [] : null,
      drawings: { count: 0 },
      sequences: new Map(),
      names: new Map(),
    },
    language: document.language,
    width: measureOf(page, false),
    indent: 0,
    style: 'BodyText',
    listDepth: 0,
  };
}

function writeComments(comments: WordComment[], document: ContentDocument): ICommentOptions[] {
  const author = cleanText(document.author) || sayIn(document.language)('page.word.author');
  const time = new Date(document.createdAt);
  return comments.map(({ id, lines }) => ({
    id,
    author,
    initials: author.slice(0, 1),
    date: Number.isNaN(time.getTime()) ? new Date(0) : time,
    children: lines.map(line => new Paragraph({ style: 'CommentText', children: [run(line)] })),
  }));
}
