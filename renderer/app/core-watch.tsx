import { useEffect } from 'react';
import { call, forgetLibrary, onEvent, onFileRequest, reportFailure } from '../api.ts';
import { type OpenLibrary, useLibraryDoor } from '../features/library/open-library.tsx';
import { type Translate, useMessages } from './i18n.tsx';
import { type Toasts, useToasts } from './toasts.tsx';

/** Tells of the core's death and return, and opens the files that the system hands over. */
export function CoreWatch() {
  const { t } = useMessages();
  const toasts = useToasts();
  const { open } = useLibraryDoor();
  useEffect(() => onFileRequest(({ file, name }) => open({ file, name })), [open]);
  useEffect(() => {
    let closeNotice = () => {};
    return onEvent(event => {
      if (event.type !== 'core') return;
      closeNotice();
      if (event.state === 'lost') closeNotice = toasts.show({ text: t('app.coreLost'), tone: 'bad' });
      else offerReopening(t, toasts, open).catch(reportFailure);
    });
  }, [open, toasts, t]);
  return null;
}

/** The new core has no library open: nothing read before holds, and the last one is a press away. */
async function offerReopening(t: Translate, toasts: Toasts, open: OpenLibrary): Promise<void> {
  await forgetLibrary();
  const { recent } = await call('library.status', {});
  const last = recent.find(library => !library.missing);
  toasts.show({
    text: t('app.coreRestarted'),
    tone: 'warn',
    action: last && {
      label: t('app.reopen', { name: last.name }),
      run: () => open({ file: last.file, name: last.name }),
    },
  });
}
