import type { Conformance } from './claim-conformance.ts';

/** What the XMP packet says; it must agree with the Info dictionary (PDF/A-2, 6.6.2.3). Dates are ISO 8601. */
export interface XmpFacts {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  createdAt: string;
  language: string;
  creatorTool: string;
  producer: string;
  /** What the file claims. */
  archival: Conformance['archival'];
  accessible: boolean;
}

/** Writes the XMP packet of a file that claims PDF/A, PDF/UA-1 or both, with the extension schema that PDF/A asks for pdfuaid. */
export function buildXmp(facts: XmpFacts): string {
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    describeDublinCore(facts),
    describeFile(facts),
    describeConformance(facts),
    EXTENSION_SCHEMA,
    '</rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
}

function describeDublinCore(facts: XmpFacts): string {
  const subject = facts.subject
    ? `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(facts.subject)}</rdf:li></rdf:Alt></dc:description>`
    : '';
  const author = facts.author
    ? `<dc:creator><rdf:Seq><rdf:li>${escapeXml(facts.author)}</rdf:li></rdf:Seq></dc:creator>`
    : '';
  return (
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(facts.title)}</rdf:li></rdf:Alt></dc:title>` +
    `${author}${subject}<dc:language><rdf:Bag><rdf:li>${escapeXml(facts.language)}</rdf:li></rdf:Bag></dc:language>` +
    '</rdf:Description>'
  );
}

function describeFile(facts: XmpFacts): string {
  const date = `${facts.createdAt.slice(0, 19)}Z`;
  const keywords = facts.keywords ? `<pdf:Keywords>${escapeXml(facts.keywords)}</pdf:Keywords>` : '';
  return (
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">' +
    `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>` +
    `<xmp:CreatorTool>${escapeXml(facts.creatorTool)}</xmp:CreatorTool>` +
    `<pdf:Producer>${escapeXml(facts.producer)}</pdf:Producer>${keywords}</rdf:Description>`
  );
}

function describeConformance({ archival: claimed, accessible }: XmpFacts): string {
  if (!claimed && !accessible) return '';
  const archival = claimed
    ? `<pdfaid:part>${claimed.part}</pdfaid:part><pdfaid:conformance>${claimed.level.toUpperCase()}</pdfaid:conformance>`
    : '';
  const universal = accessible ? '<pdfuaid:part>1</pdfuaid:part>' : '';
  return (
    '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">' +
    `${archival}${universal}</rdf:Description>`
  );
}

const EXTENSION_SCHEMA =
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"' +
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">' +
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '<pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Escapes a text for XML 1.0; characters that XML forbids are dropped. */
function escapeXml(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/[&<>"']/g, c => ENTITIES[c]!);
}
