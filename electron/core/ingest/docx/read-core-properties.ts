import { DOMParser } from 'linkedom';
import { cleanCharacters } from '../../../../shared/anchoring/clean-characters.ts';
import { parseLanguage } from '../detect-language.ts';
import { checkHtmlBounds } from '../html/check-bounds.ts';
import { parseDate } from '../parse-date.ts';
import { parseNames } from '../parse-names.ts';
import { type DocumentMetadata, emptyMetadata, type IngestWarning } from '../parsed-document.ts';

/** Reads title, authors and date from an office file's core properties (ECMA-376 part 2, §11); the date is that of the last change. */
export function readCoreProperties(xml: string): { value: DocumentMetadata; warnings: IngestWarning[] } {
  const value = emptyMetadata();
  if (xml === '') return { value, warnings: [] };
  checkHtmlBounds(xml);
  const elements = [...new DOMParser().parseFromString(xml, 'text/xml').querySelectorAll('*')];
  const field = (name: string) => {
    const found = elements.find(element => element.nodeName.toLowerCase().replace(/^.*:/, '') === name);
    return cleanCharacters(found?.textContent ?? '')
      .trim()
      .slice(0, 1000);
  };
  value.title = field('title') || null;
  value.authors = parseNames(field('creator'));
  value.language = parseLanguage(field('language'));
  value.date = parseDate(field('modified')) ?? parseDate(field('created'));
  return { value, warnings: value.date ? [{ code: 'dateOfFile', details: { date: value.date } }] : [] };
}
