import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { decode, encode } from '@msgpack/msgpack';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDroppedFiles, type DroppedFiles } from '../../electron/shell/dropped-files.ts';
import { type Loopback, startLoopback } from '../../electron/shell/loopback.ts';
import type { ValijaEvent } from '../../shared/contract/events.ts';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

let folder: string;
let loopback: Loopback;
let dropped: DroppedFiles;
const granted: string[] = [];
const calls: unknown[] = [];
let gone = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'valija-loopback-'));
  const rendererDir = join(folder, 'renderer');
  await mkdir(join(rendererDir, 'assets'), { recursive: true });
  await writeFile(join(rendererDir, 'index.html'), '<head><meta property="csp-nonce" /></head><p>page</p>');
  await writeFile(join(rendererDir, 'assets', 'app.mjs'), 'export {};');
  await writeFile(join(rendererDir, 'assets', 'decoder.wasm'), '\0asm');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(rendererDir, 'link.txt'));
  await writeFile(join(folder, 'bridge.js'), 'globalThis.valija = 1;');
  granted.length = 0;
  calls.length = 0;
  gone = 0;
  dropped = createDroppedFiles(async path => {
    granted.push(path);
    return `token-${granted.length}`;
  });
  loopback = await startLoopback({
    door: async (name, input) => {
      calls.push([name, input]);
      return { ok: true, value: { echo: input, absent: undefined } };
    },
    dropped,
    rendererDir,
    bridgeFile: join(folder, 'bridge.js'),
    patience: 100,
    onWindowGone: () => {
      gone += 1;
    },
    log: line => expect.fail(line),
  });
});

