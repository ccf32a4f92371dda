import { useEffect } from 'react';
import {
  call,
  forgetLibrary,
  isWithoutLibrary,
  onEvent,
  onFileRequest,
  readStatus,
  reportFailure,
  rereadLibrary,
} from '../api.ts';
import { type OpenLibrary, useLibraryDoor } from '../features/library/open-library.tsx';
import { noteCoreBack, noteCoreLost } from './core-absence.ts';
import { type Translate, useMessages } from './i18n.tsx';
import { forgetLostPlace, losePlace } from './lost-place.ts';
import { type Toasts, useToasts } from './toasts.tsx';
import { saveAllWork } from './unsaved-work.ts';

/** Tells of the core's death and return, brings the library back, and opens the files that the system hands over. */
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
      if (event.state === 'lost') {
        noteCoreLost();
        losePlace();
        closeNotice = toasts.show({ text: t('app.coreLost'), tone: 'bad' });
      } else comeBack({ t, toasts, open }).catch(reportUnlessLost);
    });
  }, [open, toasts, t]);
  return null;
}

interface Parts {
  t: Translate;
  toasts: Toasts;
  open: OpenLibrary;
}

/** The new core has no library open: the one that the window shows is opened again, behind the screen as it stands. */
async function comeBack({ t, toasts, open }: Parts): Promise<void> {
  const shown = readStatus()?.open;
  const { open: still, recent } = await call('library.status', {});
  if (still && still.location === shown?.location) return goOn();
  const last = recent.find(({ missing, location }) => !missing && location === shown?.location);
  if (!last) return giveUp({ t, toasts, open });
  open(last, {
    onOpen: () => {
      goOn();
      toasts.show({ text: t('app.coreReopened', { name: last.name }), tone: 'good' });
    },
    onFailure: () => void giveUp({ t, toasts, open }).catch(reportUnlessLost),
  });
}

/** The core was there all the time, or the library is open again: everything is read anew and what waits is saved. */
function goOn(): void {
  noteCoreBack();
  forgetLostPlace();
  void rereadLibrary();
  void saveAllWork();
}

/** Nothing read before holds; the last library is a press away. */
async function giveUp({ t, toasts, open }: Parts): Promise<void> {
  noteCoreBack();
  await forgetLibrary();
  const last = readStatus()?.recent.find(library => !library.missing);
  toasts.show({
    text: t('app.coreRestarted'),
    tone: 'warn',
    action: last && { label: t('app.reopen', { name: last.name }), run: () => open(last) },
  });
}

/** A core that ended again is told of by its own event. */
function reportUnlessLost(error: unknown): void {
  if (!isWithoutLibrary(error)) reportFailure(error);
}
