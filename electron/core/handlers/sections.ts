import type { CoreHandlers, ParsedInput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/contract/result.ts';
import { emptyDocument } from '../../../shared/document/schema.ts';
import type { Section } from '../../../shared/model/dossier.ts';
import type { CoreContext } from '../core-context.ts';
import { checkText } from '../dossier/check-text.ts';
import { getDossier, touchDossier } from '../library/dossiers.ts';
import { act } from '../library/journal.ts';
import { indexSection } from '../library/search-index.ts';
import {
  getSection,
  insertSection,
  isSectionTrashed,
  moveSection,
  updateSection,
} from '../library/sections.ts';
import { restore, trash } from '../library/trash.ts';
import { timestamp } from '../timestamp.ts';

type SectionHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `sections.${string}`>>;

/** Handlers on the parts of a dossier; each marks the dossier as changed. */
export function createSectionHandlers(context: CoreContext): SectionHandlers {
  return {
    'sections.add': input => addSection(context, input),
    'sections.update': input => saveSection(context, input),
    'sections.move': ({ id, after }) =>
      changeSection(context, 'sections.move', id, db => moveSection(db, id, after)),
    'sections.trash': ({ id }) =>
      changeSection(context, 'sections.trash', id, (db, at) => trash(db, 'section', id, at)),
    'sections.restore': ({ id }) =>
      changeSection(context, 'sections.restore', id, db => restore(db, 'section', id)),
  };
}

function addSection(context: CoreContext, input: ParsedInput<'sections.add'>): Section {
  const { db } = context.library.current();
  const { dossierId, kind, title, after } = input;
  const text = checkText(input.text ?? emptyDocument());
  const id = context.ports.newId();
  const at = timestamp(context.ports);
  act(db, { name: 'sections.add', targets: [id], at }, () => {
    const { trashedAt } = getDossier(db, dossierId);
    insertSection(db, { id, dossierId, kind, title, text, at });
    moveSection(db, id, after);
    touchDossier(db, dossierId, at);
    if (trashedAt === null) indexSection(db, id);
  });
  context.events.changed('sections', 'dossiers');
  return getSection(db, id);
}

function saveSection(
  context: CoreContext,
  { id, revision, changes }: ParsedInput<'sections.update'>,
): Section {
  const { db } = context.library.current();
  const text = changes.text && checkText(changes.text);
  const at = timestamp(context.ports);
  act(db, { name: 'sections.update', targets: [id], at }, () => {
    const { dossierId } = getSection(db, id);
    if (isSectionTrashed(db, id)) throw new Failure('notFound', { noun: 'section' });
    updateSection(db, id, revision, { ...changes, text }, at);
    touchDossier(db, dossierId, at);
    if (getDossier(db, dossierId).trashedAt === null) indexSection(db, id);
  });
  context.events.changed('sections', 'dossiers');
  return getSection(db, id);
}

type Change = (db: ReturnType<CoreContext['library']['current']>['db'], at: string) => void;

function changeSection(
  context: CoreContext,
  name: string,
  id: string,
  change: Change,
): Record<string, never> {
  const { db } = context.library.current();
  const at = timestamp(context.ports);
  act(db, { name, targets: [id], at }, () => {
    const { dossierId } = getSection(db, id);
    change(db, at);
    touchDossier(db, dossierId, at);
  });
  const trashing = name !== 'sections.move';
  context.events.changed('sections', 'dossiers', ...(trashing ? (['trash'] as const) : []));
  return {};
}
