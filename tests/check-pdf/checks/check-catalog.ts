import { PDFDict } from '@cantoo/pdf-lib';
import type { PdfFile } from '../open-pdf.ts';
import type { Reporter } from '../report.ts';
import {
  asDict,
  bytesOf,
  get,
  getBool,
  getDict,
  getItems,
  getName,
  getStream,
  getText,
  itemsOf,
  keysOf,
  listOf,
} from '../values.ts';
import { walkObjects } from '../walk-objects.ts';

const ARCHIVABLE_ACTIONS = new Set(['GoTo', 'GoToR', 'GoToE', 'Thread', 'URI', 'Named', 'SubmitForm']);
const NAMED_ACTIONS = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);

/** Checks actions, XFA, permissions, presentations, requirements and optional content (PDF/A-2, 6.1.12, 6.4.2, 6.5, 6.9–6.11; Matterhorn 20, 25). */
export function checkCatalog(file: PdfFile, report: Reporter): void {
  const { catalog } = file;
  walkObjects(file, (value, place) => {
    if (value instanceof PDFDict) checkActions(value, place, report);
  });
  const permissions = keysOf(getDict(catalog, 'Perms')).filter(key => key !== 'DocMDP' && key !== 'UR3');
  if (permissions.length) report('A 6.1.12 permissions', 'catalog', permissions.join(', '));
  if (get(catalog, 'Requirements') !== undefined) report('A 6.11 requirements', 'catalog', 'Requirements');
  if (get(getDict(catalog, 'Names'), 'AlternatePresentations') !== undefined)
    report('A 6.10 presentation', 'catalog', 'AlternatePresentations');
  for (const { dict, number } of file.pages) {
    if (get(dict, 'PresSteps') !== undefined) report('A 6.10 presentation', `page ${number}`, 'PresSteps');
  }
  checkXfa(file, report);
  checkOptionalContent(file, report);
}

function checkActions(dict: PDFDict, place: string, report: Reporter): void {
  if (get(dict, 'AA') !== undefined) report('A 6.5.2 trigger', place, 'AA');
  for (const key of ['A', 'OpenAction', 'Next', 'PA']) {
    for (const each of listOf(get(dict, key))) {
      const action = asDict(each);
      const type = getName(action, 'S');
      if (type === undefined) continue;
      if (!ARCHIVABLE_ACTIONS.has(type)) report('A 6.5.1 action', place, type);
      const name = getName(action, 'N') ?? '';
      if (type === 'Named' && !NAMED_ACTIONS.has(name)) report('A 6.5.1 action', place, `Named ${name}`);
    }
  }
  if (get(dict, 'JavaScript') !== undefined && get(dict, 'S') === undefined)
    report('A 6.5.1 action', place, 'a name tree of JavaScript');
}

function checkXfa({ catalog }: PdfFile, report: Reporter): void {
  const xfa = get(getDict(catalog, 'AcroForm'), 'XFA');
  if (getBool(catalog, 'NeedsRendering') === true) report('A 6.4.2 XFA', 'catalog', 'NeedsRendering');
  if (xfa === undefined) return;
  report('A 6.4.2 XFA', 'AcroForm', 'XFA');
  const form = getDict(catalog, 'AcroForm');
  const streams = [getStream(form, 'XFA'), ...itemsOf(xfa).map(each => each as never)];
  const text = streams
    .map(each => (asDict(each) ? Buffer.from(bytesOf(each)).toString('utf8') : ''))
    .join('');
  if (/<dynamicRender>\s*required\s*</.test(text)) report('25-001', 'AcroForm', 'dynamicRender is required');
}

function checkOptionalContent({ catalog }: PdfFile, report: Reporter): void {
  const properties = getDict(catalog, 'OCProperties');
  if (!properties) return;
  const main = getDict(properties, 'D');
  const others = getItems(properties, 'Configs').flatMap(each => asDict(each) ?? []);
  if (!getText(main, 'Name')) report('20-002', 'OCProperties', 'D');
  for (const config of others) if (!getText(config, 'Name')) report('20-001', 'OCProperties', 'Configs');
  const all = main ? [main, ...others] : others;
  if (all.some(config => get(config, 'AS') !== undefined)) report('20-003', 'OCProperties', 'AS');
  const names = all.map(config => getText(config, 'Name'));
  if (new Set(names).size < names.length) report('A 6.9 optional content', 'OCProperties', 'one name twice');
  const order = get(main, 'Order')?.toString();
  const left = (
    get(properties, 'OCGs')
      ?.toString()
      .match(/\d+ \d+ R/g) ?? []
  ).filter(ref => order && !order.includes(ref));
  if (left.length) report('A 6.9 optional content', 'OCProperties', `Order leaves out ${left.join(', ')}`);
}
