import { normaliseText } from '../../../shared/anchoring/normalise-text.ts';
import { collectWords, type Vocabulary } from '../../../shared/anchoring/vocabulary.ts';
import type { Page, TextRun } from '../../../shared/model/page.ts';
import { detectLanguage } from './detect-language.ts';
import { IngestError } from './ingest-error.ts';
import type { IngestWarning, ParsedDocument, ReportProgress } from './parsed-document.ts';
import { openPdf, type PdfResources } from './pdf/open-pdf.ts';
import { orderLines } from './pdf/order-lines.ts';
import { readAllLines } from './pdf/read-all-lines.ts';
import type { PdfPageLines } from './pdf/read-lines.ts';
import { readPdfMetadata } from './pdf/read-metadata.ts';
import { restoreHidden } from './pdf/restore-hidden.ts';
import { splitParagraphs } from './pdf/split-paragraphs.ts';
import { summarisePages } from './summarise-pages.ts';

/** More pages than this and the file is refused as 'outOfMemory': no document of the trade comes near it. */
const MOST_PAGES = 20_000;

/**
 * Reads a PDF: one page per physical page, with printed labels, text in reading order and the box of every glyph run. Pages that fail
 * or have no text are reported as warnings. Throws IngestError 'encrypted', 'damaged' or 'outOfMemory'.
 */
export async function importPdf(
  data: Uint8Array,
  onProgress?: ReportProgress,
  resources?: PdfResources,
): Promise<ParsedDocument> {
  const document = await openPdf(data, resources);
  try {
    if (document.numPages > MOST_PAGES) throw new IngestError('outOfMemory', { pages: document.numPages });
    const total = document.numPages;
    const { sheets, failed } = await readAllLines(document, 1, total, onProgress);
    if (sheets.every(sheet => sheet === null)) throw new IngestError('damaged', { pages: document.numPages });
    const vocabulary = countWords(sheets);
    const restored = await restoreHidden(document, sheets, vocabulary, () => onProgress?.(total, total));
    const changed = reorderLines(sheets) || restored;
    const labels = await document.getPageLabels().catch(() => null);
    const pages = composePages(sheets, labels, changed ? countWords(sheets) : vocabulary);
    const metadata = await readPdfMetadata(document, sheets[0] ?? null);
    metadata.value.language ??= detectLanguage(pages.map(page => page.text));
    const warnings = [...metadata.warnings, ...warnOfPages(pages, failed)];
    return { format: 'pdf', mediaType: 'application/pdf', metadata: metadata.value, pages, warnings };
  } finally {
    await document.loadingTask.destroy();
  }
}

function countWords(sheets: readonly (PdfPageLines | null)[]): Vocabulary {
  const vocabulary: Vocabulary = new Map();
  for (const sheet of sheets) {
    if (sheet)
      collectWords(
        vocabulary,
        sheet.lines.map(line => line.text),
      );
  }
  return vocabulary;
}

/** Brings the lines of all pages into reading order; whether that changed any page. */
function reorderLines(sheets: readonly (PdfPageLines | null)[]): boolean {
  let changed = false;
  for (const sheet of sheets) {
    if (!sheet) continue;
    const ordered = orderLines(sheet.lines, sheet.width);
    changed ||= ordered !== sheet.lines;
    sheet.lines = ordered;
  }
  return changed;
}

/** Normalises all pages with the words of the whole document as evidence for hyphens. */
function composePages(
  sheets: readonly (PdfPageLines | null)[],
  labels: readonly string[] | null,
  vocabulary: Vocabulary,
): Page[] {
  return sheets.map((sheet, index) => composePage(sheet, index, labels?.[index] || null, vocabulary));
}

function composePage(
  sheet: PdfPageLines | null,
  index: number,
  label: string | null,
  vocabulary: Vocabulary,
): Page {
  if (!sheet) return { index, label, text: '', layout: { kind: 'fixed', width: 0, height: 0, runs: [] } };
  const breaks = splitParagraphs(sheet.lines);
  const runs = sheet.lines.flatMap(line => line.runs);
  const pieces = sheet.lines.flatMap((line, i) =>
    line.runs.map((run, j) => ({
      text: run.text,
      after: j < line.runs.length - 1 ? ('none' as const) : breaks[i]!,
    })),
  );
  const { text, ranges } = normaliseText(pieces, vocabulary);
  const boxes: TextRun[] = [];
  for (const [i, range] of ranges.entries()) {
    const { x, y, width, height } = runs[i]!;
    if (range.end > range.start)
      boxes.push({ ...range, x: round(x), y: round(y), width: round(width), height: round(height) });
  }
  const layout = {
    kind: 'fixed' as const,
    width: round(sheet.width),
    height: round(sheet.height),
    runs: boxes,
  };
  return { index, label, text, layout };
}

/** Hundredths of a point are finer than any screen or printer. */
function round(points: number): number {
  return Math.round(points * 100) / 100;
}

function warnOfPages(pages: readonly Page[], failed: readonly number[]): IngestWarning[] {
  const warnings: IngestWarning[] = [];
  const silent = pages.filter(page => page.text === '' && !failed.includes(page.index + 1));
  if (silent.length > 0) {
    warnings.push({ code: 'noText', details: { pages: summarisePages(silent.map(page => page.index + 1)) } });
  }
  if (failed.length > 0)
    warnings.push({ code: 'pageUnreadable', details: { pages: summarisePages(failed) } });
  return warnings;
}
