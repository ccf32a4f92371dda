import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { IngestError } from '../../electron/core/ingest/ingest-error.ts';
import { createParser } from '../../electron/core/ingest/parse-in-child.ts';
import { drawLines, makeDocx, makeFolder, makePdf } from '../core/ingest/make-files.ts';

const SEED = 20_261_122;
const FILES_OF_EACH = 60;

/** One change to a file: where (as a share of its length), what kind, and how much. */
const change = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'drop', 'repeat', 'zero', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.integer({ min: 1, max: 400 }),
  byte: fc.integer({ min: 0, max: 255 }),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function applyChange(data: Buffer, { kind, at, size, byte }: Change): Buffer {
  const from = Math.floor(at * data.length);
  const part = data.subarray(from, from + size);
  const [head, tail] = [data.subarray(0, from), data.subarray(from + size)];
  if (kind === 'cut') return Buffer.from(head);
  if (kind === 'drop') return Buffer.concat([head, tail]);
  if (kind === 'repeat') return Buffer.concat([head, part, part, part, tail]);
  if (kind === 'insert') return Buffer.concat([head, Buffer.alloc(size, byte), part, tail]);
  const copy = Buffer.from(data);
  if (kind === 'zero') copy.subarray(from, from + size).fill(0);
  else if (copy.length > 0) copy[Math.min(from, copy.length - 1)] = byte;
  return copy;
}

const folder = makeFolder();
const parser = createParser({ workers: 2, timeoutMs: 4000, memoryLimitMb: 700 });
afterAll(() => {
  parser.close();
  rmSync(folder, { recursive: true });
});

const html = `<!DOCTYPE html><html lang="es"><head><title>Acta</title></head><body><main>${'<p>Las <b>Partes</b> acuerdan lo siguiente.</p><ul><li>Uno</li></ul>'.repeat(30)}</main></body></html>`;

const originals: [string, () => Buffer | Promise<Buffer>][] = [
  [
    'pdf',
    () =>
      makePdf(
        pdf => {
          for (let i = 0; i < 3; i++)
            drawLines(pdf.addPage(), ['La política exterior', 'de la contri-', 'bución'], 72, 100);
        },
        { compress: false },
      ),
  ],
  ['docx', makeDocx],
  ['html', () => Buffer.from(html)],
  [
    'md',
    () => Buffer.from('---\ntitle: x\n---\n# Uno\n\n- a\n  - b\n\n|a|b|\n|-|-|\n|1|2|\n\n> cita\n'.repeat(5)),
  ],
  ['txt', () => Buffer.from('Las Partes acuerdan la contri-\nbución siguiente. Año «2018».\n\n'.repeat(20))],
];

test.each(originals)(
  'changed %s files are read or refused, and the program goes on',
  async (extension, make) => {
    const original = await make();
    const mutations = fc.sample(fc.array(change, { minLength: 1, maxLength: 4 }), {
      seed: SEED,
      numRuns: FILES_OF_EACH,
    });
    const outcomes = await Promise.all(
      mutations.map(async (changes, i) => {
        const path = join(folder, `${i}.${extension}`);
        writeFileSync(path, changes.reduce(applyChange, original));
        try {
          const { pages } = await parser.parse(path);
          for (const { text } of pages) expect(text.isWellFormed()).toBe(true);
          return 'read';
        } catch (error) {
          expect(error, String(error)).toBeInstanceOf(IngestError);
          return (error as IngestError).code;
        }
      }),
    );
    expect(outcomes).toHaveLength(FILES_OF_EACH);
    expect(outcomes).not.toContain('crashed');
    writeFileSync(join(folder, `whole.${extension}`), original);
    expect((await parser.parse(join(folder, `whole.${extension}`))).pages.length).toBeGreaterThan(0);
  },
);
