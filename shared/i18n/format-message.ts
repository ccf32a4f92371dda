import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../model/common.ts';
import { messages as en } from './en/messages.ts';
import { messages as es } from './es/messages.ts';

/** The key of a message; Spanish is the language that is written first. */
export type MessageKey = keyof typeof es;

/** Values for a message's places; numbers and dates are written as the language writes them. */
export type MessageValues = Record<string, string | number | boolean | Date | null | undefined>;

const catalogues: Record<Language, Record<MessageKey, string>> = { es, en };
const formats = new Map<string, IntlMessageFormat>();

/**
 * Writes a message (ICU MessageFormat) in a language.
 * Spanish numbers are written as es-PE, English ones as en-GB.
 */
export function formatMessage(language: Language, key: MessageKey, values: MessageValues = {}): string {
  const id = `${language} ${key}`;
  let format = formats.get(id);
  if (!format) {
    const locale = localeOf(language);
    format = new IntlMessageFormat(catalogues[language][key], locale);
    formats.set(id, format);
  }
  return String(format.format(values));
}

/** The locale (BCP 47) in which a language's numbers and dates are written. */
export function localeOf(language: Language): string {
  return language === 'es' ? 'es-PE' : 'en-GB';
}

/** Whether a string is the key of a message; for keys made from data («error.» and a code). */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(es, key);
}
