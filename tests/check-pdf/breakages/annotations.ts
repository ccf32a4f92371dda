import type { BrokenPdf, Plain } from './broken-pdf.ts';

/** A file specification that says no more than it must. */
function attach(pdf: BrokenPdf, extra: Record<string, Plain> = {}, params: Record<string, Plain> = {}): void {
  const content = pdf.stream('texto', { Type: '/EmbeddedFile', Subtype: '/text#2Fplain', Params: params });
  const spec = pdf.add({ Type: '/Filespec', F: 'nota.txt', UF: 'nota.txt', EF: { F: content }, ...extra });
  pdf.set(pdf.at(pdf.catalog, 'Names'), 'EmbeddedFiles', { Names: ['nota.txt', spec] });
}

function addField(pdf: BrokenPdf, extra: Record<string, Plain> = {}): void {
  pdf.set(pdf.catalog, 'AcroForm', { Fields: [pdf.add({ FT: '/Tx', T: 'campo', ...extra })] });
}

function setOptionalContent(
  pdf: BrokenPdf,
  main: Record<string, Plain>,
  ...others: Record<string, Plain>[]
): void {
  const group = pdf.add({ Type: '/OCG', Name: 'Capa' });
  pdf.set(pdf.catalog, 'OCProperties', { OCGs: [group], D: main, Configs: others });
}

const APPEARANCE = { Type: '/XObject', Subtype: '/Form', BBox: [0, 0, 9, 9] };

/** What must be reported of annotations, fields, actions, files and layers. */
export const ANNOTATION_BREAKAGES = {
  '20-001': (pdf: BrokenPdf) => setOptionalContent(pdf, { Name: 'Principal' }, { Creator: 'x' }),
  '20-002': (pdf: BrokenPdf) => setOptionalContent(pdf, {}),
  '20-003': (pdf: BrokenPdf) => setOptionalContent(pdf, { Name: 'Principal', AS: [] }),
  '21-001': (pdf: BrokenPdf) => attach(pdf, { UF: '' }),
  '25-001': (pdf: BrokenPdf) => {
    const template = pdf.stream('<config><dynamicRender>required</dynamicRender></config>');
    pdf.set(pdf.catalog, 'AcroForm', { Fields: [], XFA: template });
  },
  '28-002': (pdf: BrokenPdf) => void pdf.annotate({ Subtype: '/Text', Contents: 'Nota' }),
  '28-004': (pdf: BrokenPdf) => void pdf.annotate({ Subtype: '/Text' }),
  '28-005': (pdf: BrokenPdf) => addField(pdf),
  '28-006': (pdf: BrokenPdf) => void pdf.annotate({ Subtype: '/Holograma' }),
  '28-007': (pdf: BrokenPdf) => void pdf.annotate({ Subtype: '/TrapNet' }),
  '28-008': (pdf: BrokenPdf) => pdf.set(pdf.page(2), 'Tabs', undefined),
  '28-009': (pdf: BrokenPdf) => pdf.set(pdf.page(2), 'Tabs', '/R'),
  '28-010': (pdf: BrokenPdf) => void pdf.annotate({ Subtype: '/Widget' }),
  '28-011': (pdf: BrokenPdf) => pdf.set(pdf.element('Link'), 'S', '/Span'),
  '28-012': (pdf: BrokenPdf) => pdf.set(pdf.link(), 'Contents', undefined),
  '28-014': (pdf: BrokenPdf) =>
    void pdf.annotate({ Subtype: '/Screen', A: { S: '/Rendition', R: { C: { Alt: ['es', 'Himno'] } } } }),
  '28-015': (pdf: BrokenPdf) =>
    void pdf.annotate({ Subtype: '/Screen', A: { S: '/Rendition', R: { C: { CT: 'audio/mpeg' } } } }),
  '28-016': (pdf: BrokenPdf) =>
    void pdf.annotate({ Subtype: '/FileAttachment', FS: { Type: '/Filespec', F: 'a.txt' } }),
  '28-017': (pdf: BrokenPdf) => {
    const mark = pdf.annotate({ Subtype: '/PrinterMark' });
    pdf.addElement(pdf.element('P'), 'Annot', { K: [{ Type: '/OBJR', Obj: mark }] });
  },
  '28-018': (pdf: BrokenPdf) =>
    void pdf.annotate({ Subtype: '/PrinterMark', AP: { N: pdf.stream('0 0 m 9 9 l S', APPEARANCE) } }),
  'A 6.3.1 annotation': (pdf: BrokenPdf) => void pdf.annotate({ Subtype: '/Movie' }),
  'A 6.3.2 flags': (pdf: BrokenPdf) => pdf.set(pdf.link(), 'F', 2),
  'A 6.3.3 appearance': (pdf: BrokenPdf) => void pdf.annotate({ Subtype: '/Square', Contents: 'Un cuadro' }),
  'A 6.4.1 fields': (pdf: BrokenPdf) =>
    addField(pdf, { TU: 'Un campo', A: { S: '/URI', URI: 'https://ejemplo.org' } }),
  'A 6.4.2 XFA': (pdf: BrokenPdf) => pdf.set(pdf.catalog, 'NeedsRendering', true),
  'A 6.5.1 action': (pdf: BrokenPdf) =>
    pdf.set(pdf.catalog, 'OpenAction', { S: '/JavaScript', JS: 'app.beep()' }),
  'A 6.5.2 trigger': (pdf: BrokenPdf) => pdf.set(pdf.page(), 'AA', { O: { S: '/Named', N: '/NextPage' } }),
  'A 6.8 embedded file': (pdf: BrokenPdf) => attach(pdf),
  'A 6.8 associated file': (pdf: BrokenPdf) => {
    attach(pdf);
    pdf.xmp(text => text.replace('<pdfaid:part>2', '<pdfaid:part>3'));
  },
  'A 6.8 parameters': (pdf: BrokenPdf) => {
    attach(pdf);
    pdf.xmp(text => text.replace('<pdfaid:part>2', '<pdfaid:part>3'));
  },
  'P 7.11.4 embedded file': (pdf: BrokenPdf) => attach(pdf, {}, { Size: 6 }),
  'A 6.9 optional content': (pdf: BrokenPdf) => setOptionalContent(pdf, { Name: 'Una' }, { Name: 'Una' }),
  'A 6.10 presentation': (pdf: BrokenPdf) => pdf.set(pdf.page(), 'PresSteps', {}),
  'A 6.11 requirements': (pdf: BrokenPdf) => pdf.set(pdf.catalog, 'Requirements', []),
  'A 6.1.12 permissions': (pdf: BrokenPdf) => pdf.set(pdf.catalog, 'Perms', { UR: {} }),
  'P 12.3.2 destination': (pdf: BrokenPdf) => pdf.set(pdf.link(), 'A', { S: '/GoTo', D: 'ninguna parte' }),
  'P 12.3.3 outline': (pdf: BrokenPdf) =>
    pdf.set(pdf.at(pdf.catalog, 'Outlines', 'First'), 'Next', undefined),
  'P 12.4.2 page labels': (pdf: BrokenPdf) => pdf.set(pdf.catalog, 'PageLabels', undefined),
  'P 7.9.6 name tree': (pdf: BrokenPdf) => {
    const page = pdf.refOf(pdf.page());
    const place = [page, '/Fit'];
    pdf.set(pdf.at(pdf.catalog, 'Names'), 'Dests', { Names: ['b', place, 'a', place] });
  },
};
