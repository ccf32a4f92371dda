import { useEffect } from 'react';
import { onEvent, queryClient } from '../api.ts';
import { useOpenLibrary } from '../features/library/open-library.tsx';
import { useMessages } from './i18n.tsx';
import { useToasts } from './toasts.tsx';

/** Tells of the core's death and return, and opens the files that the system hands over. */
export function CoreWatch() {
  const { t } = useMessages();
  const toasts = useToasts();
  const openLibrary = useOpenLibrary();
  useEffect(
    () =>
      onEvent(event => {
        if (event.type === 'openFile') openLibrary({ file: event.file, name: event.name });
        if (event.type !== 'core') return;
        if (event.state === 'lost') toasts.show({ text: t('app.coreLost'), tone: 'bad' });
        // Nothing that was read before holds: the library is closed, and its welcome screen offers it again.
        else void queryClient.invalidateQueries();
      }),
    [openLibrary, toasts, t],
  );
  return null;
}
