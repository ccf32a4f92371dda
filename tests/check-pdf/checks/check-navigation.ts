import { type PDFDict, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { annotationsOf, follow, type PdfFile, readTree } from '../open-pdf.ts';
import type { Structure } from '../read-structure.ts';
import type { Reporter } from '../report.ts';
import {
  asDict,
  asName,
  asNumber,
  asText,
  get,
  getDict,
  getName,
  getRaw,
  getText,
  placeOf,
  rawItems,
} from '../values.ts';

/** Checks bookmarks, page labels, destinations and name trees (ISO 32000-1, 7.9.6, 12.3 and 12.4.2). */
export function checkNavigation(file: PdfFile, structure: Structure, report: Reporter): void {
  const named = readDestinations(file);
  for (const page of file.pages) {
    for (const { dict, ref } of annotationsOf(page))
      checkLink(file, named, { dict, place: placeOf(ref) }, report);
  }
  const outline = getDict(file.catalog, 'Outlines');
  if (outline) checkSiblings(file, named, outline, report);
  else if (structure.all.some(each => /^H\d?$/.test(each.role)))
    report('P 12.3.3 outline', 'catalog', 'no Outlines');
  const labels = readTree(getDict(file.catalog, 'PageLabels'), 'Nums');
  if (asNumber(labels[0]?.[0]) !== 0) report('P 12.4.2 page labels', 'catalog', 'no label from page 1');
  const names = getDict(file.catalog, 'Names');
  for (const kind of ['Dests', 'EmbeddedFiles'])
    checkOrder(kind, readTree(getDict(names, kind), 'Names'), report);
  checkOrder('IDTree', readTree(getDict(structure.root, 'IDTree'), 'Names'), report);
}

type Destinations = Map<string, PDFObject | undefined>;

function readDestinations(file: PdfFile): Destinations {
  const named: Destinations = new Map();
  for (const [key, value] of readTree(getDict(getDict(file.catalog, 'Names'), 'Dests'), 'Names'))
    named.set(asText(key) ?? '', follow(file, value));
  for (const [key, value] of getDict(file.catalog, 'Dests')?.entries() ?? [])
    named.set(key.decodeText(), follow(file, value));
  return named;
}

function checkLink(
  file: PdfFile,
  named: Destinations,
  { dict, place }: { dict: PDFDict; place: string },
  report: Reporter,
): void {
  const action = getDict(dict, 'A');
  const destination = getName(action, 'S') === 'GoTo' ? get(action, 'D') : get(dict, 'Dest');
  if (destination !== undefined && !leadsToPage(file, named, destination))
    report('P 12.3.2 destination', place, asText(destination) ?? asName(destination) ?? 'explicit');
}

function leadsToPage(file: PdfFile, named: Destinations, destination: PDFObject, depth = 0): boolean {
  const name = asText(destination) ?? (destination instanceof PDFName ? destination.decodeText() : undefined);
  const found = name === undefined ? destination : named.get(name);
  const target = get(asDict(found), 'D') ?? found;
  if (!target || depth > 2) return false;
  if (asText(target) !== undefined) return leadsToPage(file, named, target, depth + 1);
  const [page] = rawItems(target);
  return page instanceof PDFRef && file.pageNumbers.has(page.tag);
}

function checkSiblings(file: PdfFile, named: Destinations, parent: PDFDict, report: Reporter): void {
  const seen = new Set<PDFDict>();
  let before: PDFDict | undefined;
  for (let raw = getRaw(parent, 'First'); raw; raw = getRaw(before, 'Next')) {
    const item = asDict(follow(file, raw));
    const place = placeOf(raw);
    if (!item || seen.has(item)) {
      report('P 12.3.3 outline', place, 'a bookmark missing or met twice');
      return;
    }
    seen.add(item);
    if (!getText(item, 'Title')) report('P 12.3.3 outline', place, 'no Title');
    if (getDict(item, 'Parent') !== parent || getDict(item, 'Prev') !== before)
      report('P 12.3.3 outline', place, 'Parent or Prev');
    checkLink(file, named, { dict: item, place }, report);
    if (getDict(item, 'First')) checkSiblings(file, named, item, report);
    before = item;
  }
  if (!before || getDict(parent, 'Last') !== before)
    report('P 12.3.3 outline', 'outline', 'First, Next and Last');
}

function checkOrder(kind: string, pairs: [PDFObject, PDFObject][], report: Reporter): void {
  const keys = pairs.map(([key]) => keyBytes(key));
  const wrong = keys.findIndex((key, i) => i > 0 && Buffer.compare(keys[i - 1]!, key) >= 0);
  if (wrong >= 0) report('P 7.9.6 name tree', kind, `«${asText(pairs[wrong]![0])}»`);
}

function keyBytes(key: PDFObject): Buffer {
  return Buffer.from('asBytes' in key ? (key as unknown as { asBytes(): Uint8Array }).asBytes() : []);
}
