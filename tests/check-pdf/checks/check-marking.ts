import type { PDFObject } from '@cantoo/pdf-lib';
import { annotationsOf, follow, type PdfFile } from '../open-pdf.ts';
import type { Structure } from '../read-structure.ts';
import type { Reporter } from '../report.ts';
import type { Mark, Scan } from '../scan-content.ts';
import { asDict, getNumber, placeOf, rawItems } from '../values.ts';

/** Checks that all content is tagged or an artifact, and never both (Matterhorn 01, 30-002). */
export function checkMarking(scan: Scan, structure: Structure, report: Reporter): void {
  for (const { page, what } of scan.unmarked)
    report('01-005', `page ${page}`, `${what} outside all marked content`);
  for (const mark of scan.marks) {
    const where = `page ${mark.page}`;
    const artifact = isArtifact(mark);
    const tagged = isTagged(mark, structure);
    if (mark.tag === 'Artifact' && isTagged(mark.parent, structure))
      report('01-003', where, nameOf(mark.parent!));
    if (mark.mcid !== null && isArtifact(mark.parent)) report('01-004', where, nameOf(mark));
    if (mark.paints && !artifact && !tagged)
      report('01-005', where, `${nameOf(mark)} is not in the structure`);
  }
  for (const { uses, mcids, place } of scan.forms.values()) {
    if (uses > 1 && mcids.size) report('30-002', place, `painted ${uses} times with ${mcids.size} MCIDs`);
  }
}

/** Checks that parent tree and structure tree lead to each other (ISO 32000-1, 14.7.4.4). */
export function checkParentTree(file: PdfFile, structure: Structure, scan: Scan, report: Reporter): void {
  const met = groupByOwner(scan.marks);
  const owners = new Map(
    file.pages.map(page => [page.ref.tag, { dict: page.dict, place: `page ${page.number}` }]),
  );
  for (const [tag, form] of scan.forms) owners.set(tag, { dict: form.stream.dict, place: form.place });
  for (const [owner, { dict, place }] of owners) {
    const key = getNumber(dict, 'StructParents');
    const row = key === undefined ? [] : rawItems(follow(file, structure.parentTree.get(key)));
    const mcids = met.get(owner) ?? new Set<number>();
    for (const mcid of mcids)
      checkContent(file, structure, { owner, mcid, listed: row[mcid], place }, report);
    row.forEach((listed, mcid) => {
      if (asDict(follow(file, listed)) && !mcids.has(mcid))
        report('P 14.7.4 parent tree', place, `MCID ${mcid} is not in the content`);
    });
  }
  for (const [key, element] of structure.contents) {
    const [owner = '', mcid] = key.split('/');
    if (!met.get(owner)?.has(Number(mcid)))
      report('P 14.7.4 parent tree', element.place, `MCID ${mcid} is not in the content`);
  }
  checkAnnotations(file, structure, report);
}

function checkContent(
  file: PdfFile,
  structure: Structure,
  content: { owner: string; mcid: number; listed: PDFObject | undefined; place: string },
  report: Reporter,
): void {
  const element = structure.contents.get(`${content.owner}/${content.mcid}`);
  const listed = asDict(follow(file, content.listed));
  const what = `MCID ${content.mcid}`;
  if (!element) report('P 14.7.4 parent tree', content.place, `${what} is in no element`);
  else if (!listed) report('P 14.7.4 parent tree', content.place, `${what} is not in the parent tree`);
  else if (listed !== element.dict)
    report(
      'P 14.7.4 parent tree',
      content.place,
      `${what} belongs to ${element.place}, not ${placeOf(content.listed)}`,
    );
}

function checkAnnotations(file: PdfFile, structure: Structure, report: Reporter): void {
  for (const page of file.pages) {
    for (const { dict, ref } of annotationsOf(page)) {
      const element = structure.objects.get(String(ref));
      if (!element) continue;
      const listed = asDict(follow(file, structure.parentTree.get(getNumber(dict, 'StructParent') ?? -1)));
      if (listed !== element.dict)
        report('P 14.7.4 parent tree', placeOf(ref), `StructParent does not lead to ${element.place}`);
    }
  }
  const objects = new Set(file.pages.flatMap(page => annotationsOf(page).map(({ ref }) => String(ref))));
  for (const [tag, element] of structure.objects) {
    if (!objects.has(tag)) report('P 14.7.4 parent tree', element.place, 'OBJR to an object of no page');
  }
}

function groupByOwner(marks: Mark[]): Map<string, Set<number>> {
  const groups = new Map<string, Set<number>>();
  for (const { owner, mcid } of marks) {
    if (mcid === null) continue;
    const group = groups.get(owner) ?? new Set();
    groups.set(owner, group.add(mcid));
  }
  return groups;
}

/** Whether a mark, or one around it, is an artifact. */
export function isArtifact(mark: Mark | null): boolean {
  for (let each = mark; each; each = each.parent) if (each.tag === 'Artifact') return true;
  return false;
}

/** Whether a mark, or one around it, belongs to an element of the structure tree. */
function isTagged(mark: Mark | null, structure: Structure): boolean {
  for (let each = mark; each; each = each.parent) {
    if (each.mcid !== null && structure.contents.has(`${each.owner}/${each.mcid}`)) return true;
  }
  return false;
}

function nameOf(mark: Mark): string {
  return mark.mcid === null ? `«${mark.tag}»` : `«${mark.tag}» with MCID ${mark.mcid}`;
}
