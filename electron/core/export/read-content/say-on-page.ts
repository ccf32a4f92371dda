import type { LanguageTag } from '../../../../shared/document/content.ts';
import {
  formatMessage,
  type MessageKey,
  type MessageValues,
} from '../../../../shared/i18n/format-message.ts';

/** A message in the language of a document: English for «en…», Spanish for every other. */
export type Say = (key: MessageKey, values?: MessageValues) => string;

/** The messages for a document written in `language`. */
export function sayIn(language: LanguageTag): Say {
  const spoken = /^en\b/i.test(language) ? 'en' : 'es';
  return (key, values) => formatMessage(spoken, key, values);
}
