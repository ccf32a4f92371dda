import { annotationsOf, type PdfFile } from '../open-pdf.ts';
import { readFields } from '../read-fields.ts';
import { languageOf, type StructElement, type Structure } from '../read-structure.ts';
import type { Reporter } from '../report.ts';
import type { Mark, Scan } from '../scan-content.ts';
import { getDict, getText, placeOf } from '../values.ts';
import { isArtifact } from './check-marking.ts';

/** Checks that the language of every text can be told, and that every Lang is a language tag (Matterhorn 11; RFC 5646). */
export function checkLanguages(file: PdfFile, structure: Structure, scan: Scan, report: Reporter): void {
  const language = getText(file.catalog, 'Lang');
  if (!isLanguage(language)) report('A 6.7.4 language', 'catalog', `Lang is ${say(language)}`);
  checkTags(structure, scan, report);
  const whole = isLanguage(language);
  checkPageText(structure, scan, whole, report);
  checkAlternatives(structure, whole, report);
  checkOthers(file, structure, whole, report);
}

/** Whether a text is a well-formed language tag. */
export function isLanguage(tag: string | undefined): boolean {
  if (!tag) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function say(tag: string | undefined): string {
  return tag === undefined ? 'missing' : `«${tag}»`;
}

function checkTags({ all }: Structure, scan: Scan, report: Reporter): void {
  for (const { dict, place } of all) {
    const tag = getText(dict, 'Lang');
    if (tag !== undefined && !isLanguage(tag)) report('A 6.7.4 language', place, `Lang is ${say(tag)}`);
  }
  for (const { language, page } of scan.marks) {
    if (language !== undefined && !isLanguage(language))
      report('A 6.7.4 language', `page ${page}`, `Lang is ${say(language)}`);
  }
}

function checkPageText(structure: Structure, scan: Scan, whole: boolean, report: Reporter): void {
  for (const mark of scan.marks) {
    if (!mark.showsText || isArtifact(mark)) continue;
    const tags = [...markLanguages(mark), languageOf(elementOf(mark, structure))];
    if (
      !knows(
        tags.find(tag => tag !== undefined),
        whole,
      )
    )
      report('11-001', `page ${mark.page}`, `text in «${mark.tag}», MCID ${mark.mcid}`);
  }
}

function* markLanguages(mark: Mark): Generator<string | undefined> {
  for (let each: Mark | null = mark; each; each = each.parent) yield each.language;
}

function elementOf(mark: Mark, { contents }: Structure): StructElement | undefined {
  for (let each: Mark | null = mark; each; each = each.parent) {
    const element = contents.get(`${each.owner}/${each.mcid}`);
    if (element) return element;
  }
  return undefined;
}

/** Whether a language is known: from the nearest Lang, or from the catalog's. */
function knows(nearest: string | undefined, whole: boolean): boolean {
  return nearest === undefined ? whole : isLanguage(nearest);
}

function checkAlternatives({ all }: Structure, whole: boolean, report: Reporter): void {
  for (const element of all) {
    const keys = ['Alt', 'ActualText', 'E'].filter(key => getText(element.dict, key));
    if (keys.length && !knows(languageOf(element), whole)) report('11-002', element.place, keys.join(', '));
  }
}

function checkOthers(file: PdfFile, structure: Structure, whole: boolean, report: Reporter): void {
  if (!whole && getDict(file.catalog, 'Outlines')) report('11-003', 'outline', 'no Lang in the catalog');
  for (const page of file.pages) {
    for (const { dict, ref } of annotationsOf(page)) {
      const nearest = languageOf(structure.objects.get(String(ref)));
      if (getText(dict, 'Contents') && !knows(nearest, whole)) report('11-004', placeOf(ref), 'Contents');
    }
  }
  for (const { dict, ref } of readFields(file)) {
    const nearest = languageOf(structure.objects.get(String(ref)));
    if (getText(dict, 'TU') && !knows(nearest, whole)) report('11-005', placeOf(ref), 'TU');
  }
}
