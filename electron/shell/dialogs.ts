import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BaseWindow, dialog, type FileFilter } from 'electron';
import type { CallOutput, ParsedInput } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/contract/result.ts';
import type { GrantedFile } from '../../shared/contract/shell-calls.ts';
import { formatMessage, type MessageKey } from '../../shared/i18n/format-message.ts';
import type { Language } from '../../shared/model/common.ts';
import { type FilePurpose, fileKinds } from './file-kinds.ts';
import { isSafeFileName } from './file-name.ts';

type Grant = (path: string) => Promise<string>;

const openTitles: Record<FilePurpose, MessageKey> = {
  library: 'shell.chooseLibrary',
  documents: 'shell.chooseDocuments',
  pdf: 'shell.choosePdf',
  docx: 'shell.chooseDocx',
  html: 'shell.chooseHtml',
  image: 'shell.chooseImage',
  style: 'shell.chooseStyle',
  backup: 'shell.chooseBackup',
  folder: 'shell.chooseFolder',
};
const saveTitles: Record<FilePurpose, MessageKey | null> = {
  library: 'shell.saveLibrary',
  documents: 'shell.saveDocuments',
  pdf: 'shell.savePdf',
  docx: 'shell.saveDocx',
  html: 'shell.saveHtml',
  image: 'shell.saveImage',
  style: null,
  backup: 'shell.saveBackup',
  folder: null,
};

/** Grants a path: its token, its name and its size (0 when it is still to be written). */
export async function grantFile(grant: Grant, path: string): Promise<GrantedFile> {
  const found = await stat(path).catch(() => null);
  return { file: await grant(path), name: basename(path), size: found?.size ?? 0 };
}

/** Answers `shell.chooseOpen` with the system's dialog. */
export async function chooseOpen(
  window: BaseWindow,
  language: Language,
  grant: Grant,
  input: ParsedInput<'shell.chooseOpen'>,
): Promise<CallOutput<'shell.chooseOpen'>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: formatMessage(language, openTitles[input.purpose]),
    ...(input.purpose === 'folder'
      ? { properties: ['openDirectory', 'createDirectory'] }
      : {
          filters: filtersOf(language, input.purpose),
          properties: input.multiple ? ['openFile', 'multiSelections'] : ['openFile'],
        }),
  });
  return { files: canceled ? [] : await Promise.all(filePaths.map(path => grantFile(grant, path))) };
}

/** Answers `shell.chooseSave` with the system's dialog, which asks itself before a file is replaced. Throws `invalidInput` for a folder. */
export async function chooseSave(
  window: BaseWindow,
  language: Language,
  grant: Grant,
  input: ParsedInput<'shell.chooseSave'>,
): Promise<CallOutput<'shell.chooseSave'>> {
  const title = saveTitles[input.purpose];
  if (!title) throw new Failure('invalidInput', {}, 'a folder is opened, not saved');
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: formatMessage(language, title),
    // A suggestion may come from a dossier's title; only a plain name reaches the dialog.
    defaultPath: isSafeFileName(input.suggestedName) ? input.suggestedName : undefined,
    filters: filtersOf(language, input.purpose),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return { file: canceled || !filePath ? null : await grantFile(grant, filePath) };
}

function filtersOf(language: Language, purpose: FilePurpose): FileFilter[] {
  if (purpose === 'folder') return [];
  return [{ name: formatMessage(language, `shell.${purpose}`), extensions: [...fileKinds[purpose]] }];
}
