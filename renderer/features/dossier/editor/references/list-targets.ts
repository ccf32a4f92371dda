import type { Section } from '../../../../../shared/model/dossier.ts';
import type { TextTarget } from './read-targets.ts';

/** A part, heading, table or figure of the dossier that a cross-reference may lead to. */
export interface ReferenceTarget {
  kind: 'part' | TextTarget['kind'];
  /** Empty for what has no id yet: it gets one when something refers to it. */
  id: string;
  sectionId: string;
  /** Which heading, table or figure of its part it is, 0-based; -1 for the part itself. */
  ordinal: number;
  /** As it is printed; null for what is printed without number. */
  number: number | null;
  title: string;
}

type Texts = ReadonlyMap<string, { targets: readonly TextTarget[] }>;

/** Lists what cross-references may lead to, in the order of the pages; what is not printed is not listed. */
export function listTargets(
  sections: readonly Pick<Section, 'id' | 'title' | 'included'>[],
  texts: Texts,
): ReferenceTarget[] {
  const listed: ReferenceTarget[] = [];
  const last = { table: 0, figure: 0 };
  sections
    .filter(section => section.included)
    .forEach(({ id: sectionId, title }, index) => {
      listed.push({ kind: 'part', id: sectionId, sectionId, ordinal: -1, number: index + 1, title });
      (texts.get(sectionId)?.targets ?? []).forEach((target, ordinal) => {
        // What has neither words nor caption bears no number, and nobody could tell what is meant.
        if (!target.title) return;
        const number = target.kind === 'heading' ? null : ++last[target.kind];
        listed.push({ ...target, sectionId, ordinal, number });
      });
    });
  return listed;
}
