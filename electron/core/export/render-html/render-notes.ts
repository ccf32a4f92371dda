import { element, escapeText, type Html } from './html.ts';
import type { HtmlContext, WaitingNote } from './html-context.ts';

/** The notes that stand beside what was just written, each once. */
export function takeSideNotes(context: HtmlContext): Html {
  return context.sideNotes
    .splice(0)
    .map(note => {
      const label = context.say('page.html.noteOf', { number: String(note.number) });
      const attributes = { id: note.anchor, class: 'side-note', role: 'note', 'aria-label': label };
      const number = element('span', { class: 'number' }, `${note.number} `);
      return element('aside', attributes, element('p', {}, number, note.html, backLink(note, context)));
    })
    .join('');
}

/** The notes of a part at its end, numbered as in the text, each with the way back; `level` is that of their heading. */
export function takeEndnotes(context: HtmlContext, level: number): Html {
  const notes = context.endnotes.splice(0);
  if (!notes.length) return '';
  const heading = context.anchors.make('v-notes');
  const title = element(`h${level}`, { id: heading }, escapeText(context.say('page.html.notes')));
  const items = notes.map(note => {
    const body = element('p', {}, note.html, backLink(note, context));
    return element(
      'li',
      { value: note.number },
      element('div', { id: note.anchor, role: 'doc-footnote' }, body),
    );
  });
  return element(
    'div',
    { class: 'notes', role: 'group', 'aria-labelledby': heading },
    title,
    element('ol', {}, ...items),
  );
}

function backLink(note: WaitingNote, context: HtmlContext): Html {
  const label = context.say('page.html.backToText', { number: String(note.number) });
  return ` ${element('a', { href: `#${note.callAnchor}`, role: 'doc-backlink', 'aria-label': label }, '↩')}`;
}
