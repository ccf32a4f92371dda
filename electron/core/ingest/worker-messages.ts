import type {
  CheckedStyle,
  CitationTask,
  CslLocale,
  FormattedCitations,
} from '../citations/citation-task.ts';
import type { OriginalPages } from '../export/annexes/original-pages.ts';
import type { WordTask } from '../export/render-docx/write-word-task.ts';
import type { PrintPicture } from '../images/read-picture.ts';
import type { IngestErrorCode, IngestErrorDetails } from './ingest-error.ts';
import type { ParseOptions } from './parse-file.ts';
import type { ParsedDocument } from './parsed-document.ts';

/** What a parsing child process can do, by name: a document read for the library, an original taken apart to be bound in,
 * a picture made ready to be printed, a citation style read, citations formatted in one, a file of Word written. */
export interface ReaderTasks {
  document: { input: { path: string; options: ParseOptions }; output: ParsedDocument };
  original: { input: { bytes: Uint8Array }; output: OriginalPages };
  picture: { input: { path: string }; output: PrintPicture };
  style: { input: { path: string; locales: CslLocale[] }; output: CheckedStyle };
  citations: { input: CitationTask; output: FormattedCitations };
  word: { input: WordTask; output: Uint8Array };
}

/** The name of a task. */
export type TaskName = keyof ReaderTasks;

/** What the parent asks of a parsing child process. */
export type ParseRequest = {
  [Name in TaskName]: { id: number; task: Name; input: ReaderTasks[Name]['input'] };
}[TaskName];

/** What a parsing child process answers: progress and memory in between, then a result or an error. */
export type ParseReply =
  | { kind: 'progress'; id: number; done: number; total: number }
  | { kind: 'memory'; id: number; bytes: number }
  | { kind: 'parsed'; id: number; output: ReaderTasks[TaskName]['output'] }
  | { kind: 'failed'; id: number; code: IngestErrorCode; details: IngestErrorDetails };
