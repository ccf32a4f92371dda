/** What pdf.js asks for while it reads a page: a character map, a standard font or a decoder. */
export interface BinaryRequest {
  kind: string;
  filename: string;
}

const options = { eager: true, query: '?url&no-inline', import: 'default' } as const;

/** The window's own copies of pdf.js's data, by file name. */
const files = byName({
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', options),
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', options),
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg}.wasm', options),
});

function byName(paths: Record<string, string>): ReadonlyMap<string, string> {
  return new Map(Object.entries(paths).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]));
}

/** Gives pdf.js its data from the window's own bundle; throws for a file that is not there. */
export class BundledData {
  /** The bytes of one file. */
  async fetch({ filename }: BinaryRequest): Promise<Uint8Array> {
    const url = files.get(filename);
    if (!url) throw new Error(`pdf.js data ${filename} is not bundled`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`pdf.js data ${filename}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
