import type { Block } from '../../../../shared/document/content.ts';
import type { Cover } from '../../../../shared/document/content-document.ts';
import type { Section } from '../../../../shared/model/dossier.ts';
import type { DocumentContext } from './document-context.ts';
import { listFacts } from './list-facts.ts';

/** The cover from the meeting's details; empty ones are left out. `blocks` is what the cover's own text says. */
export function buildCover(
  section: Section,
  blocks: Block[],
  markingLine: string | null,
  controlLines: string[],
  context: DocumentContext,
): Cover {
  const { dossier } = context.snapshot;
  return {
    id: section.id,
    ministry: dossier.ministry || null,
    title: dossier.title,
    subtitle: dossier.subtitle || null,
    facts: listFacts(context.snapshot),
    markingLine,
    controlLines,
    blocks,
  };
}
