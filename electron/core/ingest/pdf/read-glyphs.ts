import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';

/** pdf.js's number of the operator that shows glyphs (OPS.showText; all its variants are brought to this one). */
const SHOW_TEXT = 44;

/** pdf.js: annotations are not wanted (AnnotationMode.DISABLE). */
const NO_ANNOTATIONS = 0;

/**
 * The characters of a page's glyphs in the order of its content, with the spaces and soft hyphens that pdf.js leaves out of its text.
 * Costs about as much as reading the text. '' when the page cannot be read.
 */
export async function readGlyphs(page: PDFPageProxy): Promise<string> {
  try {
    const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: NO_ANNOTATIONS });
    const parts: string[] = [];
    for (const [i, operator] of fnArray.entries()) {
      if (operator === SHOW_TEXT) appendGlyphs(parts, (argsArray[i] as unknown[])[0]);
    }
    return parts.join('');
  } catch {
    return '';
  }
}

function appendGlyphs(parts: string[], glyphs: unknown): void {
  if (!Array.isArray(glyphs)) return;
  for (const glyph of glyphs) {
    if (glyph !== null && typeof glyph === 'object' && typeof glyph.unicode === 'string')
      parts.push(glyph.unicode);
  }
}
