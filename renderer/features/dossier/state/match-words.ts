/** A text as it is compared: without accents and capitals. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether a text has every word that was typed, anywhere, whatever accents and capitals; no words match everything. */
export function matchesWords(text: string, typed: string): boolean {
  const folded = foldText(text);
  return foldText(typed)
    .split(/\s+/)
    .every(word => folded.includes(word));
}
