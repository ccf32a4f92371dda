import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../../shared/contract/result.ts';
import { type Template, templateSchema } from '../../../shared/model/dossier.ts';
import { type MarkingScheme, markingSchemeSchema } from '../../../shared/model/marking.ts';
import { themeIds } from '../../../shared/model/output.ts';

/** A typographic theme, by the name of its folder. */
export interface ThemeName {
  id: string;
  name: { es: string; en: string };
}

/** The data that ship with the program: dossier templates, marking schemes, and the names of typographic themes. */
export interface Templates {
  listTemplates(): Template[];
  /** Throws `notFound`. */
  getTemplate(id: string): Template;
  listMarkings(): MarkingScheme[];
  listThemes(): ThemeName[];
}

/** Reads `templates` and `markings` of the resources folder, each when first asked for; a file that breaks its schema throws. */
export function openTemplates(resourcesDir: string): Templates {
  let templates: Template[] | null = null;
  let markings: MarkingScheme[] | null = null;
  let themes: ThemeName[] | null = null;
  const listTemplates = () => {
    templates ??= readAll(join(resourcesDir, 'templates'), templateSchema);
    return templates;
  };
  return {
    listTemplates,
    getTemplate(id) {
      const template = listTemplates().find(candidate => candidate.id === id);
      if (!template) throw new Failure('notFound', { noun: 'template' });
      return template;
    },
    listMarkings() {
      markings ??= readAll(join(resourcesDir, 'markings'), markingSchemeSchema);
      return markings;
    },
    listThemes() {
      themes ??= readThemes(join(resourcesDir, 'themes'));
      return themes;
    },
  };
}

/** In the order of the file names, which begin with a number where order matters. */
function readAll<S extends z.ZodType>(folder: string, schema: S): z.output<S>[] {
  const names = readdirSync(folder).filter(name => name.endsWith('.json'));
  return names.sort().map(name => schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

const themeNameSchema = z.object({ name: z.object({ es: z.string(), en: z.string() }) });

/** Those that ship with the program first, in their order, then those that somebody put beside them. */
function readThemes(folder: string): ThemeName[] {
  if (!existsSync(folder)) return [];
  const ids = readdirSync(folder).filter(id => existsSync(join(folder, id, 'theme.json')));
  const place = (id: string) => themeIds.indexOf(id as (typeof themeIds)[number]) + 1 || ids.length + 9;
  return ids
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(id => ({ id, name: readThemeName(join(folder, id, 'theme.json')) ?? { es: id, en: id } }));
}

/** Null for a theme that cannot be used: whoever chooses it is told why when it is. */
function readThemeName(path: string): ThemeName['name'] | null {
  try {
    return themeNameSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).name;
  } catch {
    return null;
  }
}
