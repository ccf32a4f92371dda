import type { Block } from '../../../../shared/document/content.ts';
import type { Cover } from '../../../../shared/document/content-document.ts';
import type { Section } from '../../../../shared/model/dossier.ts';
import { type DocumentContext, say } from './document-context.ts';
import { formatEdtf } from './format-edtf.ts';

/** The cover from the meeting's details; empty ones are left out. `blocks` is what the cover's own text says. */
export function buildCover(
  section: Section,
  blocks: Block[],
  markingLine: string | null,
  context: DocumentContext,
): Cover {
  const { dossier } = context.snapshot;
  return {
    id: section.id,
    ministry: dossier.ministry || null,
    title: dossier.title,
    subtitle: dossier.subtitle || null,
    facts: listFacts(context),
    markingLine,
    controlLines: [],
    blocks,
  };
}

function listFacts(context: DocumentContext): [string, string][] {
  const { meeting, title } = context.snapshot.dossier;
  const languages = meeting.languages.map(language => say(context, `page.language.${language}`));
  const facts: [string, string][] = [
    [say(context, 'page.cover.mechanism'), meeting.mechanism === title ? '' : meeting.mechanism],
    [say(context, 'page.cover.counterpart'), meeting.counterpart],
    [say(context, 'page.cover.level'), meeting.level],
    [say(context, 'page.cover.date'), meeting.date && formatEdtf(meeting.date, context.language)],
    [say(context, 'page.cover.place'), meeting.place],
    [say(context, 'page.cover.languages'), languages.length > 1 ? languages.join(', ') : ''],
    [say(context, 'page.cover.axes'), meeting.axes.map((axis, i) => `${i + 1}. ${axis}`).join('\n')],
  ];
  return facts.filter(([, value]) => value !== '');
}
