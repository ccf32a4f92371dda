import type { Image } from '../../../../../shared/model/image.ts';
import { call, grantDropped, reportFailure } from '../../../../api.ts';
import { useChooseFile } from '../../../../app/choose-file.tsx';
import { useMessages } from '../../../../app/i18n.tsx';
import { useToasts } from '../../../../app/toasts.tsx';
import { useDossierWork } from '../../state/dossier-work.tsx';
import type { AskDialog } from '../dialogs/open-dialog.ts';
import { insertFigure } from './page-block-commands.ts';

/** Reads pictures that were dropped or pasted into the library and puts them into the text, at a position or at the cursor. */
export function useAddPictures(): (files: readonly File[], position: number | null) => Promise<void> {
  const { t } = useMessages();
  const toasts = useToasts();
  const { editor } = useDossierWork();
  return async (files, position) => {
    let at = position ?? undefined;
    for (const file of files) {
      const granted = await grantDropped(file).catch(() => null);
      if (!granted) {
        toasts.show({ text: t('editor.figure.notTaken'), tone: 'bad' });
        continue;
      }
      const image = await addPicture(granted.file);
      if (image) editor.run(insertFigure(image.id, {}, at), 'part');
      // The next one goes behind the one that was just put in.
      at = undefined;
    }
  };
}

/** Lets the user choose a picture, reads it into the library and asks how it stands in the text. */
export function useChoosePicture(ask: AskDialog): () => Promise<void> {
  const { chooseOpen } = useChooseFile();
  return async () => {
    const [file] = (await chooseOpen({ purpose: 'image' })) ?? [];
    const image = file && (await addPicture(file.file));
    if (image) ask({ kind: 'newFigure', image });
  };
}

async function addPicture(file: string): Promise<Image | null> {
  try {
    return await call('images.add', { file });
  } catch (error) {
    reportFailure(error);
    return null;
  }
}
