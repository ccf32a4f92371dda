import { extname } from 'node:path';

/** What a file is chosen for; see `shell.chooseOpen`. */
export type FilePurpose =
  | 'library'
  | 'documents'
  | 'pdf'
  | 'docx'
  | 'html'
  | 'image'
  | 'style'
  | 'backup'
  | 'folder';

/** The endings (without dot) of each purpose's files; a folder is chosen without its files. */
export const fileKinds: Record<FilePurpose, readonly string[]> = {
  library: ['valija'],
  documents: ['pdf', 'docx', 'html', 'htm', 'xhtml', 'txt', 'text', 'md', 'markdown'],
  pdf: ['pdf'],
  docx: ['docx'],
  html: ['html', 'htm'],
  image: ['png', 'jpg', 'jpeg'],
  style: ['csl', 'xml'],
  backup: ['valija'],
  folder: [],
};

/** Whether a file's name has one of a purpose's endings. */
export function hasKind(name: string, purpose: FilePurpose): boolean {
  return fileKinds[purpose].includes(extname(name).slice(1).toLowerCase());
}
