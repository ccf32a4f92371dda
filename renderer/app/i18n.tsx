import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { describeError, type Translate } from '../../shared/i18n/describe-error.ts';
import { formatMessage, localeOf } from '../../shared/i18n/format-message.ts';
import type { Language } from '../../shared/model/common.ts';
import { CallFailure } from '../api.ts';

export type { Translate };

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

/** What went wrong, what was kept and what to do: the text of «error.<code>»; a bug is told as one. */
export function describeFailure(error: unknown, t: Translate): string {
  return error instanceof CallFailure ? describeError(error, t) : t('error.internal');
}
