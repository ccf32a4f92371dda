/** A library's file name from the name a user gave it, without what Windows, macOS or Linux refuse in names. */
export function suggestLibraryFile(name: string): string {
  const kept = name
    .replace(/\.valija$/i, '')
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '');
  return `${kept || 'Valija'}.valija`;
}
