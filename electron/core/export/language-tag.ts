/** What stands for a language that nobody knows (RFC 5646, 4.1). */
const UNDETERMINED = 'und';

/** A language tag that readers and the machine's own tables take (RFC 5646): the given one, else the fallback. */
export function usableLanguage(tag: string, fallback: string = UNDETERMINED): string {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 ? tag : fallback;
  } catch {
    return fallback;
  }
}
