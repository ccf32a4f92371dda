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
  sections: readonly Pick<Section, 'id' | 'kind' | 'title' | 'included'>[],
  texts: Texts,
): ReferenceTarget[] {
  const listed: ReferenceTarget[] = [];
  const last = { part: 0, table: 0, figure: 0 };
  const front = new Set<string>();
  sections
    .filter(section => section.included)
    .forEach(({ id: sectionId, kind, title }) => {
      // Cover and contents bear no number; a second one is a part like others.
      const isFront = (kind === 'cover' || kind === 'contents') && !front.has(kind);
      front.add(kind);
      const number = isFront ? null : ++last.part;
      listed.push({ kind: 'part', id: sectionId, sectionId, ordinal: -1, number, title });
      (texts.get(sectionId)?.targets ?? []).forEach((target, ordinal) => {
        // What has neither words nor caption bears no number, unless something refers to it.
        if (!target.title && !target.id) return;
        const number = target.kind === 'heading' ? null : ++last[target.kind];
        listed.push({ ...target, sectionId, ordinal, number });
      });
    });
  return listed;
}
