import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ValijaEvent } from '../../shared/contract/events.ts';

/** The windows that listen, as server-sent events (HTML Standard, 9.2). */
export interface EventStreams {
  /** Takes a request for events and keeps its answer open. */
  open(request: IncomingMessage, response: ServerResponse): void;
  /** Tells every window; kept for the first window when none listens yet. */
  send(event: ValijaEvent): void;
  /** Tells every window that the server ends, and closes the streams. */
  end(): void;
}

/** Keeps the open streams; `onAllGone` is called when no window has listened for `patience` milliseconds after one did. */
export function createEventStreams(patience: number, onAllGone: () => void): EventStreams {
  const streams = new Set<ServerResponse>();
  let waiting: ValijaEvent[] = [];
  let heard = false;
  let timer: NodeJS.Timeout | undefined;
  const lose = (stream: ServerResponse) => {
    streams.delete(stream);
    if (streams.size > 0) return;
    clearTimeout(timer);
    timer = setTimeout(onAllGone, patience);
  };
  return {
    open: (request, response) => {
      clearTimeout(timer);
      response.writeHead(200, { ...response.getHeaders(), 'Content-Type': 'text/event-stream' });
      response.write(': open\n\n');
      streams.add(response);
      heard = true;
      request.once('close', () => lose(response));
      for (const event of waiting) response.write(frame(event));
      waiting = [];
    },
    send: event => {
      if (!heard) waiting.push(event);
      for (const stream of streams) stream.write(frame(event));
    },
    end: () => {
      clearTimeout(timer);
      for (const stream of streams) stream.end('event: end\ndata: {}\n\n');
      streams.clear();
    },
  };
}

function frame(event: ValijaEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}
