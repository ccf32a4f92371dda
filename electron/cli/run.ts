import { type CopyOptions, listCopies, recallCopies, returnCopies } from './copies-commands.ts';
import { runDemo } from './demo.ts';
import { createDossier, type DossierOptions, listDossiers } from './dossier-commands.ts';
import { addExcerpt, type ExcerptOptions, listExcerpts } from './excerpt-commands.ts';
import { exportDossier } from './export-commands.ts';
import type { ExportOptions } from './export-options.ts';
import { addImages } from './image-commands.ts';
import {
  backup,
  create,
  importFiles,
  type LibraryOptions,
  type SearchOptions,
  search,
  verify,
} from './library-commands.ts';
import type { Session } from './session.ts';
import { addStyles, listStyles } from './style-commands.ts';

/** The work of every command; each resolves to an exit code through `finish`. */
export type Run = ReturnType<typeof createRun>;

/** The commands, bound to a way of getting a session (with the options given so far) and of ending with an exit code. */
export function createRun(withSession: (work: (session: Session) => Promise<number>) => Promise<void>) {
  const inLibrary = (path: string, options: LibraryOptions, work: (session: Session) => Promise<number>) =>
    withSession(async session => {
      await session.open(path, options.passwordFile);
      return work(session);
    });
  return {
    create: (path: string, options: LibraryOptions) => withSession(session => create(session, path, options)),
    import: (path: string, files: string[], options: LibraryOptions) =>
      inLibrary(path, options, session => importFiles(session, files)),
    search: (path: string, words: string[], options: LibraryOptions & SearchOptions) =>
      inLibrary(path, options, session => search(session, words, options)),
    verify: (path: string, options: LibraryOptions) => inLibrary(path, options, verify),
    backup: (path: string, file: string, options: LibraryOptions) =>
      inLibrary(path, options, session => backup(session, file)),
    excerptAdd: (path: string, options: LibraryOptions & ExcerptOptions) =>
      inLibrary(path, options, session => addExcerpt(session, options)),
    excerptList: (path: string, options: LibraryOptions & { source?: string }) =>
      inLibrary(path, options, session => listExcerpts(session, options.source)),
    dossierCreate: (path: string, options: LibraryOptions & DossierOptions) =>
      inLibrary(path, options, session => createDossier(session, options)),
    dossierList: (path: string, options: LibraryOptions) => inLibrary(path, options, listDossiers),
    export: (path: string, dossier: string, target: string, options: LibraryOptions & ExportOptions) =>
      inLibrary(path, options, session => exportDossier(session, dossier, target, options)),
    imageAdd: (path: string, files: string[], options: LibraryOptions) =>
      inLibrary(path, options, session => addImages(session, files)),
    styleAdd: (path: string, files: string[], options: LibraryOptions) =>
      inLibrary(path, options, session => addStyles(session, files)),
    styleList: (path: string, options: LibraryOptions) => inLibrary(path, options, listStyles),
    copiesList: (path: string, dossier: string, options: LibraryOptions) =>
      inLibrary(path, options, session => listCopies(session, dossier)),
    copiesRecall: (path: string, dossier: string, pdf: string, options: LibraryOptions & CopyOptions) =>
      inLibrary(path, options, session => recallCopies(session, dossier, pdf, options)),
    copiesReturn: (path: string, dossier: string, numbers: number[], options: LibraryOptions & CopyOptions) =>
      inLibrary(path, options, session => returnCopies(session, dossier, numbers, options)),
    demo: (options: { folder: string }) => withSession(session => runDemo(session, options.folder)),
  };
}
