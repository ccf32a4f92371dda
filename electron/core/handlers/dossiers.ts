import type { CoreHandlers } from '../../../shared/contract/contract.ts';
import type { Dossier } from '../../../shared/model/dossier.ts';
import type { CoreContext } from '../core-context.ts';
import { createDossier } from '../dossier/create-dossier.ts';
import { previewDossier } from '../dossier/preview-dossier.ts';
import { getStyle } from '../library/citation-styles.ts';
import { getDossier, listDossiers, updateDossier } from '../library/dossiers.ts';
import { act } from '../library/journal.ts';
import type { Db } from '../library/library.ts';
import { indexDossier, indexWholeDossier } from '../library/search-index.ts';
import { listQuotedExcerptIds, listSections } from '../library/sections.ts';
import { timestamp } from '../timestamp.ts';
import { verifyMany } from './excerpts.ts';
import { restoreAll, trashAll } from './trash-handlers.ts';

type DossierHandlers = Pick<
  CoreHandlers,
  Exclude<Extract<keyof CoreHandlers, `dossiers.${string}`>, 'dossiers.export'> | 'markings.list'
>;

/** Handlers on dossiers and their papers. */
export function createDossierHandlers(context: CoreContext): DossierHandlers {
  const { ports, events, templates } = context;
  const db = () => context.library.current().db;
  return {
    'dossiers.templates': () => ({ items: templates.listTemplates() }),
    'markings.list': () => ({ items: templates.listMarkings() }),
    'dossiers.list': () => ({ items: listDossiers(db()) }),
    'dossiers.create': input => readDossier(db(), createDossier(context, input)),
    'dossiers.get': ({ id }) => readDossier(db(), id),
    'dossiers.update': ({ id, changes }) => {
      const at = timestamp(ports);
      act(db(), { name: 'dossiers.update', targets: [id], at }, () => {
        const { language, trashedAt } = getDossier(db(), id);
        if (changes.citationStyleId) getStyle(db(), changes.citationStyleId);
        updateDossier(db(), id, changes, at);
        const restemmed = changes.language !== undefined && changes.language !== language;
        if (trashedAt === null) (restemmed ? indexWholeDossier : indexDossier)(db(), id);
      });
      events.changed('dossiers');
      return getDossier(db(), id);
    },
    'dossiers.trash': ({ ids }) => trashAll(context, 'dossier', ids),
    'dossiers.restore': ({ ids }) => restoreAll(context, 'dossier', ids),
    'dossiers.verify': ({ id }) => {
      getDossier(db(), id);
      return { items: verifyMany(context, listQuotedExcerptIds(db(), id, false)) };
    },
    'dossiers.preview': input => previewDossier(context, input),
  };
}

function readDossier(db: Db, id: string): Dossier {
  return { ...getDossier(db, id), sections: listSections(db, id) };
}
