import { useDossierWork } from '../../state/dossier-work.tsx';
import type { ReferenceTarget } from './list-targets.ts';
import { giveStoredTargetId, giveTargetId, makeTargetId } from './reference-commands.ts';

/** Gives what a cross-reference is to lead to an id, where it has none yet, also in a part that is not open; answers the id. */
export function useNameTarget(): (target: ReferenceTarget) => string {
  const { dossier, part, saving, editor } = useDossierWork();
  return ({ id, sectionId, ordinal }) => {
    if (id) return id;
    const made = makeTargetId();
    const view = editor.partView;
    if (sectionId === part?.id && view) {
      giveTargetId(ordinal, made)(view.state, view.dispatch.bind(view));
      return made;
    }
    const section = dossier.sections.find(each => each.id === sectionId);
    if (!section) return made;
    const text = saving.saver.unsaved(sectionId, section.revision)?.text ?? section.text;
    void saving.saver.change(sectionId, { text: giveStoredTargetId(text, ordinal, made) }, 'now');
    return made;
  };
}
