import type { Furniture } from '../../../../shared/document/content-document.ts';
import { type DocumentContext, say } from './document-context.ts';

/** The exporters' own words. They keep their places in braces: the page is not known before it is laid out. */
export function buildFurniture(context: Pick<DocumentContext, 'language'>): Furniture {
  return {
    pageOf: say(context, 'page.pageOf', { page: '{page}', total: '{total}' }),
    goToReference: say(context, 'page.goToReference', { label: '{label}' }),
    goToPage: say(context, 'page.goToPage', { title: '{title}', page: '{page}' }),
    goToNote: say(context, 'page.goToNote', { number: '{number}' }),
    continued: say(context, 'page.continued', { title: '{title}' }),
    blankPage: say(context, 'page.blankPage'),
    annexPage: say(context, 'page.annexPage', { annex: '{annex}', page: '{page}', total: '{total}' }),
    turnPage: say(context, 'page.turnPage'),
    quotedHere: say(context, 'page.quotedHere'),
    quotedOn: say(context, 'page.quotedOn', { page: '{page}' }),
  };
}
