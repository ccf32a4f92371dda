import { connectParent } from '../parent-channel.ts';
import { IngestError } from './ingest-error.ts';
import { parseFile } from './parse-file.ts';
import type { ReportProgress } from './parsed-document.ts';
import type { ParseReply, ParseRequest } from './worker-messages.ts';

/** Entry of the child process that reads documents: one file at a time, for as long as the parent lives. */

/** Progress and memory are told at most this often, in milliseconds. */
const REPORT_EVERY = 100;

const parent = connectParent();
parent.onMessage(request => void answer(request as ParseRequest));
parent.onEnd(() => process.exit(0));
// pdf.js leaves promises behind that fail without anyone waiting for them; the reading itself still ends in a result, an error or a timeout.
process.on('unhandledRejection', () => {});

async function answer(request: ParseRequest): Promise<void> {
  const { id } = request;
  let told = 0;
  const onProgress = (done: number, total: number) => {
    const now = Date.now();
    if (now - told < REPORT_EVERY && done < total) return;
    told = now;
    send({ kind: 'progress', id, done, total });
    send({ kind: 'memory', id, bytes: process.memoryUsage.rss() });
  };
  try {
    send({ kind: 'parsed', id, output: await perform(request, onProgress) });
  } catch (error) {
    const known = error instanceof IngestError ? error : new IngestError('damaged', {}, error);
    send({ kind: 'failed', id, code: known.code, details: known.details });
  }
}

async function perform(request: ParseRequest, onProgress: ReportProgress) {
  switch (request.task) {
    case 'document':
      return parseFile(request.input.path, request.input.options, onProgress);
    case 'original':
      return (await import('../export/annexes/read-original.ts')).readOriginal(request.input.bytes);
    case 'picture':
      return (await import('../images/read-picture.ts')).readPicture(request.input.path, onProgress);
    case 'style':
      return (await import('../citations/read-style.ts')).readStyle(
        request.input.path,
        request.input.locales,
      );
    case 'citations':
      return (await import('../citations/csl-processor.ts')).formatCitations(request.input);
    case 'word':
      return (await import('../export/render-docx/write-word-task.ts')).writeWordTask(
        request.input,
        onProgress,
      );
  }
}

function send(reply: ParseReply): void {
  parent.send(reply);
}
