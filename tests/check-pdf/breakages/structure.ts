import { PDFArray, PDFName } from '@cantoo/pdf-lib';
import type { BrokenPdf } from './broken-pdf.ts';

const OPEN = /\/(\w+) <<\/MCID (\d+)>> BDC/;

/** Takes the languages away from everything but the element that is given back. */
function withoutLanguages(pdf: BrokenPdf): void {
  for (const [, value] of pdf.document.context.enumerateIndirectObjects()) {
    if ('delete' in value) (value as { delete(key: PDFName): boolean }).delete(PDFName.of('Lang'));
  }
}

/** What must be reported of marked content, structure tree and languages. */
export const STRUCTURE_BREAKAGES = {
  '01-003': (pdf: BrokenPdf) => pdf.content(text => text.replace(OPEN, '$&\n/Artifact BMC EMC')),
  '01-004': (pdf: BrokenPdf) => pdf.content(text => text.replace(OPEN, '/Artifact BMC\n$&').concat('\nEMC')),
  '01-005': (pdf: BrokenPdf) => pdf.draw('10 10 m 20 20 l S', false),
  '01-007': (pdf: BrokenPdf) => pdf.set(pdf.at(pdf.catalog, 'MarkInfo'), 'Suspects', true),
  '02-001': (pdf: BrokenPdf) => pdf.set(pdf.element('BlockQuote'), 'S', '/Cita'),
  '02-003': (pdf: BrokenPdf) =>
    pdf.set(pdf.at(pdf.catalog, 'StructTreeRoot'), 'RoleMap', { Uno: '/Dos', Dos: '/Uno' }),
  '02-004': (pdf: BrokenPdf) => pdf.set(pdf.at(pdf.catalog, 'StructTreeRoot'), 'RoleMap', { P: '/Span' }),
  '09-004': (pdf: BrokenPdf) => pdf.set(pdf.element('TBody'), 'S', '/Sect'),
  '09-005': (pdf: BrokenPdf) => pdf.set(pdf.element('LBody'), 'S', '/P'),
  '09-006': (pdf: BrokenPdf) => pdf.set(pdf.element('TOCI'), 'S', '/P'),
  '09-007': (pdf: BrokenPdf) => void pdf.addElement(pdf.element('P'), 'RB'),
  '09-008': (pdf: BrokenPdf) => void pdf.addElement(pdf.element('P'), 'WT'),
  '13-004': (pdf: BrokenPdf) => pdf.set(pdf.element('P'), 'S', '/Figure'),
  '14-002': (pdf: BrokenPdf) => pdf.set(pdf.element('H1'), 'S', '/H2'),
  '14-003': (pdf: BrokenPdf) => pdf.set(pdf.element('H2'), 'S', '/H4'),
  '14-006': (pdf: BrokenPdf) => {
    const parent = pdf.at(pdf.element('P'), 'P');
    pdf.addElement(parent, 'H');
    pdf.addElement(parent, 'H');
  },
  '14-007': (pdf: BrokenPdf) => pdf.set(pdf.element('H3'), 'S', '/H'),
  '15-003': (pdf: BrokenPdf) => pdf.set(pdf.element('TH'), 'A', undefined),
  '17-002': (pdf: BrokenPdf) => pdf.set(pdf.element('P'), 'S', '/Formula'),
  '19-003': (pdf: BrokenPdf) => pdf.set(pdf.element('Note'), 'ID', undefined),
  '19-004': (pdf: BrokenPdf) => pdf.set(pdf.element('P'), 'ID', pdf.element('Note').get(PDFName.of('ID'))!),
  '11-001': withoutLanguages,
  '11-002': (pdf: BrokenPdf) => {
    withoutLanguages(pdf);
    pdf.set(pdf.element('P'), 'Alt', 'Descripción');
  },
  '11-003': withoutLanguages,
  '11-004': withoutLanguages,
  '11-005': (pdf: BrokenPdf) => {
    withoutLanguages(pdf);
    pdf.set(pdf.catalog, 'AcroForm', { Fields: [pdf.add({ FT: '/Tx', T: 'campo', TU: 'Un campo' })] });
  },
  '11-006': withoutLanguages,
  'A 6.7.2 marked': (pdf: BrokenPdf) => pdf.set(pdf.catalog, 'MarkInfo', undefined),
  'A 6.7.3 structure': (pdf: BrokenPdf) => pdf.set(pdf.catalog, 'StructTreeRoot', undefined),
  'A 6.7.4 language': (pdf: BrokenPdf) => pdf.set(pdf.element('P'), 'Lang', 'español de Perú'),
  'P 14.6 marked content': (pdf: BrokenPdf) => pdf.draw('EMC', false),
  'P 14.7.2 structure': (pdf: BrokenPdf) => pdf.set(pdf.element('LBody'), 'P', pdf.refOf(pdf.element('H1'))),
  'P 14.7.4 parent tree': (pdf: BrokenPdf) => {
    const nums = pdf.at(pdf.catalog, 'StructTreeRoot', 'ParentTree').lookup(PDFName.of('Nums'), PDFArray);
    nums.lookup(1, PDFArray).set(0, pdf.refOf(pdf.element('Note')));
  },
  'P 14.8.4 table grid': (pdf: BrokenPdf) => void pdf.addElement(pdf.element('TR', 5), 'TD'),
};
