import JSZip from 'jszip';
import type { WordFont } from './word-theme.ts';

/** The time zip entries bear: the first a zip can say, since the only date of the file is in its properties. */
const EPOCH = new Date(Date.UTC(1980, 0, 1));

/** What a package is finished with; `fonts` are those its styles name. */
export interface PackageSettings {
  createdAt: string;
  duplex: boolean;
  fonts: WordFont[];
}

/**
 * Makes a package of Word the same each time it is made: random names of relations become numbers, the dates are those given,
 * and entries bear no time. `createdAt` is ISO 8601 UTC.
 */
export async function finishPackage(bytes: Uint8Array, settings: PackageSettings): Promise<Uint8Array> {
  const rename = createRenamer();
  return repack(bytes, (path, xml) => finishPart(path, rename(xml), settings));
}

/** Writes a package anew without the times of its entries, those of the workbooks inside it too (a chart's figures). */
async function repack(bytes: Uint8Array, finish: (path: string, xml: string) => string): Promise<Uint8Array> {
  const packed = await JSZip.loadAsync(bytes);
  const finished = new JSZip();
  for (const path of Object.keys(packed.files)) {
    const entry = packed.files[path]!;
    if (entry.dir) continue;
    const content = await readEntry(entry, finish);
    finished.file(path, content, { date: EPOCH, createFolders: false });
  }
  return finished.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' });
}

async function readEntry(
  entry: JSZip.JSZipObject,
  finish: (path: string, xml: string) => string,
): Promise<string | Uint8Array> {
  if (/\.(xml|rels)$/.test(entry.name)) return finish(entry.name, await entry.async('string'));
  const bytes = await entry.async('uint8array');
  return entry.name.endsWith('.xlsx') ? repack(bytes, (_, xml) => xml) : bytes;
}

/** Gives the random names (21 letters of nanoid) of relations and watermarks, and bookmarks, numbers in the order they are met. */
function createRenamer(): (xml: string) => string {
  const names = new Map<string, string>();
  const bookmarks = new Map<string, string>();
  const watermarks = new Map<string, string>();
  return xml =>
    xml
      .replace(/"rId([a-z0-9_-]{21})"/g, (_, random: string) => `"${nameOf(names, random, 'rIdV')}"`)
      .replace(
        /(PowerPlusWaterMarkObject)([a-z0-9_-]{21})/g,
        (_, prefix: string, random: string) => `${prefix}${nameOf(watermarks, random, '')}`,
      )
      .replace(
        /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)"/g,
        (_, before: string, number: string) => `${before}${nameOf(bookmarks, number, '')}"`,
      );
}

function nameOf(names: Map<string, string>, old: string, prefix: string): string {
  const known = names.get(old) ?? `${prefix}${names.size + 1}`;
  names.set(old, known);
  return known;
}

function finishPart(path: string, xml: string, settings: PackageSettings): string {
  if (path === 'docProps/core.xml') return dateProperties(xml, settings.createdAt);
  if (path === 'word/settings.xml') return mirrorMargins(xml, settings.duplex);
  if (path === 'word/document.xml') return partResults(xml);
  if (path === 'word/fontTable.xml') return nameFonts(xml, settings.fonts);
  return xml;
}

function dateProperties(xml: string, createdAt: string): string {
  const time = new Date(createdAt);
  const said = Number.isNaN(time.getTime()) ? EPOCH : time;
  const date = said.toISOString().replace(/\.\d+Z$/, 'Z');
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`);
}

/** Inner and outer margins change places on even pages (ECMA-376-1, 17.15.1.57); the schema wants it here. */
function mirrorMargins(xml: string, duplex: boolean): string {
  return duplex ? xml.replace(/(<w:displayBackgroundShape\/>)/, '$1<w:mirrorMargins/>') : xml;
}

/** The shown page of a field in a run of its own, as readers other than Word expect it. */
function partResults(xml: string): string {
  return xml.replace(
    /(<w:fldChar w:fldCharType="separate"\/>)(<w:t(?: [^>]*)?>[^<]*<\/w:t>)<\/w:r><w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<\/w:r>/g,
    (_, separate: string, result: string, style = '') => `${separate}</w:r><w:r>${style}${result}</w:r>`,
  );
}

/** Says what to take for a font that is not installed (ECMA-376-1, 17.8.3.1). */
function nameFonts(xml: string, fonts: WordFont[]): string {
  const unique = new Map(fonts.map(font => [font.name, font]));
  const entries = [...unique.values()].map(
    ({ name, instead, serif }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="00"/>` +
      `<w:family w:val="${serif ? 'roman' : 'swiss'}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return xml.replace(/(<w:fonts\b[^>]*)\/>$/, `$1>${entries.join('')}</w:fonts>`);
}
