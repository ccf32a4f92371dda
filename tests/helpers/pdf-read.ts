import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text where pdf.js finds it; points, y upwards from the page's foot. */
export interface ReadItem {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Whether pdf.js ends the line here. */
  endsLine: boolean;
}

/** A structure element as pdf.js reads it: children are elements or marked-content ids. */
export interface ReadStruct {
  role: string;
  lang?: string;
  alt?: string;
  children: (ReadStruct | { type: string; id: string })[];
}

/** What a PDF says, read back with an independent reader. */
export interface ReadPdf {
  pages: ReadItem[][];
  /** Width and height of each page, points. */
  sizes: { width: number; height: number }[];
  texts: string[];
  structure: (ReadStruct | null)[];
  links: { contents: string; url?: string; dest?: unknown }[][];
  outline: { title: string; children: string[] }[];
  labels: string[] | null;
  info: Record<string, unknown>;
  xmp: string;
  language: string | null;
  /** Per page: the marked-content ids that its content opens, and text painted outside any marked content. */
  marked: { ids: string[]; untagged: string }[];
  /** Page (from 1) to which a named destination leads. */
  pageOf(dest: string): Promise<number>;
  close(): Promise<void>;
}

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: ReadItem[][] = [];
  const sizes: ReadPdf['sizes'] = [];
  const texts: string[] = [];
  const marked: ReadPdf['marked'] = [];
  const structure: (ReadStruct | null)[] = [];
  const links: ReadPdf['links'] = [];
  for (let i = 1; i <= pdf.numPages; i++) {
    const page = await pdf.getPage(i);
    pages.push(await readItems(page));
    const { width, height } = page.getViewport({ scale: 1 });
    sizes.push({ width, height });
    texts.push(await readGlyphs(page));
    marked.push(await readMarked(page));
    structure.push((await page.getStructTree()) as ReadStruct | null);
    links.push((await page.getAnnotations()).map(readLink));
  }
  const metadata = await pdf.getMetadata();
  return {
    pages,
    sizes,
    texts,
    marked,
    structure,
    links,
    outline: ((await pdf.getOutline()) ?? []).map(readBookmark),
    labels: await pdf.getPageLabels(),
    info: metadata.info as Record<string, unknown>,
    xmp: String((metadata.metadata as { getRaw(): string } | null)?.getRaw() ?? ''),
    language: String((metadata.info as { Language?: string }).Language ?? ''),
    pageOf: dest => pageOf(pdf, dest),
    close: () => pdf.loadingTask.destroy(),
  };
}

/** The text of each attached file, by its name. */
export async function readAttachments(pdf: PDFDocumentProxy): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const [id, { filename }] of (await pdf.getAttachments()) ?? []) {
    files[filename] = Buffer.from((await pdf.getAttachmentContent(id)) ?? []).toString('utf8');
  }
  return files;
}

/** Every structure element of a tree, in reading order. */
export function flattenStructure(node: ReadStruct | null): ReadStruct[] {
  if (!node) return [];
  return [node, ...node.children.flatMap(kid => ('role' in kid ? flattenStructure(kid) : []))];
}

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

async function readItems(page: Page): Promise<ReadItem[]> {
  const { items } = await page.getTextContent();
  return items.flatMap(item =>
    'str' in item
      ? [
          {
            text: item.str,
            x: item.transform[4] as number,
            y: item.transform[5] as number,
            width: item.width,
            endsLine: item.hasEOL,
          },
        ]
      : [],
  );
}

/** The page's characters as its glyphs map to Unicode, in painting order; words divided at a line's end joined. */
async function readGlyphs(page: Page): Promise<string> {
  const { fnArray, argsArray } = await page.getOperatorList();
  let text = '';
  fnArray.forEach((operator, i) => {
    if (operator !== OPS.showText) return;
    for (const glyph of argsArray[i]![0] as ({ unicode: string } | number)[]) {
      if (typeof glyph === 'object') text += glyph.unicode;
    }
  });
  return text.replace(/\u00ad/g, '');
}

async function readMarked(page: Page): Promise<ReadPdf['marked'][number]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const ids: string[] = [];
  let depth = 0;
  let untagged = '';
  for (const item of items) {
    if ('str' in item) {
      if (depth === 0) untagged += item.str;
    } else if (item.type === 'endMarkedContent') {
      depth--;
    } else {
      depth++;
      if (item.id) ids.push(item.id);
    }
  }
  return { ids, untagged };
}

function readLink(annotation: Record<string, unknown>): ReadPdf['links'][number][number] {
  const contents = (annotation.contentsObj as { str?: string } | undefined)?.str ?? '';
  return { contents, url: annotation.url as string | undefined, dest: annotation.dest };
}

function readBookmark(item: { title: string; items: { title: string }[] }): ReadPdf['outline'][number] {
  return { title: item.title, children: item.items.map(each => each.title) };
}

async function pageOf(pdf: PDFDocumentProxy, name: string): Promise<number> {
  const destination = await pdf.getDestination(name);
  if (!destination) throw new Error(`No destination ${name}`);
  return (await pdf.getPageIndex(destination[0])) + 1;
}
