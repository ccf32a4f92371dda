import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of one page of a PDF, without running head and foot, one line of print a line; and the page's label. */
export interface PageText {
  label: string | null;
  text: string;
}

/** Heights from the foot of an A4 page, in points, between which its text stands. */
const TEXT_AREA = { bottom: 70, top: 765 };

/** Reads the pages of a PDF, and its metadata. */
export async function readPdf(
  path: string,
): Promise<{ pages: PageText[]; info: Record<string, unknown>; language: string | null }> {
  const task = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 });
  const pdf = await task.promise;
  const labels = await pdf.getPageLabels();
  const pages: PageText[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    let text = '';
    for (const item of items) {
      if (!('str' in item)) continue;
      const height = item.transform[5];
      if (height > TEXT_AREA.bottom && height < TEXT_AREA.top) text += item.str + (item.hasEOL ? '\n' : '');
    }
    pages.push({ label: labels?.[number - 1] ?? null, text });
  }
  const { info } = await pdf.getMetadata();
  const language = (info as Record<string, unknown>).Language;
  await task.destroy();
  return {
    pages,
    info: info as Record<string, unknown>,
    language: typeof language === 'string' ? language : null,
  };
}

/** Joins words divided at line ends and makes every run of white space one space. */
export function normaliseText(text: string): string {
  return text
    .replace(/(\p{L})-\s*\n\s*(?=\p{Ll})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The whole text of a sample document of any of its formats, normalised. */
export async function readSampleText(path: string): Promise<string> {
  if (path.endsWith('.pdf'))
    return normaliseText((await readPdf(path)).pages.map(page => page.text).join('\n'));
  if (path.endsWith('.docx')) return normaliseText((await mammoth.extractRawText({ path })).value);
  const source = await readFile(path, 'utf8');
  return normaliseText(
    path.endsWith('.html') ? source.replace(/<[^>]+>/g, ' ') : source.replace(/\*\*/g, ''),
  );
}
