import JSZip from 'jszip';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** One element of a part; `text` is that of its own text nodes. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
}

/** A package of Word read back, every part of it parsed (a part that is not well-formed throws). */
export interface ReadDocx {
  paths: string[];
  dates: Date[];
  raw(path: string): string;
  part(path: string): XmlNode;
}

/** Reads a package of Word with readers that are not the exporter's. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const files = Object.values(zip.files).filter(file => !file.dir);
  const raw = new Map<string, string>();
  const parts = new Map<string, XmlNode>();
  for (const file of files) {
    if (!/\.(xml|rels)$/.test(file.name)) continue;
    const xml = await file.async('string');
    raw.set(file.name, xml);
    parts.set(file.name, parseXml(xml));
  }
  return {
    paths: files.map(file => file.name),
    dates: files.map(file => file.date),
    raw: path => raw.get(path)!,
    part: path => parts.get(path)!,
  };
}

/** Parses XML strictly; throws where it is not well-formed. */
export function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const node: XmlNode = { name: tag.name, attributes: tag.attributes, children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', text => {
    open.at(-1)!.text += text;
  });
  parser.write(xml).close();
  return root.children[0]!;
}

/** Every element of a name below a node, in order. */
export function findAll(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap(child => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

/** The first element of a name below a node. */
export function find(node: XmlNode, name: string): XmlNode | undefined {
  return findAll(node, name)[0];
}

/** The words of a paragraph or part, instructions of fields left out. */
export function wordsOf(node: XmlNode): string {
  return findAll(node, 'w:t')
    .map(each => each.text)
    .join('');
}

/** The style of a paragraph, '' where it has none. */
export function styleOf(paragraph: XmlNode): string {
  const properties = paragraph.children.find(child => child.name === 'w:pPr');
  return properties?.children.find(child => child.name === 'w:pStyle')?.attributes['w:val'] ?? '';
}
