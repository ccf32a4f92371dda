/** Orders the keys of a name tree by the bytes they have in the file (ISO 32000-1, 7.9.6). */
export function compareNames(a: string, b: string): number {
  return Buffer.compare(nameBytes(a), nameBytes(b));
}

/** ASCII as it is, anything else in UTF-16 with a mark. */
function nameBytes(name: string): Buffer {
  return /^\p{ASCII}*$/u.test(name)
    ? Buffer.from(name, 'latin1')
    : Buffer.from(`\ufeff${name}`, 'utf16le').swap16();
}
