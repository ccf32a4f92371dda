/** «<» in a private use area: the processor would take the letter itself for markup in a title. */
const LESS_THAN = '\uE03C';

/** A text of a source as the processor may have it: what looks like markup in it is none. */
export function protectMarkup(text: string): string {
  return text.replaceAll(LESS_THAN, '').replaceAll('<', LESS_THAN);
}

/** Gives the letters back that {@link protectMarkup} hid. */
export function revealMarkup(text: string): string {
  return text.replaceAll(LESS_THAN, '<');
}
