import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { CallInput } from '../../shared/contract/contract.ts';
import type { GrantedFile } from '../../shared/contract/shell-calls.ts';
import { call, reportFailure } from '../api.ts';
import { type BrowseRequest, FileBrowser } from './file-browser.tsx';

/** What a file is chosen for; it says which kinds of file are shown. */
export type FilePurpose = CallInput<'shell.chooseOpen'>['purpose'];

/** Choosing files: the system's dialogs where the shell has them, else the window's own. */
export interface ChooseFile {
  /** Files to read; null when the user cancels. */
  chooseOpen(request: { purpose: FilePurpose; multiple?: boolean }): Promise<GrantedFile[] | null>;
  /** A file to write (overwriting is confirmed by then); null when the user cancels. */
  chooseSave(request: { purpose: FilePurpose; suggestedName: string }): Promise<GrantedFile | null>;
}

const ChooseFileContext = createContext<ChooseFile | null>(null);

interface OpenRequest {
  request: BrowseRequest;
  answer(files: GrantedFile[] | null): void;
}

/** Gives the window its file dialogs. */
export function ChooseFileProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<OpenRequest | null>(null);

  const browse = useCallback(
    (request: BrowseRequest) =>
      new Promise<GrantedFile[] | null>(resolve => {
        setOpen({
          request,
          answer(files) {
            setOpen(null);
            resolve(files);
          },
        });
      }),
    [],
  );
  const chooseFile = useMemo(() => createChooseFile(browse), [browse]);
  return (
    <ChooseFileContext value={chooseFile}>
      {children}
      {open && <FileBrowser request={open.request} onAnswer={open.answer} />}
    </ChooseFileContext>
  );
}

function createChooseFile(browse: (request: BrowseRequest) => Promise<GrantedFile[] | null>): ChooseFile {
  return {
    async chooseOpen({ purpose, multiple = false }) {
      if (!(await hasNativeDialogs())) return browse({ kind: 'open', purpose, multiple });
      return orNull(async () => {
        const { files } = await call('shell.chooseOpen', { purpose, multiple });
        return files.length > 0 ? files : null;
      });
    },
    async chooseSave({ purpose, suggestedName }) {
      if (!(await hasNativeDialogs()))
        return (await browse({ kind: 'save', purpose, suggestedName }))?.[0] ?? null;
      return orNull(async () => (await call('shell.chooseSave', { purpose, suggestedName })).file);
    },
  };
}

async function hasNativeDialogs(): Promise<boolean> {
  return (await call('shell.capabilities', {})).nativeDialogs;
}

async function orNull<T>(ask: () => Promise<T | null>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    reportFailure(error);
    return null;
  }
}

/** Choosing files to read or to write. */
export function useChooseFile(): ChooseFile {
  const chooseFile = useContext(ChooseFileContext);
  if (!chooseFile) throw new Error('useChooseFile outside ChooseFileProvider');
  return chooseFile;
}
