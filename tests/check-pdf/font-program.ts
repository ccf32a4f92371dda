import { create, type Font } from 'fontkit';

/** An embedded font program, as far as the checks ask it. Advances are in thousandths of the type size. */
export interface FontProgram {
  glyphCount: number;
  advanceOf(glyph: number): number;
  /** Glyph of a Unicode character (or code of a symbolic font) by the program's own cmap; 0 when it has none. */
  glyphOf(codePoint: number): number;
  /** Platform and encoding of each cmap, e.g. «3,1». */
  cmaps: string[];
}

interface WithCmap {
  cmap?: { tables: { platformID: number; encodingID: number }[] };
  hmtx?: { metrics: { length: number; get(index: number): { advance: number } } };
}

/** Opens a TrueType or OpenType program with fontkit; null when it cannot be read. */
export function openFontProgram(bytes: Uint8Array): FontProgram | null {
  try {
    const font = create(Buffer.from(bytes)) as Font;
    const scale = 1000 / font.unitsPerEm;
    const tables = (font as unknown as WithCmap).cmap?.tables ?? [];
    return {
      glyphCount: font.numGlyphs,
      advanceOf: glyph => advanceOf(font, glyph) * scale,
      glyphOf: codePoint => (tables.length ? font.glyphForCodePoint(codePoint).id : 0),
      cmaps: tables.map(each => `${each.platformID},${each.encodingID}`),
    };
  } catch {
    return null;
  }
}

/** From the metrics alone, where there are some: fontkit reads an outline for it, which a subset of empty glyphs has not. */
function advanceOf(font: Font, glyph: number): number {
  const metrics = (font as unknown as WithCmap).hmtx?.metrics;
  return metrics
    ? metrics.get(Math.min(glyph, metrics.length - 1)).advance
    : font.getGlyph(glyph).advanceWidth;
}
