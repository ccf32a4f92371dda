import { follow, type PdfFile } from '../open-pdf.ts';
import { STANDARD_TYPES, type StructElement, type Structure } from '../read-structure.ts';
import type { Reporter } from '../report.ts';
import { asDict, getBool, getDict, getRaw, getText, placeOf } from '../values.ts';

/** Checks the structure tree itself: presence, role map, parents, emptiness (Matterhorn 01-007, 02; PDF/A-2, 6.7). */
export function checkStructure(file: PdfFile, structure: Structure, report: Reporter): void {
  const markInfo = getDict(file.catalog, 'MarkInfo');
  if (getBool(markInfo, 'Marked') !== true) report('A 6.7.2 marked', 'catalog', 'Marked is not true');
  if (getBool(markInfo, 'Suspects') === true) report('01-007', 'catalog', 'Suspects is true');
  if (!structure.root || !structure.top.length)
    report('A 6.7.3 structure', 'catalog', 'no StructTreeRoot with kids');
  checkRoleMap(structure, report);
  for (const element of structure.all) checkElement(file, structure, element, report);
}

function checkRoleMap({ roleMap, all }: Structure, report: Reporter): void {
  for (const from of roleMap.keys()) {
    const to = roleMap.get(from)!;
    if (STANDARD_TYPES.has(from) && from !== to) report('02-004', 'role map', `${from} is mapped to ${to}`);
    if (isCircular(from, roleMap)) report('02-003', 'role map', from);
  }
  for (const type of new Set(all.map(each => each.type))) {
    if (STANDARD_TYPES.has(type)) continue;
    if (!STANDARD_TYPES.has(lastRole(type, roleMap)))
      report('02-001', 'role map', `«${type}» means nothing standard`);
  }
}

function isCircular(type: string, roleMap: Map<string, string>): boolean {
  const seen = new Set<string>();
  for (let role: string | undefined = type; role !== undefined; role = roleMap.get(role)) {
    if (seen.has(role)) return true;
    seen.add(role);
  }
  return false;
}

function lastRole(type: string, roleMap: Map<string, string>): string {
  let role = type;
  for (let i = 0; i <= roleMap.size && !STANDARD_TYPES.has(role); i++) role = roleMap.get(role) ?? role;
  return role;
}

function checkElement(file: PdfFile, { root }: Structure, element: StructElement, report: Reporter): void {
  const { dict, place, type, kids } = element;
  const fault = (what: string) => report('P 14.7.2 structure', place, what);
  if (!type) fault('no type (S)');
  const parent = asDict(follow(file, getRaw(dict, 'P')));
  if (parent !== (element.parent?.dict ?? root)) fault(`P leads to ${placeOf(getRaw(dict, 'P'), 'nothing')}`);
  /** Empty cells keep a table regular; anything else that is empty tells a listener nothing. */
  if (!kids.length && !['TD', 'TH'].includes(element.role)) fault(`empty ${type}`);
}

/** Checks figures and formulas (Matterhorn 13-004, 17-002). */
export function checkAlternatives({ all }: Structure, report: Reporter): void {
  for (const { role, dict, place } of all) {
    const alt = getText(dict, 'Alt');
    if (role === 'Figure' && !alt && getText(dict, 'ActualText') === undefined)
      report('13-004', place, 'Figure');
    if (role === 'Formula' && !alt) report('17-002', place, 'Formula');
  }
}

/** Checks that the notes have IDs of their own (Matterhorn 19-003, 19-004). */
export function checkNotes({ all }: Structure, report: Reporter): void {
  const owners = new Map<string, StructElement[]>();
  for (const element of all) {
    const id = getText(element.dict, 'ID');
    if (id !== undefined) owners.set(id, [...(owners.get(id) ?? []), element]);
  }
  for (const { role, dict, place } of all) {
    if (role !== 'Note') continue;
    const id = getText(dict, 'ID');
    if (!id) report('19-003', place, 'Note');
    else if (owners.get(id)!.length > 1) report('19-004', place, `ID «${id}»`);
  }
}

/** Checks the sequence of headings (Matterhorn 14). */
export function checkHeadings({ all, top }: Structure, report: Reporter): void {
  let last = 0;
  for (const { role, place } of all) {
    const level = /^H([1-6])$/.exec(role)?.[1];
    if (!level) continue;
    if (last === 0 && level !== '1') report('14-002', place, role);
    else if (Number(level) > last + 1) report('14-003', place, `${role} after H${last}`);
    last = Number(level);
  }
  const plain = all.filter(each => each.role === 'H');
  if (plain.length && last > 0) report('14-007', plain[0]!.place, 'H beside numbered headings');
  for (const parent of new Set(plain.map(each => each.parent))) {
    const siblings = parent
      ? plain.filter(each => each.parent === parent)
      : plain.filter(each => top.includes(each));
    if (siblings.length > 1) report('14-006', siblings[1]!.place, `${siblings.length} H in one node`);
  }
}
