import type { IncomingMessage, ServerResponse } from 'node:http';
import { decode, encode } from '@msgpack/msgpack';
import { z } from 'zod';
import type { Door } from './door.ts';

/** Bytes that one call may send; a whole part of a dossier is far below. */
const bodyLimit = 64 * 1024 * 1024;
const request = z.object({ name: z.string(), input: z.unknown() });

/** Answers `POST /call`: a MessagePack body `{ name, input }`, answered by a MessagePack Result. */
export async function answerCall(
  door: Door,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(incoming, bodyLimit);
  if (!body) return void response.writeHead(413, { Connection: 'close' }).end();
  const parsed = request.safeParse(decodeOrNull(body));
  if (!parsed.success) return void response.writeHead(400).end();
  const result = await door(parsed.data.name, parsed.data.input);
  const bytes = encode(result, { ignoreUndefined: true });
  response.writeHead(200, { 'Content-Type': 'application/vnd.msgpack', 'Content-Length': bytes.byteLength });
  response.end(bytes);
}

function decodeOrNull(body: Uint8Array): unknown {
  try {
    return decode(body);
  } catch {
    return null;
  }
}

/** The whole body, or null as soon as it is longer than the limit. */
async function readBody(incoming: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return null;
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of incoming) {
    length += piece.length;
    if (length > limit) return null;
    pieces.push(piece);
  }
  // A plain view: the decoder gives byte strings of the kind it was given.
  const { buffer, byteOffset } = Buffer.concat(pieces, length);
  return new Uint8Array(buffer, byteOffset, length);
}