afterEach(async () => {
  await loopback.close();
  await dropped.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Sends exactly this path and these headers, as no browser would. */
function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: Uint8Array } = {},
): Promise<Answer> {
  const { port, host } = new URL(loopback.origin);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: options.method ?? 'GET',
        headers: { Host: host, ...options.headers },
      },
      response => {
        const pieces: Buffer[] = [];
        response.on('data', piece => pieces.push(piece));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

async function enter(): Promise<string> {
  const answer = await send(loopback.entryUrl.slice(loopback.origin.length));
  expect(answer.status).toBe(303);
  expect(answer.headers.location).toBe('/');
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

test('listens on 127.0.0.1 only', async () => {
  expect(new URL(loopback.origin).hostname).toBe('127.0.0.1');
  const { port } = new URL(loopback.origin);
  await expect(
    new Promise((resolve, reject) => request({ host: '::1', port }, resolve).on('error', reject).end()),
  ).rejects.toThrow();
});

test('the token of the first address works once and gives a strict cookie', async () => {
  const path = loopback.entryUrl.slice(loopback.origin.length);
  expect((await send('/enter?token=guess')).status).toBe(403);
  const first = await send(path);
  expect(first.status).toBe(303);
  expect(String(first.headers['set-cookie'])).toMatch(
    /^valija-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
  );
  expect((await send(path)).status).toBe(403);
});

test('nothing is answered without the cookie', async () => {
  for (const path of ['/', '/bridge.js', '/assets/app.mjs', '/events'])
    expect((await send(path)).status).toBe(403);
  const post = await send('/call', {
    method: 'POST',
    headers: { Origin: loopback.origin },
    body: encode({ name: 'x' }),
  });
  expect(post.status).toBe(403);
  expect(calls).toEqual([]);
});

test('a foreign Host, Origin or site is refused even with the cookie', async () => {
  const Cookie = await enter();
  const { port } = new URL(loopback.origin);
  const foreign: Record<string, string>[] = [
    { Host: `evil.example:${port}` },
    { Host: `localhost:${port}` },
    { Host: '127.0.0.1' },
    { Origin: 'http://evil.example' },
    { Origin: 'null' },
    { Origin: `http://localhost:${port}` },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ];
  for (const headers of foreign) {
    expect((await send('/', { headers: { Cookie, ...headers } })).status).toBe(403);
    const body = encode({ name: 'library.status', input: {} });
    expect(
      (
        await send('/call', {
          method: 'POST',
          headers: { Cookie, Origin: loopback.origin, ...headers },
          body,
        })
      ).status,
    ).toBe(403);
  }
  expect(
    (await send('/call', { method: 'POST', headers: { Cookie }, body: encode({ name: 'x' }) })).status,
  ).toBe(403);
  expect(calls).toEqual([]);
});

test('no answer carries a CORS header; every answer carries the policy', async () => {
  const Cookie = await enter();
  for (const path of ['/', '/missing.js', '/assets/app.mjs']) {
    const { headers } = await send(path, { headers: { Cookie } });
    expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([]);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain("'unsafe-eval'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['referrer-policy']).toBe('no-referrer');
  }
  expect((await send('/', { method: 'OPTIONS', headers: { Cookie, Origin: loopback.origin } })).status).toBe(
    405,
  );
});

test('the page carries the nonce of its own policy and the bridge before the program', async () => {
  const Cookie = await enter();
  const pages = [await send('/', { headers: { Cookie } }), await send('/fuentes/1', { headers: { Cookie } })];
  const nonces = pages.map(({ headers, body }) => {
    const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';
    expect(body.toString()).toContain(`nonce="${nonce}"`);
    expect(body.toString()).toContain('<head><script src="/bridge.js"></script>');
    return nonce;
  });
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('files come with their media types', async () => {
  const Cookie = await enter();
  const types = async (path: string) => (await send(path, { headers: { Cookie } })).headers['content-type'];
  expect(await types('/assets/app.mjs')).toBe('text/javascript; charset=utf-8');
  expect(await types('/assets/decoder.wasm')).toBe('application/wasm');
  expect(await types('/bridge.js')).toBe('text/javascript; charset=utf-8');
});

test('no path leaves the folder', async () => {
  const Cookie = await enter();
  const paths = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
  ];
  paths.push(
    '/link.txt',
    '/assets/app.mjs%00.txt',
    '/%E0%A4%A.txt',
    '//secret.txt',
    `/${folder}/secret.txt`,
    '/C:/secret.txt',
  );
  for (const path of paths) {
    const answer = await send(path, { headers: { Cookie } });
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.body.toString()).not.toContain('secret');
  }
});

test('a call passes bytes both ways and drops what is undefined', async () => {
  const headers = { Cookie: await enter(), Origin: loopback.origin };
  const input = { bytes: new Uint8Array([0, 128, 255]), text: '«ñ»', nothing: null };
  const answer = await send('/call', {
    method: 'POST',
    headers,
    body: encode({ name: 'sources.get', input }),
  });
  expect(answer.status).toBe(200);
  expect(decode(new Uint8Array(answer.body))).toEqual({ ok: true, value: { echo: input } });
  expect(calls).toEqual([['sources.get', input]]);
});

test('bodies that are no call, or too long, are refused', async () => {
  const headers = { Cookie: await enter(), Origin: loopback.origin };
  for (const body of [Buffer.from('hello'), encode([1, 2]), encode({ name: 7 }), new Uint8Array()]) {
    expect((await send('/call', { method: 'POST', headers, body })).status).toBe(400);
  }
  const long = { ...headers, 'Content-Length': String(65 * 1024 * 1024) };
  expect((await send('/call', { method: 'POST', headers: long }).catch(() => ({ status: 413 }))).status).toBe(
    413,
  );
  expect(calls).toEqual([]);
});

test('a dropped file is kept under its name in a private folder and granted', async () => {
  const headers = {
    Cookie: await enter(),
    Origin: loopback.origin,
    'X-File-Name': encodeURIComponent('Acta «ñ».pdf'),
  };
  const answer = await send('/drop', { method: 'POST', headers, body: Buffer.from('%PDF-1.7') });
  expect(JSON.parse(answer.body.toString())).toEqual({
    ok: true,
    value: { file: 'token-1', name: 'Acta «ñ».pdf', size: 8 },
  });
  expect(await readFile(granted[0] ?? '', 'utf8')).toBe('%PDF-1.7');
  await dropped.remove();
  await expect(readFile(granted[0] ?? '')).rejects.toThrow();
});

test('a picture is taken as a document is', async () => {
  const headers = { Cookie: await enter(), Origin: loopback.origin, 'X-File-Name': 'image.png' };
  const answer = await send('/drop', { method: 'POST', headers, body: Buffer.from('\x89PNG') });
  expect(JSON.parse(answer.body.toString())).toMatchObject({ ok: true, value: { name: 'image.png' } });
});

test('a dropped file cannot name another place, nor be a library', async () => {
  const base = { Cookie: await enter(), Origin: loopback.origin };
  const drop = async (name: string) => {
    const headers = { ...base, 'X-File-Name': encodeURIComponent(name) };
    return JSON.parse(
      (await send('/drop', { method: 'POST', headers, body: Buffer.from('x') })).body.toString(),
    );
  };
  for (const name of ['../a.pdf', '..\\a.pdf', '/etc/a.pdf', 'C:a.pdf', '', 'a\n.pdf', 'nul.pdf']) {
    expect(await drop(name)).toMatchObject({ ok: false, error: { code: 'invalidInput' } });
  }
  expect(await drop('mine.valija')).toMatchObject({ ok: false, error: { code: 'unsupported' } });
  expect(granted).toEqual([]);
});

test('a drop that breaks off leaves nothing', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('the window went away');
    })(),
  );
  await expect(dropped.accept('half.pdf', broken)).rejects.toMatchObject({ code: 'unreadable' });
  const own = (await readdir(tmpdir())).filter(name => name.startsWith('valija-drop-'));
  const left = await Promise.all(own.map(name => readdir(join(tmpdir(), name), { recursive: true })));
  expect(left.flat().filter(name => name.endsWith('half.pdf'))).toEqual([]);
});

test('events wait for the first window; the end is told; a window gone is noticed', async () => {
  const headers = { Cookie: await enter() };
  const event: ValijaEvent = { type: 'changed', nouns: ['sources'] };
  loopback.send(event);
  const { port, host } = new URL(loopback.origin);
  let text = '';
  const open = () =>
    request({ host: '127.0.0.1', port, path: '/events', headers: { Host: host, ...headers } }, response => {
      response.on('data', piece => {
        text += piece;
      });
      response.on('error', () => {});
    });
  const stream = open();
  stream.on('error', () => {});
  stream.end();
  await expect.poll(() => text).toContain(`data: ${JSON.stringify(event)}\n\n`);
  stream.destroy();
  await expect.poll(() => gone, { timeout: 3000 }).toBe(1);
  text = '';
  const second = open();
  second.end();
  await expect.poll(() => text).toContain(': open');
  expect(text).not.toContain('changed');
  await loopback.close();
  await expect.poll(() => text).toContain('event: end');
});
