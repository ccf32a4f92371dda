import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { firstFree, nameFile } from '../../../electron/core/jobs/name-files.ts';
import { isSafeFileName } from '../../../electron/shell/file-name.ts';
import { outputFormats, outputKinds } from '../../../shared/model/output.ts';

const naming = fc.record({
  title: fc.string({ unit: 'binary', maxLength: 600 }),
  language: fc.constantFrom('es' as const, 'en' as const),
  kind: fc.constantFrom(...outputKinds),
  format: fc.constantFrom(...outputFormats),
  copy: fc.option(
    fc.record({
      number: fc.integer({ min: 1, max: 99_999 }),
      recipient: fc.record({
        name: fc.string({ unit: 'binary', maxLength: 200 }),
        office: fc.constant(''),
      }),
    }),
  ),
});

test('whatever a dossier and a recipient are called, every system takes the name', () => {
  fc.assert(
    fc.property(naming, file => {
      const name = nameFile(file);
      expect(isSafeFileName(name)).toBe(true);
      expect(name.endsWith(`.${file.format}`)).toBe(true);
      expect(name.startsWith('.')).toBe(false);
      // Room for « (999)» and for the hidden name a file has until it is whole.
      expect(Buffer.byteLength(name)).toBeLessThan(245);
    }),
    { examples: [[{ title: 'CON', language: 'es', kind: 'folder', format: 'pdf', copy: null }]] },
  );
});

test('outputs, formats and copies of one dossier never share a name', () => {
  const recipient = { name: 'Ana', office: '' };
  const names = outputKinds.flatMap(kind =>
    outputFormats.flatMap(format =>
      [null, { number: 1, recipient }, { number: 2, recipient }].map(copy =>
        nameFile({ title: 'Diálogo', language: 'es', kind, format, copy }),
      ),
    ),
  );
  expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length);
});

test('a name that is taken is counted up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'valija-names-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(firstFree(folder, 'a.b.pdf')).toBe('a.b.pdf');
  writeFileSync(join(folder, 'a.b.pdf'), '');
  writeFileSync(join(folder, 'a.b (2).pdf'), '');
  expect(firstFree(folder, 'a.b.pdf')).toBe('a.b (3).pdf');
});
