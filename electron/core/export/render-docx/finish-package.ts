import JSZip from 'jszip';

/** The time zip entries bear: the first a zip can say, since the only date of the file is in its properties. */
const EPOCH = new Date(Date.UTC(1980, 0, 1));

/**
 * Makes a package of Word the same each time it is made: random names of relations become numbers, the dates are those given,
 * and entries bear no time. `createdAt` is ISO 8601 UTC.
 */
export async function finishPackage(
  bytes: Uint8Array,
  settings: { createdAt: string; duplex: boolean },
): Promise<Uint8Array> {
  const packed = await JSZip.loadAsync(bytes);
  const finished = new JSZip();
  const rename = createRenamer();
  for (const path of Object.keys(packed.files)) {
    const entry = packed.files[path]!;
    if (entry.dir) continue;
    const content = /\.(xml|rels)$/.test(path)
      ? finishPart(path, rename(await entry.async('string')), settings)
      : await entry.async('uint8array');
    finished.file(path, content, { date: EPOCH, createFolders: false });
  }
  return finished.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' });
}

/** Gives random relation names (21 letters of nanoid), and bookmarks, numbers in the order they are met. */
function createRenamer(): (xml: string) => string {
  const names = new Map<string, string>();
  const bookmarks = new Map<string, string>();
  return xml =>
    xml
      .replace(/"rId([a-z0-9_-]{21})"/g, (_, random: string) => `"${nameOf(names, random, 'rIdV')}"`)
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

function finishPart(path: string, xml: string, settings: { createdAt: string; duplex: boolean }): string {
  if (path === 'docProps/core.xml') return dateProperties(xml, settings.createdAt);
  if (path === 'word/settings.xml') return mirrorMargins(xml, settings.duplex);
  if (path === 'word/document.xml') return dirtyContents(xml);
  return xml;
}

function dateProperties(xml: string, createdAt: string): string {
  const time = new Date(createdAt);
  const said = Number.isNaN(time.getTime()) ? EPOCH : time;
  const date = said.toISOString().replace(/\.\d+Z$/, 'Z');
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`);
}

/** Inner and outer margins change places on even pages (ECMA-376-1, 17.15.1.57; its place is before the zoomed settings). */
function mirrorMargins(xml: string, duplex: boolean): string {
  return duplex ? xml.replace(/(<w:settings[^>]*>)/, '$1<w:mirrorMargins/>') : xml;
}

/** Contents are marked for a new count, which Word makes when it opens the file. */
function dirtyContents(xml: string): string {
  return xml.replace(
    /<w:fldChar w:fldCharType="begin"\/>(<\/w:r><w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:instrText[^>]*>(?:TOC|INDEX) )/g,
    '<w:fldChar w:fldCharType="begin" w:dirty="true"/>$1',
  );
}
