import type { CslCite } from './citation-task.ts';

/** Abbreviations and words of a typed locator, Spanish and English, with the locator types of CSL 1.0. */
const LABELS: readonly [RegExp, string][] = [
  [/^(?:pp?|págs?|pag|páginas?|pages?)$/i, 'page'],
  [/^(?:caps?|capítulos?|chs?|chaps?|chapters?)$/i, 'chapter'],
  [/^(?:párrs?|párrafos?|paras?|pars?|paragraphs?|¶)$/i, 'paragraph'],
  [/^(?:secs?|secciones|sección|sections?|§)$/i, 'section'],
  [/^(?:notas?|notes?|n)$/i, 'note'],
  [/^(?:figs?|figuras?|figures?)$/i, 'figure'],
  [/^(?:vols?|volumen|volúmenes|volumes?)$/i, 'volume'],
  [/^(?:ff?|fols?|folios?)$/i, 'folio'],
  [/^(?:líneas?|líns?|lines?|ll?)$/i, 'line'],
  [/^(?:partes?|pts?|parts?)$/i, 'part'],
  [/^(?:cols?|columnas?|columns?)$/i, 'column'],
  [/^(?:libros?|books?|bk)$/i, 'book'],
];

/** A locator typed by hand as CSL takes it: bare figures are pages, and what CSL has no word for («art. 3») is set as it is. */
export function readLocator(typed: string): Omit<CslCite, 'id'> {
  const text = typed.replace(/\s+/g, ' ').trim();
  if (!text) return {};
  const value = /^[\divxlcdm]+(?:\s*[-–,]\s*[\divxlcdm]+)*$/i;
  if (value.test(text)) return { label: 'page', locator: tidy(text) };
  const match = /^([^\s\d.]+)\.?\s*(.+)$/.exec(text);
  const label = match && LABELS.find(([words]) => words.test(match[1]!))?.[1];
  if (match && label && value.test(match[2]!)) return { label, locator: tidy(match[2]!) };
  return { suffix: `, ${text}` };
}

/** The printed labels of a quote's pages, or its physical ones. */
export function readPages(pages: {
  firstPage: number;
  lastPage: number;
  firstLabel: string | null;
  lastLabel: string | null;
}): Omit<CslCite, 'id'> {
  const from = pages.firstLabel || String(pages.firstPage);
  const to = pages.lastLabel || String(pages.lastPage);
  return { label: 'page', locator: pages.firstPage === pages.lastPage ? from : `${from}–${to}` };
}

function tidy(range: string): string {
  return range.replace(/\s*[-–]\s*/g, '–').replace(/\s*,\s*/g, ', ');
}
