/** Whether a character may stand in XML 1.0 (clause 2.2) and in HTML; carriage returns would be read back as line feeds. */
function isWritable(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a;
  if (code >= 0x7f && code <= 0x9f) return false;
  if (code >= 0xd800 && code <= 0xdfff) return false;
  return code !== 0xfffe && code !== 0xffff;
}

/** Text without the characters that XML and HTML refuse: controls, lone surrogates, U+FFFE and U+FFFF. */
export function cleanText(text: string): string {
  let clean = '';
  for (const character of text) if (isWritable(character.codePointAt(0)!)) clean += character;
  return clean;
}
