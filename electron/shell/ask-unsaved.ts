import { type BrowserWindow, dialog } from 'electron';
import { formatMessage, type MessageKey } from '../../shared/i18n/format-message.ts';
import type { Language } from '../../shared/model/common.ts';

/** Asks whether the window shall close although something in it could not be saved; true when it shall. */
export async function askUnsaved(window: BrowserWindow, language: Language): Promise<boolean> {
  const say = (key: MessageKey) => formatMessage(language, key);
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: say('shell.unsaved.title'),
    detail: say('shell.unsaved.text'),
    buttons: [say('shell.unsaved.stay'), say('shell.unsaved.leave')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
