import { useEffect } from 'react';
import { onFailure } from '../api.ts';
import { isEchoOfAbsence } from './core-absence.ts';
import { describeFailure, useMessages } from './i18n.tsx';
import { useToasts } from './toasts.tsx';

/** Shows the failures that no screen shows itself. */
export function FailureToasts() {
  const { t } = useMessages();
  const toasts = useToasts();
  useEffect(
    () =>
      onFailure(async error => {
        if (await isEchoOfAbsence(error)) return;
        toasts.show({ text: describeFailure(error, t), tone: 'bad' });
      }),
    [t, toasts],
  );
  return null;
}
