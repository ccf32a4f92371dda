const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Whether a name can be a file's on every system: no separator, no control character, none of Windows' forbidden or
 * reserved names, no blank or dot at its end, 255 bytes at most.
 */
export function isSafeFileName(name: string): boolean {
  if (name === '' || Buffer.byteLength(name) > 255) return false;
  if (/[/\\<>:"|?*\p{Cc}]/u.test(name) || /[. ]$/.test(name)) return false;
  return !reservedOnWindows.test(name);
}
