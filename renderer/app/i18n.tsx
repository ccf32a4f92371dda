import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import {
  formatMessage,
  isMessageKey,
  localeOf,
  type MessageKey,
  type MessageValues,
} from '../../shared/i18n/format-message.ts';
import type { Language } from '../../shared/model/common.ts';
import { CallFailure } from '../api.ts';

/** Writes a message of the catalogue in the window's language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** The window's language and its messages. */
export interface Messages {
  t: Translate;
  language: Language;
  /** BCP 47, for `Intl`. */
  locale: string;
}

const MessagesContext = createContext<Messages>(createMessages('es'));

function createMessages(language: Language): Messages {
  return {
    language,
    locale: localeOf(language),
    t: (key, values) => formatMessage(language, key, values),
  };
}

/** Gives the window its language; everything below is written anew when it changes. */
export function MessagesProvider({ language, children }: { language: Language; children: ReactNode }) {
  const messages = useMemo(() => createMessages(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <I18nProvider locale={messages.locale}>
      <MessagesContext value={messages}>{children}</MessagesContext>
    </I18nProvider>
  );
}

/** The window's language and its messages. */
export function useMessages(): Messages {
  return useContext(MessagesContext);
}

/** What went wrong, what was kept and what to do: the text of «error.<code>». */
export function describeFailure(error: unknown, t: Translate): string {
  if (!(error instanceof CallFailure)) return t('error.internal');
  const key = `error.${error.code}`;
  return isMessageKey(key) ? t(key, failureValues(error.details, t)) : t('error.internal');
}

function failureValues(details: CallFailure['details'], t: Translate): MessageValues {
  const kind = `app.looksLike.${details.looksLike}`;
  const looksLike = t(isMessageKey(kind) ? kind : 'app.looksLike.binary');
  return { file: '', limitMb: 0, ...details, looksLike };
}
