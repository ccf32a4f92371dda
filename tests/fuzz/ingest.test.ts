import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { afterAll, expect, test } from 'vitest';
import { IngestError } from '../../electron/core/ingest/ingest-error.ts';
import { createParser } from '../../electron/core/ingest/parse-in-child.ts';
import { drawLines, makeDocx, makeFolder, makePdf } from '../core/ingest/make-files.ts';

const SEED = 20_261_122;
const FILES_OF_EACH = 60;

/** One change to a file: where (as a share of its length), what kind, and how much. */
const change = fc.noBias(
  fc.record({
    kind: fc.constantFrom('flip', 'cut', 'drop', 'repeat', 'zero', 'insert'),
    at: fc.integer({ min: 0, max: 9999 }).map(part => part / 10_000),
    size: fc.integer({ min: 1, max: 400 }),
    byte: fc.integer({ min: 0, max: 255 }),
  }),
);

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
const parser = createParser({ workers: 2, timeoutMs: 20_000, memoryLimitMb: 700 });
afterAll(() => {
  parser.close();
  rmSync(folder, { recursive: true });
});

const html = `<!DOCTYPE html><html lang="es"><head><title>Acta</title></head><body><main>${'<p>Las <b>Partes</b> acuerdan lo siguiente.</p><ul><li>Uno</li></ul>'.repeat(30)}</main></body></html>`;

interface Original {
  name: string;
  extension: string;
  make: () => Buffer | Promise<Buffer>;
  /** Makes the file of the changed bytes, where they are only a part of it. */
  wrap?: (data: Buffer) => Promise<Buffer>;
}

const MAIN_PART = 'word/document.xml';

const originals: Original[] = [
  {
    name: 'PDF',
    extension: 'pdf',
    make: () =>
      makePdf(
        pdf => {
          for (let i = 0; i < 3; i++)
            drawLines(pdf.addPage(), ['La política exterior', 'de la contri-', 'bución'], 72, 100);
        },
        { compress: false },
      ),
  },
  { name: 'Word', extension: 'docx', make: makeDocx },
  {
    name: 'the text of a Word document',
    extension: 'docx',
    make: async () => (await JSZip.loadAsync(await makeDocx())).file(MAIN_PART)!.async('nodebuffer'),
    wrap: async data => {
      const archive = await JSZip.loadAsync(await makeDocx());
      archive.file(MAIN_PART, data);
      return archive.generateAsync({ type: 'nodebuffer' });
    },
  },
  { name: 'HTML', extension: 'html', make: () => Buffer.from(html) },
  {
    name: 'Markdown',
    extension: 'md',
    make: () =>
      Buffer.from('---\ntitle: x\n---\n# Uno\n\n- a\n  - b\n\n|a|b|\n|-|-|\n|1|2|\n\n> cita\n'.repeat(5)),
  },
  {
    name: 'text',
    extension: 'txt',
    make: () => Buffer.from('Las Partes acuerdan la contri-\nbución siguiente. Año «2018».\n\n'.repeat(20)),
  },
];

test.each(originals)(
  '$name, changed, is read or refused, and the program goes on',
  async ({ extension, make, wrap }) => {
    const original = await make();
    const mutations = fc.sample(fc.array(change, { minLength: 1, maxLength: 4 }), {
      seed: SEED,
      numRuns: FILES_OF_EACH,
    });
    const outcomes = await Promise.all(
      mutations.map(async (changes, i) => {
        const path = join(folder, `${i}.${extension}`);
        const changed = changes.reduce(applyChange, original);
        writeFileSync(path, wrap ? await wrap(changed) : changed);
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
    writeFileSync(join(folder, `whole.${extension}`), wrap ? await wrap(original) : original);
    expect((await parser.parse(join(folder, `whole.${extension}`))).pages.length).toBeGreaterThan(0);
  },
  120_000,
);
