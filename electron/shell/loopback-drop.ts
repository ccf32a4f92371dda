import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from '../../shared/contract/result.ts';
import type { DroppedFiles } from './dropped-files.ts';

/** Answers `POST /drop`: the bytes of one dropped file, its name in `X-File-Name`, answered by a JSON Result. */
export async function answerDrop(
  dropped: Pick<DroppedFiles, 'accept'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const header = request.headers['x-file-name'];
  try {
    const granted = await dropped.accept(decodeURIComponent(String(header ?? '')), request);
    sendJson(response, { ok: true, value: granted });
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure('invalidInput');
    // What is left of the file is not waited for.
    response.setHeader('Connection', 'close');
    sendJson(response, { ok: false, error: failure.toCallError() });
  }
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}
