import { basename } from 'node:path';
import type { ParseReply, ParseRequest } from '../../../../electron/core/ingest/worker-messages.ts';

/** A parsing child that misbehaves as the name of the file asks it to. */
const hoard: unknown[] = [];

process.on('message', async ({ id, task, input }: ParseRequest) => {
  const name = task === 'document' ? basename(input.path) : '';
  const send = (reply: ParseReply) => process.send!(reply);
  if (name === 'hangs') for (;;);
  if (name === 'sleeps') return;
  if (name === 'exits') process.exit(9);
  if (name === 'aborts') process.abort();
  if (name === 'throws') setImmediate(() => Promise.reject(new Error('unexpected')));
  if (name === 'swallows buffers') for (;;) hoard.push(Buffer.alloc(20_000_000, 1));
  if (name === 'swallows objects') for (;;) hoard.push(Array.from({ length: 100_000 }, (_, i) => ({ i })));
  if (name === 'is slow') {
    for (let done = 1; done <= 8; done++) {
      send({ kind: 'progress', id, done, total: 8 });
      await new Promise(resolve => setTimeout(resolve, 650));
    }
  }
  if (name === 'fails') send({ kind: 'failed', id, code: 'damaged', details: { pages: 3 } });
  else if (name !== 'throws') {
    const metadata = {
      title: `${process.pid}`,
      authors: [],
      date: null,
      publisher: null,
      language: null,
      url: null,
      containerTitle: null,
    };
    send({
      kind: 'parsed',
      id,
      output: { format: 'text', mediaType: 'text/plain', metadata, pages: [], warnings: [] },
    });
  }
});
