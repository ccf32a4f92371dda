import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { Failure } from '../../../shared/contract/result.ts';
import { type Template, templateSchema } from '../../../shared/model/dossier.ts';
import { type MarkingScheme, markingSchemeSchema } from '../../../shared/model/marking.ts';

/** The data that ship with the program: dossier templates and marking schemes. */
export interface Templates {
  listTemplates(): Template[];
  /** Throws `notFound`. */
  getTemplate(id: string): Template;
  listMarkings(): MarkingScheme[];
}

/** Reads `templates` and `markings` of the resources folder, each when first asked for; a file that breaks its schema throws. */
export function openTemplates(resourcesDir: string): Templates {
  let templates: Template[] | null = null;
  let markings: MarkingScheme[] | null = null;
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
  };
}

/** In the order of the file names, which begin with a number where order matters. */
function readAll<S extends z.ZodType>(folder: string, schema: S): z.output<S>[] {
  const names = readdirSync(folder).filter(name => name.endsWith('.json'));
  return names.sort().map(name => schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}
