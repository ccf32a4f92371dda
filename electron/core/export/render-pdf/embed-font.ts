import { create, type Font } from 'fontkit';
import type { FontFile } from '../layout/face.ts';
import { type BoundedCache, createBoundedCache } from '../layout/layout-cache.ts';
import { glyphAdvance, type UsedCode } from './encode-text.ts';
import type { PackedDocument, PdfRef } from './packed-document.ts';

/** The deflated parts of a subset: the font program, and the map from character codes to its glyphs. */
interface Subset {
  program: Uint8Array;
  length: number;
  codeToGlyph: Uint8Array;
}

const fonts = new WeakMap<FontFile, Font>();
/** A preview embeds the same subsets again and again; eight faces at two compressions, with some history. */
const subsets: BoundedCache<Subset> = createBoundedCache(48);

/**
 * Embeds the used glyphs of a face as a Type 0 font (ISO 32000-1, 9.7) whose character codes are the glyph numbers of
 * the whole font; a CIDToGIDMap leads from them to the subset. Fills in `ref`, which pages already name.
 */
export function embedFont(
  document: PackedDocument,
  ref: PdfRef,
  file: FontFile,
  codes: Map<number, UsedCode>,
  deflate: (bytes: Uint8Array) => Uint8Array,
): void {
  const font = openFont(file);
  const sorted = [...codes.values()].sort((a, b) => a.code - b.code);
  const subset = cachedSubset(file, font, sorted, deflate);
  const program = document.stream({ Length1: subset.length }, subset.program, true);
  const name = `${subsetTag(sorted)}+${font.postscriptName}`;
  const descendant = document.object({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 },
    FontDescriptor: describeFont(document, font, file, name, program),
    DW: 0,
    W: sorted.flatMap(({ code, glyph }) => [code, [glyphAdvance(file, glyph)]]),
    CIDToGIDMap: document.stream({}, subset.codeToGlyph, true),
  });
  descendant.end();
  Object.assign(ref.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: document.stream({}, Buffer.from(toUnicode(sorted), 'latin1')),
  });
  ref.end();
}

function text(value: string): object {
  return new String(value);
}

function openFont(file: FontFile): Font {
  let font = fonts.get(file);
  if (!font) {
    font = create(file.bytes as Buffer) as Font;
    fonts.set(file, font);
  }
  return font;
}

function cachedSubset(
  file: FontFile,
  font: Font,
  codes: UsedCode[],
  deflate: (bytes: Uint8Array) => Uint8Array,
): Subset {
  const key = `${file.name}/${file.bytes.length}/${deflate.name}/${codes.map(each => each.code).join(' ')}`;
  const known = subsets.get(key);
  if (known) return known;
  const subset = makeSubset(font, codes, deflate);
  subsets.set(key, subset);
  return subset;
}

function makeSubset(font: Font, codes: UsedCode[], deflate: (bytes: Uint8Array) => Uint8Array): Subset {
  const builder = font.createSubset();
  const map = Buffer.alloc(2 * (Math.max(0, ...codes.map(each => each.code)) + 1));
  for (const { code, glyph } of codes) {
    map.writeUInt16BE(Number(builder.includeGlyph(font.getGlyph(glyph))), 2 * code);
  }
  const program = builder.encode();
  return { program: deflate(program), length: program.length, codeToGlyph: deflate(map) };
}

/** Six capitals that differ when the glyphs do (ISO 32000-1, 9.6.4). */
function subsetTag(codes: UsedCode[]): string {
  let hash = 7;
  for (const { code } of codes) hash = (hash * 31 + code) % 308_915_776;
  return Array.from({ length: 6 }, (_, i) =>
    String.fromCharCode(65 + (Math.floor(hash / 26 ** i) % 26)),
  ).join('');
}

function describeFont(
  document: PackedDocument,
  font: Font,
  file: FontFile,
  name: string,
  program: PdfRef,
): PdfRef {
  const { scale } = file;
  const { bbox } = font;
  const descriptor = document.object({
    Type: 'FontDescriptor',
    FontName: name,
    /** Symbolic (the codes are glyph numbers), italic where the face is. */
    Flags: 4 | (font.italicAngle ? 64 : 0) | (isSerif(font) ? 2 : 0),
    FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map(value => value * scale),
    ItalicAngle: font.italicAngle,
    Ascent: font.ascent * scale,
    Descent: font.descent * scale,
    CapHeight: font.capHeight * scale,
    XHeight: font.xHeight * scale,
    StemV: /bold/i.test(file.name) ? 120 : 80,
    FontFile2: program,
  });
  descriptor.end();
  return descriptor;
}

/** By its PANOSE digits: a Latin text face (2) with serifs of some kind (2 to 10). */
function isSerif(font: Font): boolean {
  const [family = 0, serifs = 0] = font['OS/2'].panose;
  return family === 2 && serifs >= 2 && serifs <= 10;
}

/** Stands for a glyph that is only part of a character, since PDF/A-2a lets no code go unmapped (6.2.11.7). */
const ZERO_WIDTH_SPACE = '\u200b';

function toUnicode(codes: UsedCode[]): string {
  const blocks: string[] = [];
  for (let i = 0; i < codes.length; i += 100) {
    const block = codes.slice(i, i + 100);
    const lines = block.map(
      each => `<${each.code.toString(16).padStart(4, '0')}> <${utf16(each.text || ZERO_WIDTH_SPACE)}>`,
    );
    blocks.push(`${block.length} beginbfchar\n${lines.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function utf16(value: string): string {
  return Buffer.from(value, 'utf16le').swap16().toString('hex');
}
