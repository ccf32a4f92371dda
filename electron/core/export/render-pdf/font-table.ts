import type { FontFile } from '../layout/face.ts';
import { embedFont } from './embed-font.ts';
import type { UsedCode } from './encode-text.ts';
import type { PackedDocument, PdfRef } from './packed-document.ts';
import { fontResource } from './paint-text.ts';

/** The character codes that some content shows, by font file. */
export type UsedFonts = Map<FontFile, readonly UsedCode[]>;

/** The fonts of the file: a reference for each face as soon as content names it, its glyphs gathered until the end. */
export class FontTable {
  private readonly document: PackedDocument;
  private readonly used = new Map<FontFile, { ref: PdfRef; codes: Map<number, UsedCode> }>();

  constructor(document: PackedDocument) {
    this.document = document;
  }

  /** The Font resources of content that uses these fonts. */
  resources(...sources: UsedFonts[]): Record<string, PdfRef> {
    const resources: Record<string, PdfRef> = {};
    for (const source of sources) {
      for (const [file, used] of source) {
        const entry = this.used.get(file) ?? { ref: this.document.object(), codes: new Map() };
        this.used.set(file, entry);
        addCodes(entry.codes, used);
        resources[fontResource(file.name)] = entry.ref;
      }
    }
    return resources;
  }

  /** Embeds every font with the glyphs used. */
  embed(deflate: (bytes: Uint8Array) => Uint8Array): void {
    for (const [file, { ref, codes }] of this.used) embedFont(this.document, ref, file, codes, deflate);
  }
}

/** A code keeps the first text it was seen to stand for. */
function addCodes(codes: Map<number, UsedCode>, run: readonly UsedCode[]): void {
  for (const used of run) if (!codes.get(used.code)?.text) codes.set(used.code, used);
}
