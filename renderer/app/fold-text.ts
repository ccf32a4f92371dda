/** A text without accents and case, for filters: «Órgano» → «organo». */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
