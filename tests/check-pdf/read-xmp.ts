import { SaxesParser } from 'saxes';

/** An XML element with its namespace. */
export interface XmlNode {
  uri: string;
  name: string;
  attributes: { uri: string; name: string; value: string }[];
  kids: XmlNode[];
  text: string;
}

/** An XMP packet: its properties, and the language of dc:title's default text. */
export interface Xmp {
  /** Every property of every rdf:Description, as an element or an attribute. */
  properties: XmlNode[];
  packet: string;
}

/** Namespaces of XMP. */
export const NAMESPACES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  extension: 'http://www.aiim.org/pdfa/ns/extension/',
  schema: 'http://www.aiim.org/pdfa/ns/schema#',
  property: 'http://www.aiim.org/pdfa/ns/property#',
} as const;

/** Reads a packet of XMP (ISO 16684-1); throws where it is not well-formed XML. */
export function readXmp(packet: string): Xmp {
  const root = parseXml(packet);
  const descriptions = findAll(root, NAMESPACES.rdf, 'RDF').flatMap(each => each.kids);
  const properties = descriptions.flatMap(each => [
    ...each.kids,
    ...each.attributes
      .filter(({ uri }) => uri && uri !== NAMESPACES.rdf && !uri.startsWith('http://www.w3.org/'))
      .map(({ uri, name, value }) => ({ uri, name, attributes: [], kids: [], text: value })),
  ]);
  return { properties, packet };
}

/** The text of a property: its own, or its items joined by «; ». */
export function propertyText(xmp: Xmp, uri: string, name: string): string | undefined {
  const node = xmp.properties.find(each => each.uri === uri && each.name === name);
  if (!node) return undefined;
  const items = findAll(node, NAMESPACES.rdf, 'li').map(each => each.text);
  return items.length ? items.join('; ') : node.text.trim();
}

/** All descendants with a name. */
export function findAll(node: XmlNode, uri: string, name: string): XmlNode[] {
  return node.kids.flatMap(kid => [
    ...(kid.uri === uri && kid.name === name ? [kid] : []),
    ...findAll(kid, uri, name),
  ]);
}

function parseXml(text: string): XmlNode {
  const root: XmlNode = { uri: '', name: '', attributes: [], kids: [], text: '' };
  const open: XmlNode[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', tag => {
    const attributes = Object.values(tag.attributes).map(({ uri, local, value }) => ({
      uri,
      name: local,
      value,
    }));
    const node: XmlNode = { uri: tag.uri, name: tag.local, attributes, kids: [], text: '' };
    open.at(-1)!.kids.push(node);
    open.push(node);
  });
  parser.on('text', part => {
    open.at(-1)!.text += part;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text.replace(/^\ufeff/, '')).close();
  return root;
}
