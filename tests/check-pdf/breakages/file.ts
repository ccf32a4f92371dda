import type { PDFObject } from '@cantoo/pdf-lib';
import type { BrokenPdf, Plain } from './broken-pdf.ts';

function encrypt(pdf: BrokenPdf, extra: Record<string, Plain>): void {
  const dict = pdf.add({ Filter: '/Standard', V: 1, R: 2, O: 'o'.repeat(32), U: 'u'.repeat(32), ...extra });
  pdf.document.context.trailerInfo.Encrypt = dict as PDFObject;
}

const IMAGE = {
  Type: '/XObject',
  Subtype: '/Image',
  Width: 1,
  Height: 1,
  BitsPerComponent: 8,
  ColorSpace: '/DeviceRGB',
};
const FORM = { Type: '/XObject', Subtype: '/Form', BBox: [0, 0, 9, 9], Resources: {} };

/** What must be reported of bytes, metadata, colour and other objects. */
export const FILE_BREAKAGES = {
  '06-001': (pdf: BrokenPdf) => pdf.set(pdf.catalog, 'Metadata', undefined),
  '06-002': (pdf: BrokenPdf) => pdf.xmp(text => text.replace('<pdfuaid:part>1', '<pdfuaid:part>9')),
  '06-003': (pdf: BrokenPdf) => pdf.xmp(text => text.replace(/<dc:title>.*?<\/dc:title>/s, '')),
  '07-001': (pdf: BrokenPdf) => pdf.set(pdf.catalog, 'ViewerPreferences', {}),
  '07-002': (pdf: BrokenPdf) => pdf.set(pdf.catalog, 'ViewerPreferences', { DisplayDocTitle: false }),
  '26-001': (pdf: BrokenPdf) => encrypt(pdf, {}),
  '26-002': (pdf: BrokenPdf) => encrypt(pdf, { P: -3904 & ~512 }),
  '30-001': (pdf: BrokenPdf) =>
    pdf.resource('XObject', 'Ajeno', pdf.stream('', { ...FORM, Ref: { Page: 0 } })),
  '30-002': (pdf: BrokenPdf) => {
    pdf.resource('XObject', 'Doble', pdf.stream('/P <</MCID 0>> BDC EMC', FORM));
    pdf.draw('/Doble Do /Doble Do', false);
  },
  'A 6.1.2 header': () => (bytes: string) => bytes.replace('%PDF-1.7', '%PDF-2.0'),
  'A 6.1.2 binary comment': () => (bytes: string) => bytes.replace(/%[\x80-\xff]{4}/, '%abcd'),
  'A 6.1.3 ID': () => (bytes: string) => bytes.replace('/ID ', '/IX '),
  'A 6.1.3 Encrypt': (pdf: BrokenPdf) => encrypt(pdf, { P: -4 }),
  'A 6.1.3 end': () => (bytes: string) => `${bytes}\nmore`,
  'A 6.1.7 Length': (pdf: BrokenPdf) => {
    pdf.stream('x'.repeat(777));
    return (bytes: string) => bytes.replace('/Length 777', '/Length 771');
  },
  'A 6.1.7 external': (pdf: BrokenPdf) => void pdf.stream('', { F: 'otro.txt' }),
  'A 6.1.7 filter': (pdf: BrokenPdf) => void pdf.stream('x', { Filter: '/LZWDecode' }),
  'A 6.1.10 filter': (pdf: BrokenPdf) => pdf.draw('BI /W 1 /H 1 /BPC 8 /CS /RGB /F /LZW ID xxx EI'),
  'A 6.1.13 limits': (pdf: BrokenPdf) => pdf.draw('q '.repeat(29) + 'Q '.repeat(29)),
  'A 6.2.2 operator': (pdf: BrokenPdf) => pdf.draw('pinta'),
  'A 6.2.2 resources': (pdf: BrokenPdf) => pdf.draw('/Nada gs'),
  'A 6.2.3 output intent': (pdf: BrokenPdf) =>
    pdf.set(pdf.at(pdf.catalog, 'OutputIntents', 0), 'DestOutputProfile', pdf.stream('nada', { N: 3 })),
  'A 6.2.4 device colour': (pdf: BrokenPdf) => pdf.draw('0 0 0 1 k 0 0 9 9 re f'),
  'A 6.2.4 ICC': (pdf: BrokenPdf) =>
    pdf.resource('ColorSpace', 'Perfil', ['/ICCBased', pdf.stream('nada', { N: 3 })]),
  'A 6.2.5 graphics state': (pdf: BrokenPdf) => pdf.resource('ExtGState', 'Estado', { TR: '/Identity' }),
  'A 6.2.6 rendering intent': (pdf: BrokenPdf) => pdf.draw('/Vivo ri'),
  'A 6.2.8 image': (pdf: BrokenPdf) => void pdf.stream('xxx', { ...IMAGE, Interpolate: true }),
  'A 6.2.9 form': (pdf: BrokenPdf) => void pdf.stream('', { ...FORM, Subtype2: '/PS' }),
  'A 6.2.10 blend mode': (pdf: BrokenPdf) => pdf.resource('ExtGState', 'Estado', { BM: '/Raro' }),
  'A 6.2.10 blend space': (pdf: BrokenPdf) => {
    pdf.resource('ExtGState', 'Estado', { ca: 0.5 });
    pdf.set(pdf.catalog, 'OutputIntents', undefined);
  },
  'A 6.6.2 packet': (pdf: BrokenPdf) => pdf.xmp(text => text.replace('</rdf:RDF>', '')),
  'A 6.6.2 schema': (pdf: BrokenPdf) =>
    pdf.xmp(text => text.replace('<pdf:Producer>', '<pdf:Producer/><pdf:Otra/><pdf:Producer>')),
  'A 6.6.4 identifier': (pdf: BrokenPdf) => pdf.xmp(text => text.replace('<pdfaid:part>2', '<pdfaid:part>1')),
  'P 7.7.2 info': (pdf: BrokenPdf) => pdf.document.setTitle('Otro título'),
};
