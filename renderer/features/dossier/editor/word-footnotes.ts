/** Puts Word's footnotes (a call, and the note far below it) where they are called, as the schema's footnotes. */
export function convertWordFootnotes(body: HTMLElement): void {
  for (const call of body.querySelectorAll<HTMLElement>('a[href^="#_ftn"], a[href^="#_edn"]')) {
    const href = call.getAttribute('href') ?? '';
    // The call leads to «#_ftn1», the note's own number back to «#_ftnref1».
    if (href.includes('ref')) continue;
    const note = findNote(body, href.slice(1));
    if (!note) continue;
    const inline = body.ownerDocument.createElement('span');
    inline.setAttribute('data-footnote', 'true');
    inline.textContent = note.text;
    (call.closest('sup') ?? call).replaceWith(inline);
    note.element.remove();
  }
}

function findNote(body: HTMLElement, name: string): { element: Element; text: string } | null {
  const anchor = [...body.querySelectorAll(`a[name], a[id]`)].find(
    candidate =>
      candidate.getAttribute('href') === `#${name.replace('_ftn', '_ftnref').replace('_edn', '_ednref')}`,
  );
  const element = anchor?.closest('div, p');
  if (!anchor || !element) return null;
  (anchor.closest('sup') ?? anchor).remove();
  return { element, text: (element.textContent ?? '').replace(/\s+/g, ' ').trim() };
}
