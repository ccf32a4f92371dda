import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { IngestError } from '../../../electron/core/ingest/ingest-error.ts';
import {
  createParser,
  type Parser,
  type ParserOptions,
} from '../../../electron/core/ingest/parse-in-child.ts';
import { drawLines, makeDocx, makeFolder, makePdf, writeTo } from './make-files.ts';

const folder = makeFolder();
const misbehaving = fileURLToPath(new URL('./workers/misbehaving.ts', import.meta.url));
const open: Parser[] = [];

afterEach(() => {
  for (const parser of open.splice(0)) parser.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function start(options: ParserOptions = {}): Parser {
  const parser = createParser(options);
  open.push(parser);
  return parser;
}

/** A parser whose children misbehave, with tight bounds. */
const startBad = (options: ParserOptions = {}) =>
  start({ workerPath: misbehaving, timeoutMs: 4000, memoryLimitMb: 200, workers: 1, ...options });

async function pidOf(parser: Parser): Promise<number> {
  return Number((await parser.parse('/any')).metadata.title);
}

describe('reading in children', () => {
  test('several files of several formats at once, each with its progress', async () => {
    const parser = start();
    const pdf = await makePdf(doc => {
      for (let i = 0; i < 12; i++) drawLines(doc.addPage(), [`Hoja ${i}`], 72, 100);
    });
    const progress: number[][] = [];
    const [first, second, third] = await Promise.all([
      parser.parse(writeTo(folder, 'a.pdf', pdf), {
        onProgress: (done, total) => progress.push([done, total]),
      }),
      parser.parse(writeTo(folder, 'b.docx', await makeDocx())),
      parser.parse(writeTo(folder, 'año 🙂.txt', 'La prueba')),
    ]);
    expect(first.pages.map(page => page.text)).toEqual(Array.from({ length: 12 }, (_, i) => `Hoja ${i}`));
    expect(first.pages[0]!.layout.kind).toBe('fixed');
    expect(second.format).toBe('docx');
    expect(third.pages[0]!.text).toBe('La prueba');
    expect(progress.at(-1)).toEqual([12, 12]);
  });

  test('the errors of a child keep their code and details', async () => {
    const parser = start({ mostBytes: 1000 });
    const failures = await Promise.allSettled([
      parser.parse(writeTo(folder, 'nada.pdf', '')),
      parser.parse(writeTo(folder, 'texto.pdf', 'texto')),
      parser.parse(writeTo(folder, 'mucho.txt', 'x'.repeat(2000))),
    ]);
    expect(failures.map(failure => failure.status === 'rejected' && failure.reason)).toMatchObject([
      { code: 'empty' },
      { code: 'notWhatItSays', details: { expected: 'pdf', looksLike: 'text' } },
      { code: 'tooLarge', details: { bytes: 2000, limitMb: 1000 / 2 ** 20 } },
    ]);
    for (const failure of failures) expect(failure).toMatchObject({ reason: expect.any(IngestError) });
  });
});

describe('children that misbehave', () => {
  test.each([
    ['hangs', 'timeout'],
    ['sleeps', 'timeout'],
    ['exits', 'crashed'],
    ['throws', 'crashed'],
    ['aborts', 'outOfMemory'],
    ['swallows buffers', 'outOfMemory'],
    ['swallows objects', 'outOfMemory'],
    ['fails', 'damaged'],
  ])('one that %s ends in %s, and the next file is read', async (name, code) => {
    const parser = startBad(name.startsWith('swallows') ? { timeoutMs: 20_000 } : {});
    await expect(parser.parse(`/any/${name}`)).rejects.toMatchObject({ name: 'IngestError', code });
    expect(await pidOf(parser)).toBeGreaterThan(0);
  });

  test('a child is used again, and replaced when it was killed', async () => {
    const parser = startBad();
    const first = await pidOf(parser);
    expect(await pidOf(parser)).toBe(first);
    await parser.parse('/any/hangs').catch(() => {});
    expect(await pidOf(parser)).not.toBe(first);
    if (existsSync('/proc')) expect(existsSync(`/proc/${first}/fd/0`)).toBe(false);
  });

  test('as long as there is progress there is no timeout', async () => {
    const seen: number[] = [];
    const document = await startBad().parse('/any/is slow', { onProgress: done => seen.push(done) });
    expect(document.format).toBe('text');
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('a worker that is not there is a crash', async () => {
    await expect(startBad({ workerPath: '/not/there.ts' }).parse('/any')).rejects.toMatchObject({
      code: 'crashed',
    });
  });
});

describe('cancelling', () => {
  test('while it is read, before, and while it waits', async () => {
    const parser = startBad({ timeoutMs: 20_000 });
    const running = new AbortController();
    const waiting = new AbortController();
    const first = parser.parse('/any/hangs', { signal: running.signal });
    const second = parser.parse('/any/second', { signal: waiting.signal });
    const third = parser.parse('/any/third');
    waiting.abort();
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    setTimeout(() => running.abort(), 100);
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    expect((await third).format).toBe('text');
    await expect(parser.parse('/any', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  test('closing cancels what is read and what waits, and leaves no child', async () => {
    const parser = startBad({ timeoutMs: 20_000 });
    const pid = await pidOf(parser);
    const results = Promise.allSettled([parser.parse('/any/hangs'), parser.parse('/any/waits')]);
    parser.close();
    expect((await results).map(result => result.status === 'rejected' && result.reason.code)).toEqual([
      'cancelled',
      'cancelled',
    ]);
    await expect(parser.parse('/any')).rejects.toMatchObject({ code: 'cancelled' });
    await expect.poll(() => isAlive(pid)).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
