/** A string of a PDF/A file has at most so many bytes (ISO 19005-2, 6.1.13). */
export const LONGEST_STRING = 32_767;

/** What text strings of a file may not hold: controls (line breaks become spaces), half characters, non-characters. */
const UNWANTED = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/**
 * A text as a string of the file may hold it (ISO 32000-1, 7.9.2.2): on one line, without controls and half characters, of at most
 * `limit` bytes; what is longer ends with «…».
 */
export function clipText(text: string, limit: number = LONGEST_STRING): string {
  const clean = text.replace(UNWANTED, '').replace(/\s+/g, ' ').trim();
  const isAscii = /^\p{ASCII}*$/u.test(clean);
  if (isAscii ? clean.length <= limit : 2 + 2 * clean.length <= limit) return clean;
  const room = Math.floor((limit - 2) / 2) - 1;
  return `${clean
    .slice(0, room)
    .toWellFormed()
    .replace(/\ufffd$/u, '')}…`;
}
