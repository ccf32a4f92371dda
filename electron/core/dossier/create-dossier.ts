import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { emptyDocument } from '../../../shared/document/schema.ts';
import type { Language } from '../../../shared/model/common.ts';
import type { DossierDetails, PartKind, Template } from '../../../shared/model/dossier.ts';
import type { CoreContext } from '../core-context.ts';
import { getStyle } from '../library/citation-styles.ts';
import { insertDossier } from '../library/dossiers.ts';
import { act } from '../library/journal.ts';
import { indexDossier, indexSection } from '../library/search-index.ts';
import { insertSection } from '../library/sections.ts';
import { timestamp } from '../timestamp.ts';
import { checkText } from './check-text.ts';

/** Makes a dossier with the template's parts, one topic brief an axis where axes are given; gives its id. Throws `notFound`. */
export function createDossier(context: CoreContext, input: ParsedInput<'dossiers.create'>): string {
  const { db } = context.library.current();
  const template = context.templates.getTemplate(input.templateId);
  const details = completeDetails(input);
  const id = context.ports.newId();
  const at = timestamp(context.ports);
  const text = checkText(emptyDocument());
  act(db, { name: 'dossiers.create', targets: [id], at }, () => {
    if (details.citationStyleId) getStyle(db, details.citationStyleId);
    insertDossier(db, { id, templateId: template.id, at, details });
    indexDossier(db, id);
    for (const part of listParts(template, details.language, details.meeting.axes)) {
      const sectionId = context.ports.newId();
      insertSection(db, { id: sectionId, dossierId: id, ...part, text, at });
      indexSection(db, sectionId);
    }
  });
  context.events.changed('dossiers', 'sections');
  return id;
}

function completeDetails({ language, details }: ParsedInput<'dossiers.create'>): DossierDetails {
  const meeting = { mechanism: '', counterpart: '', level: '', place: '', date: '', languages: [], axes: [] };
  return {
    subtitle: '',
    ministry: '',
    meeting,
    marking: null,
    paper: 'a4',
    citationStyleId: null,
    ...details,
    language,
  };
}

function listParts(
  template: Template,
  language: Language,
  axes: readonly string[],
): { kind: PartKind; title: string }[] {
  return template.parts.flatMap(({ kind, title }) =>
    kind === 'topicBrief' && axes.length > 0
      ? axes.map(axis => ({ kind, title: `${title[language]}: ${axis}` }))
      : [{ kind, title: title[language] }],
  );
}
