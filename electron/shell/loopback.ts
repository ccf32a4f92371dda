import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ValijaEvent } from '../../shared/contract/events.ts';
import { makeNonce, securityHeaders } from './content-policy.ts';
import type { Door } from './door.ts';
import type { DroppedFiles } from './dropped-files.ts';
import { createEventStreams, type EventStreams } from './loopback-events.ts';
import { createGuard, type LoopbackGuard } from './loopback-guard.ts';
import { preparePage } from './page.ts';
import { readStaticFile } from './static-files.ts';

/** What the loopback server serves, and whom it asks. */
export interface LoopbackParts {
  door: Door;
  dropped: Pick<DroppedFiles, 'accept'>;
  /** Folder of the built window. */
  rendererDir: string;
  /** The built window side of this shell, served as `/bridge.js`. */
  bridgeFile: string;
  /** Milliseconds without a listening window after which `onWindowGone` is called. */
  patience: number;
  onWindowGone(): void;
  log(line: string): void;
}

/** A running loopback server. */
export interface Loopback {
  /** «http://127.0.0.1:port» */
  origin: string;
  /** The first address, good for one use. */
  entryUrl: string;
  send(event: ValijaEvent): void;
  /** Tells the window, then stops listening. */
  close(): Promise<void>;
}

interface Serving extends LoopbackParts {
  guard: LoopbackGuard;
  streams: EventStreams;
}

/** Starts the server on 127.0.0.1 and a free port. */
export async function startLoopback(parts: LoopbackParts): Promise<Loopback> {
  const streams = createEventStreams(parts.patience, parts.onWindowGone);
  let serving: Serving | null = null;
  const server = createServer((request, response) => {
    if (!serving) return void response.writeHead(503).end();
    answer(serving, request, response).catch(error => fail(parts, error, response));
  });
  server.on('upgrade', (_request, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const guard = createGuard(host);
  serving = { ...parts, guard, streams };
  return {
    origin: `http://${host}`,
    entryUrl: `http://${host}/enter?token=${guard.entryToken}`,
    send: event => streams.send(event),
    close: () => stop(server, streams),
  };
}

async function stop(server: Server, streams: EventStreams): Promise<void> {
  streams.end();
  await new Promise<void>(resolve => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
}

function fail(parts: LoopbackParts, error: unknown, response: ServerResponse): void {
  parts.log(`loopback: ${error instanceof Error ? error.stack : String(error)}`);
  if (!response.headersSent) response.writeHead(500);
  response.end();
}

async function answer(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const nonce = makeNonce();
  for (const [name, value] of Object.entries(securityHeaders(nonce))) response.setHeader(name, value);
  const { guard } = serving;
  if (!guard.isOwnRequest(request)) return void response.writeHead(403).end();
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (request.method === 'GET' && url.pathname === '/enter') return enter(guard, url, response);
  if (!guard.hasSession(request)) return void response.writeHead(403).end();
  if (request.method === 'POST') return answerPost(serving, url.pathname, request, response);
  if (request.method !== 'GET') return void response.writeHead(405, { Allow: 'GET, POST' }).end();
  if (url.pathname === '/events') return serving.streams.open(request, response);
  await answerFile(serving, request.url ?? '/', nonce, response);
}

function enter(guard: LoopbackGuard, url: URL, response: ServerResponse): void {
  const cookie = guard.enter(url.searchParams.get('token') ?? '');
  if (!cookie) return void response.writeHead(403).end();
  response.writeHead(303, { 'Set-Cookie': cookie, Location: '/' }).end();
}

async function answerPost(
  serving: Serving,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Read when first needed: the server listens before it can answer calls, and the browser starts meanwhile.
  if (path === '/call') {
    const { answerCall } = await import('./loopback-call.ts');
    return answerCall(serving.door, request, response);
  }
  if (path === '/drop') {
    const { answerDrop } = await import('./loopback-drop.ts');
    return answerDrop(serving.dropped, request, response);
  }
  response.writeHead(404).end();
}

async function answerFile(
  serving: Serving,
  target: string,
  nonce: string,
  response: ServerResponse,
): Promise<void> {
  // The raw target: URL parsing would already have resolved «..».
  const path = target.split(/[?#]/, 1)[0] ?? '/';
  const found =
    path === '/bridge.js'
      ? { bytes: await readFile(serving.bridgeFile), mediaType: 'text/javascript; charset=utf-8' }
      : await readStaticFile(serving.rendererDir, path);
  if (!found) return void response.writeHead(404).end();
  const file = preparePage(found, nonce, ['/bridge.js']);
  response.writeHead(200, { 'Content-Type': file.mediaType, 'Content-Length': file.bytes.byteLength });
  response.end(file.bytes);
}
