import { type OriginalClaims, pdfaLevels } from './original-pages.ts';

/** Reads what an XMP packet claims: PDF/A (ISO 19005-1, 6.7.11) and PDF/UA (ISO 14289-1, 5). */
export function readClaims(xmp: string): OriginalClaims {
  const part = readProperty(xmp, 'pdfaid:part');
  const level = readProperty(xmp, 'pdfaid:conformance')?.toLowerCase();
  return {
    pdfa:
      part && /^[1-4]$/.test(part) ? { part, level: pdfaLevels.find(each => each === level) ?? 'b' } : null,
    pdfua: readProperty(xmp, 'pdfuaid:part') === '1',
  };
}

/** A simple property, written as an element or as an attribute. */
function readProperty(xmp: string, name: string): string | null {
  const found = new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>|\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(
    xmp,
  );
  return found ? (found[1] ?? found[2] ?? null) : null;
}
