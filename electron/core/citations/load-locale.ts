import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../shared/model/common.ts';
import type { CslLocale } from './citation-task.ts';

const TAGS: Record<Language, string> = { es: 'es-ES', en: 'en-GB' };

/** The terms and dates of a language for citation styles, from the program's resources. */
export function loadLocale(resourcesDir: string, language: Language): CslLocale {
  const xml = readFileSync(join(resourcesDir, 'locales', `${language}.xml`), 'utf8');
  return { tag: TAGS[language], xml };
}
