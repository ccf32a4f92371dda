import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import type { Vocabulary } from '../../../../shared/anchoring/vocabulary.ts';
import { readGlyphs } from './read-glyphs.ts';
import type { PdfLine, PdfPageLines } from './read-lines.ts';

/**
 * What pdf.js leaves out of its text and only the glyphs tell: the soft hyphen at the end of a broken word (typesetting programs write it
 * so), and where words end in letter-spaced headings («M I N I S T E R I O»). Both are put back into the lines, in place; gives whether
 * any page was looked at for that.
 */
export async function restoreHidden(
  document: PDFDocumentProxy,
  sheets: readonly (PdfPageLines | null)[],
  vocabulary: Vocabulary,
  onPage?: () => void,
): Promise<boolean> {
  const read = async (index: number) => {
    onPage?.();
    return readGlyphs(await document.getPage(index + 1));
  };
  const hyphenated = await hasSoftHyphens(sheets, vocabulary, read);
  let restored = false;
  for (const [index, sheet] of sheets.entries()) {
    if (!sheet) continue;
    const spaced = sheet.lines.filter(isLetterSpaced);
    if (!hyphenated && spaced.length === 0) continue;
    restored = true;
    const glyphs = await read(index);
    if (hyphenated) restoreSoftHyphens(sheet.lines, glyphs);
    for (const line of spaced) closeLetterSpacing(line, glyphs);
  }
  return restored;
}

/** Pages that are looked at to learn whether a document has soft hyphens at all. */
const PROBES = 3;

/** So many lines broken by hyphens, a tenth of them or more, would break some word that the document has whole elsewhere. */
const MANY_LINES = 300;

/**
 * Looks at the pages where most line ends make, with the next line, a word that the document has elsewhere. Only a short document is
 * looked at without any, at the pages with most lines.
 */
async function hasSoftHyphens(
  sheets: readonly (PdfPageLines | null)[],
  vocabulary: Vocabulary,
  read: (index: number) => Promise<string>,
): Promise<boolean> {
  const lines = sheets.reduce((sum, sheet) => sum + (sheet?.lines.length ?? 0), 0);
  const ranked = sheets
    .map((sheet, index) => ({
      index,
      lines: sheet?.lines.length ?? 0,
      breaks: sheet ? countBreaks(sheet.lines, vocabulary) : 0,
    }))
    .filter(page => page.breaks > 0 || (page.lines > 1 && lines < MANY_LINES))
    .sort((a, b) => b.breaks - a.breaks || b.lines - a.lines);
  for (const { index } of ranked.slice(0, PROBES)) {
    if ((await read(index)).includes('\u00AD')) return true;
  }
  return false;
}

function countBreaks(lines: readonly PdfLine[], vocabulary: Vocabulary): number {
  let breaks = 0;
  for (let i = 1; i < lines.length; i++) {
    const tail = /^\p{Ll}{2,}/u.exec(lines[i]!.text)?.[0];
    const head = tail && /\p{L}{2,}$/u.exec(lastWord(lines[i - 1]!.text))?.[0];
    if (head && vocabulary.has((head + tail).toLowerCase())) breaks++;
  }
  return breaks;
}

/** What follows the last space: an expression that looks for the end of a whole line tries every letter of it. */
function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

/** How many letters on both sides of a soft hyphen tell where it is. */
const CONTEXT = 10;

/** Finds the line ends whose letters stand before and after a soft hyphen among the glyphs, and ends the line with it. */
export function restoreSoftHyphens(lines: readonly PdfLine[], glyphs: string): void {
  const bare = squeeze(glyphs);
  const places = new Set<string>();
  for (let at = bare.indexOf('\u00AD'); at >= 0; at = bare.indexOf('\u00AD', at + 1)) {
    places.add(
      keyOf(bare.slice(Math.max(0, at - 2 * CONTEXT), at), bare.slice(at + 1, at + 1 + 2 * CONTEXT)),
    );
  }
  const texts = lines.map(line => squeeze(line.text));
  for (const [i, line] of lines.entries()) {
    const before = (i > 0 ? texts[i - 1]!.slice(-CONTEXT) : '') + texts[i]!;
    const after = (texts[i + 1] ?? '') + (texts[i + 2] ?? '').slice(0, CONTEXT);
    if (!places.has(keyOf(before, after))) continue;
    const last = line.runs.findLast(run => run.text.trim() !== '')!;
    last.text = `${last.text.trimEnd()}\u00AD`;
    line.text = line.runs.map(run => run.text).join('');
  }
}

function keyOf(before: string, after: string): string {
  return `${before.replaceAll('\u00AD', '').slice(-CONTEXT)}|${after.replaceAll('\u00AD', '').slice(0, CONTEXT)}`;
}

/** pdf.js normalises some of its text (ligatures, presentation forms): both sides are brought to one form, without blanks. */
function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** Most of its words are one or two letters: no language writes so. */
function isLetterSpaced(line: PdfLine): boolean {
  const words = line.text.trim().split(/\s+/);
  if (words.length < 6) return false;
  const short = words.filter(word => /^\p{L}{1,2}$/u.test(word)).length;
  const single = words.filter(word => /^\p{L}$/u.test(word)).length;
  return short > 0.8 * words.length && single > 0.5 * words.length;
}

/** Gives a letter-spaced line the words that its glyphs have, when they have spaces of their own or are one word. */
function closeLetterSpacing(line: PdfLine, glyphs: string): void {
  const letters = squeeze(line.text);
  const pattern = [...letters].map(letter => letter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s*');
  const found = new RegExp(pattern, 'u').exec(glyphs.normalize('NFKC'))?.[0];
  if (!found) return;
  const boxes = line.runs.filter(run => run.text.trim() !== '');
  const x = Math.min(...boxes.map(run => run.x));
  const y = Math.min(...boxes.map(run => run.y));
  const width = Math.max(...boxes.map(run => run.x + run.width)) - x;
  const height = Math.max(...boxes.map(run => run.y + run.height)) - y;
  line.text = found;
  line.runs = [{ text: found, x, y, width, height }];
}
