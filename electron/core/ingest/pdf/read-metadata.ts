import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import { cleanCharacters } from '../../../../shared/anchoring/clean-characters.ts';
import { parseLanguage } from '../detect-language.ts';
import { parseDate } from '../parse-date.ts';
import { parseNames } from '../parse-names.ts';
import { type DocumentMetadata, emptyMetadata, type IngestWarning } from '../parsed-document.ts';
import type { PdfPageLines } from './read-lines.ts';

/** Titles that programs put in by themselves. */
const TITLES_OF_PROGRAMS =
  /^(?:microsoft (?:word|powerpoint|excel)\b|untitled|sin t[íi]tulo|documento?\s*\d*$|presentaci[óo]n de powerpoint|powerpoint presentation|slide \d|.*\.(?:docx?|pdf|rtf|odt|indd|qxd|tex|dvi|pptx?|xlsx?)$)/i;
/** Authors that are the name of a machine or of an installation. */
const AUTHORS_OF_PROGRAMS =
  /^(?:user|usuario|admin\w*|owner|propietario|unknown|desconocido|author|autor|pc|hp|lenovo|dell|\w+\\\w+)$/i;

type Fields = Record<string, unknown>;

/** Reads a PDF's metadata: XMP first, then the information dictionary; a missing title is taken from the first page's largest type. */
export async function readPdfMetadata(
  document: PDFDocumentProxy,
  firstPage: PdfPageLines | null,
): Promise<{ value: DocumentMetadata; warnings: IngestWarning[] }> {
  const value = emptyMetadata();
  const { info, xmp } = await readFields(document);
  value.title = chooseTitle([xmp('dc:title'), text(info.Title)]) ?? largestLines(firstPage);
  const authors = [xmp('dc:creator'), text(info.Author)].find(
    name => name && !AUTHORS_OF_PROGRAMS.test(name),
  );
  value.authors = parseNames(authors ?? '');
  value.publisher = xmp('dc:publisher') || null;
  value.containerTitle = xmp('prism:publicationname') || null;
  value.url = xmp('prism:url') || null;
  value.language = parseLanguage(text((info as Fields).Language) || xmp('dc:language'));
  value.date = parseDate(xmp('prism:publicationdate') || xmp('dc:date'));
  if (value.date) return { value, warnings: [] };
  value.date = parseDate(text(info.CreationDate)) ?? parseDate(xmp('xmp:createdate'));
  return { value, warnings: value.date ? [{ code: 'dateOfFile', details: { date: value.date } }] : [] };
}

async function readFields(document: PDFDocumentProxy) {
  try {
    const { info, metadata } = await document.getMetadata();
    const xmp = (name: string): string => {
      const found: unknown = metadata?.get(name);
      return text(Array.isArray(found) ? found.filter(part => typeof part === 'string').join('; ') : found);
    };
    return { info: info as Fields, xmp };
  } catch {
    return { info: {} as Fields, xmp: () => '' };
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? cleanCharacters(value).trim().slice(0, 1000) : '';
}

function chooseTitle(candidates: readonly string[]): string | null {
  return candidates.find(title => title.length > 2 && !TITLES_OF_PROGRAMS.test(title)) ?? null;
}

/** The lines in the largest type of the first page, when they stand out from the rest and are short enough for a title. */
function largestLines(page: PdfPageLines | null): string | null {
  const lines = page?.lines.filter(line => /\p{L}{3}/u.test(line.text)) ?? [];
  if (lines.length < 3) return null;
  const sizes = lines.map(line => line.size).sort((a, b) => a - b);
  const largest = sizes.at(-1)!;
  if (largest < 1.25 * sizes[sizes.length >> 1]!) return null;
  const first = lines.findIndex(line => line.size > 0.95 * largest);
  let last = first;
  while (last + 1 < lines.length && lines[last + 1]!.size > 0.95 * largest) last++;
  const title = lines
    .slice(first, last + 1)
    .map(line => line.text.trim())
    .join(' ');
  return title.length >= 4 && title.length <= 250 ? cleanCharacters(title).trim() : null;
}
