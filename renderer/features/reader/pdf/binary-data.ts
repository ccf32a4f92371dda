/** What pdf.js asks for while it reads a page: a character map, a standard font or a decoder. */
export interface BinaryRequest {
  kind: string;
  filename: string;
}

/** The window's own copies of pdf.js's data, by file name; Vite wants each pattern and its options written out. */
const files = byName({
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
    eager: true,
    query: '?url',
    import: 'default',
  }),
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    eager: true,
    query: '?url',
    import: 'default',
  }),
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg,qcms_bg}.wasm', {
    eager: true,
    query: '?url',
    import: 'default',
  }),
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
