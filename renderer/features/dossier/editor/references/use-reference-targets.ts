import { useMemo } from 'react';
import { useMessages } from '../../../../app/i18n.tsx';
import { useDossierWork } from '../../state/dossier-work.tsx';
import { type PartReferences, usePartReferences } from '../../state/use-part-references.ts';
import { listTargets, type ReferenceTarget } from './list-targets.ts';

/** Everything in the dossier that a cross-reference may lead to, as it is written now. */
export function useReferenceTargets(): readonly ReferenceTarget[] {
  const { dossier } = useDossierWork();
  const references: ReadonlyMap<string, PartReferences> = usePartReferences();
  return useMemo(() => listTargets(dossier.sections, references), [dossier.sections, references]);
}

/** Writes a cross-reference as it will be printed, the page excepted, which only the pages know. */
export function useWriteReference(): (target: ReferenceTarget, form: string) => string {
  const { t } = useMessages();
  return (target, form) => {
    if (form === 'title') return `«${target.title}»`;
    if (form === 'page') return t('editor.reference.aPage');
    if (target.number === null) return `«${target.title}»`;
    return t(`editor.reference.label.${target.kind}`, { number: target.number });
  };
}
