import type { Block } from '../../../../shared/document/content.ts';
import type { Section } from '../../../../shared/model/dossier.ts';
import { buildBibliography } from './build-bibliography.ts';
import { bodyText, plain } from './build-text.ts';
import { buildVerification } from './build-verification.ts';
import { type DocumentContext, say } from './document-context.ts';

/** The part «Fuentes y verificación»: the bibliography, and how each quote stood against its source. */
export function buildSources(section: Section, context: DocumentContext): Block[] {
  const entries = buildBibliography(context);
  return [
    heading(`${section.id}-bibliography`, say(context, 'page.sources.title')),
    ...(entries.length ? entries : [bodyText(say(context, 'page.sources.none'))]),
    heading(`${section.id}-verification`, say(context, 'page.verification.title')),
    ...buildVerification(context),
  ];
}

function heading(id: string, title: string): Block {
  return { kind: 'heading', id, level: 2, number: null, inlines: [plain(title)] };
}
