import type { Node } from 'prosemirror-model';
import type { Inline, TextMarks } from '../../../../shared/document/content.ts';
import type { MessageKey } from '../../../../shared/i18n/format-message.ts';
import { type DocumentContext, say } from './document-context.ts';
import type { Target } from './plan-document.ts';

/** Where the layout writes the page. */
export const PAGE = '{page}';

/**
 * A cross-reference as it is printed. What is not in this output is named as a place of the folder where that is known to the
 * reader, and as «otro documento» where it is not: nothing tells whether it was left out, held back or never there.
 */
export function buildReference(node: Node, context: DocumentContext, marks: TextMarks | null): Inline {
  const id = String(node.attrs.targetId);
  const form = String(node.attrs.form);
  const extra = marks ? { marks } : {};
  const target = context.plan.targets.get(id);
  if (target) {
    const text =
      form === 'page' ? say(context, 'page.reference.page', { page: PAGE }) : nameOf(target, form, context);
    const alt = say(context, 'page.reference.goTo', { name: nameOf(target, form, context) });
    const pageless = form === 'page' ? { pageless: nameOf(target, 'label', context) } : {};
    return { kind: 'reference', text, targetId: target.anchor, alt, ...pageless, ...extra };
  }
  const elsewhere = context.folder?.plan.targets.get(id);
  const text = elsewhere ? nameInFolder(elsewhere, form, context) : say(context, 'page.reference.elsewhere');
  return { kind: 'text', text, ...extra };
}

function nameInFolder(target: Target, form: string, context: DocumentContext): string {
  const page = context.folder?.pages[target.anchor];
  const name = nameOf(target, form, context);
  if (page === undefined) return say(context, 'page.reference.inFolder', { name });
  return form === 'page'
    ? say(context, 'page.reference.folderPage', { page: String(page) })
    : say(context, 'page.reference.inFolderAt', { name, page: String(page) });
}

const LABELS = {
  part: 'page.reference.part',
  table: 'page.reference.table',
  figure: 'page.reference.figure',
} as const satisfies Record<string, MessageKey>;

/** «cuadro 3», or the title of what bears no number. */
function nameOf({ kind, number, title }: Target, form: string, context: DocumentContext): string {
  const words = quoteTitle(title, context);
  if (kind === 'heading') return words;
  if (form === 'title' && title) return words;
  return number ? say(context, LABELS[kind], { number }) : words;
}

/** A title may hold what stands for the page: there it would become one. */
function quoteTitle(title: string, context: DocumentContext): string {
  return say(context, 'page.reference.title', { title: title.replaceAll(PAGE, '{ page }') });
}

/** The end of a sentence, which no abbreviation is. */
const SENTENCE_END = /(?:^|(?:\p{L}{4}|\d)[.!?…]["»”)]*)\s*$/u;

/** Whether what follows these inlines is the first word of a sentence. */
export function beginsSentence(inlines: readonly Inline[]): boolean {
  const before = inlines.map(inline => ('text' in inline ? inline.text : ''));
  return SENTENCE_END.test(before.join(''));
}

/** «Cuadro 3» where a sentence begins. */
export function capitalise<I extends Inline>(inline: I): I {
  if (!('text' in inline)) return inline;
  const { text } = inline;
  return { ...inline, text: text.charAt(0).toUpperCase() + text.slice(1) };
}
