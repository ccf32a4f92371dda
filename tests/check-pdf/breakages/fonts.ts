import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFName } from '@cantoo/pdf-lib';
import type { BrokenPdf, Plain } from './broken-pdf.ts';

const WHOLE_FONT = join(import.meta.dirname, '../../../resources/fonts/SourceSerif4-Regular.ttf');
const FIRST_TARGET = /(beginbfchar\s+<[0-9a-f]{4}> )<[0-9a-f]+>/;
const SYMBOLIC = 4;
const NON_SYMBOLIC = 32;

/** Shows a character in a simple TrueType font; the subset of the specimen has no cmap, the whole font several. */
function showSimple(
  pdf: BrokenPdf,
  font: { flags: number; encoding?: Plain; whole?: boolean; shown?: string },
): void {
  const bytes = font.whole
    ? readFileSync(WHOLE_FONT)
    : pdf.read(pdf.at(pdf.descendant(), 'FontDescriptor'), 'FontFile2');
  const FontDescriptor = pdf.add({
    Type: '/FontDescriptor',
    FontName: '/Simple',
    Flags: font.flags,
    FontFile2: pdf.stream(bytes),
  });
  const encoding: Record<string, Plain> = font.encoding === undefined ? {} : { Encoding: font.encoding };
  pdf.resource('Font', 'Simple', {
    Type: '/Font',
    Subtype: '/TrueType',
    BaseFont: '/Simple',
    FirstChar: 65,
    Widths: [600],
    FontDescriptor,
    ...encoding,
  });
  pdf.draw(`BT /Simple 9 Tf <${font.shown ?? '41'}> Tj ET`);
}

/** Gives the first font a CMap of its own. */
function setCMap(pdf: BrokenPdf, dict: Record<string, Plain>, body = ''): void {
  const info = { Registry: 'Adobe', Ordering: 'Identity', Supplement: 0 };
  const text = `begincmap /WMode 0 def ${body} endcmap`;
  pdf.set(
    pdf.font(),
    'Encoding',
    pdf.stream(text, { Type: '/CMap', CMapName: '/Propio', CIDSystemInfo: info, ...dict }),
  );
}

function setGlyphs(pdf: BrokenPdf, byte: number): void {
  pdf.set(pdf.descendant(), 'CIDToGIDMap', pdf.stream(Buffer.alloc(131_072, byte)));
}

function setCidSet(pdf: BrokenPdf, byte: number): void {
  pdf.set(pdf.at(pdf.descendant(), 'FontDescriptor'), 'CIDSet', pdf.stream(Buffer.alloc(8192, byte)));
}

function setTarget(pdf: BrokenPdf, target: string): void {
  pdf.rewrite(pdf.font(), 'ToUnicode', text => text.replace(FIRST_TARGET, `$1<${target}>`));
}

/** What must be reported of fonts. */
export const FONT_BREAKAGES = {
  '10-001': (pdf: BrokenPdf) =>
    pdf.rewrite(pdf.font(), 'ToUnicode', text => text.replace(FIRST_TARGET, 'beginbfchar')),
  '17-003': (pdf: BrokenPdf) => {
    pdf.set(pdf.element('P'), 'S', '/Formula');
    for (const [, font] of pdf.at(pdf.page(), 'Resources', 'Font').entries()) {
      pdf.set(pdf.document.context.lookup(font) as never, 'ToUnicode', pdf.stream(''));
    }
  },
  '31-001': (pdf: BrokenPdf) =>
    setCMap(pdf, { CIDSystemInfo: { Registry: 'Otro', Ordering: 'Identity', Supplement: 0 } }),
  '31-002': (pdf: BrokenPdf) =>
    setCMap(pdf, { CIDSystemInfo: { Registry: 'Adobe', Ordering: 'Otro', Supplement: 0 } }),
  '31-003': (pdf: BrokenPdf) =>
    setCMap(pdf, { CIDSystemInfo: { Registry: 'Adobe', Ordering: 'Identity', Supplement: 3 } }),
  '31-004': (pdf: BrokenPdf) => pdf.set(pdf.descendant(), 'CIDToGIDMap', '/Otro'),
  '31-005': (pdf: BrokenPdf) => pdf.set(pdf.descendant(), 'CIDToGIDMap', undefined),
  '31-006': (pdf: BrokenPdf) => pdf.set(pdf.font(), 'Encoding', '/Propio-H'),
  '31-007': (pdf: BrokenPdf) => setCMap(pdf, { WMode: 1 }),
  '31-008': (pdf: BrokenPdf) => setCMap(pdf, {}, '/Propio-H usecmap'),
  '31-009': (pdf: BrokenPdf) => pdf.set(pdf.at(pdf.descendant(), 'FontDescriptor'), 'FontFile2', undefined),
  '31-011': (pdf: BrokenPdf) => setGlyphs(pdf, 255),
  '31-014': (pdf: BrokenPdf) => setCidSet(pdf, 0),
  '31-015': (pdf: BrokenPdf) => setCidSet(pdf, 255),
  '31-016': (pdf: BrokenPdf) => pdf.set(pdf.descendant(), 'W', undefined),
  '31-017': (pdf: BrokenPdf) => showSimple(pdf, { flags: NON_SYMBOLIC, encoding: '/WinAnsiEncoding' }),
  '31-018': (pdf: BrokenPdf) =>
    showSimple(pdf, { flags: NON_SYMBOLIC, encoding: '/WinAnsiEncoding', whole: true, shown: '01' }),
  '31-019': (pdf: BrokenPdf) => showSimple(pdf, { flags: NON_SYMBOLIC, whole: true }),
  '31-020': (pdf: BrokenPdf) =>
    showSimple(pdf, { flags: NON_SYMBOLIC, whole: true, encoding: { Type: '/Encoding' } }),
  '31-021': (pdf: BrokenPdf) =>
    showSimple(pdf, { flags: NON_SYMBOLIC, whole: true, encoding: '/MacExpertEncoding' }),
  '31-023': (pdf: BrokenPdf) =>
    showSimple(pdf, {
      flags: NON_SYMBOLIC,
      encoding: { BaseEncoding: '/WinAnsiEncoding', Differences: [65, '/B'] },
    }),
  '31-024': (pdf: BrokenPdf) =>
    showSimple(pdf, { flags: SYMBOLIC, whole: true, encoding: '/WinAnsiEncoding' }),
  '31-025': (pdf: BrokenPdf) => showSimple(pdf, { flags: SYMBOLIC }),
  '31-026': (pdf: BrokenPdf) => showSimple(pdf, { flags: SYMBOLIC, whole: true }),
  '31-027': (pdf: BrokenPdf) => pdf.set(pdf.font(), 'ToUnicode', undefined),
  '31-028': (pdf: BrokenPdf) => setTarget(pdf, '0000'),
  '31-029': (pdf: BrokenPdf) => setTarget(pdf, 'feff'),
  '31-030': (pdf: BrokenPdf) => setGlyphs(pdf, 0),
  'A 6.1.8 name': (pdf: BrokenPdf) => pdf.font().set(PDFName.of('BaseFont'), PDFName.of('Mal#FFa')),
  'A 6.2.11.2 font': (pdf: BrokenPdf) => pdf.set(pdf.font(), 'BaseFont', undefined),
  'A 6.2.11.7 private use': (pdf: BrokenPdf) => setTarget(pdf, 'e000'),
};
