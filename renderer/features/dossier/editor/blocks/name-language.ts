/** A language tag in words of the window's language («pt-BR»: «portugués (Brasil)»), with a capital. */
export function nameLanguage(tag: string, locale: string): string {
  try {
    const name = new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    return tag;
  }
}
