import { expect, test } from 'vitest';
import { countOutcomes, describeJobResult } from '../../../renderer/app/describe-job.ts';
import { formatMessage } from '../../../shared/i18n/format-message.ts';
import type { ImportOutcome } from '../../../shared/model/job.ts';

const outcomes: ImportOutcome[] = [
  { kind: 'imported', fileName: 'a.pdf', sourceId: 'x', warnings: 0 },
  { kind: 'imported', fileName: 'b.pdf', sourceId: 'y', warnings: 1 },
  { kind: 'duplicate', fileName: 'c.pdf', sourceId: 'x' },
  { kind: 'failed', fileName: 'd.pdf', error: { code: 'empty', message: '', details: {} } },
];

test('counts what became of an import', () => {
  expect(countOutcomes(outcomes)).toEqual({ imported: 2, duplicate: 1, failed: 1 });
});

test('tells an import in one sentence, in both languages', () => {
  const result = { kind: 'import', outcomes } as const;
  expect(describeJobResult(result, (key, values) => formatMessage('es', key, values))).toBe(
    '2 fuentes importadas, una ya estaba, un archivo no se pudo importar.',
  );
  expect(describeJobResult(result, (key, values) => formatMessage('en', key, values))).toBe(
    '2 sources imported, one was already there, one file could not be imported.',
  );
});

test('a sound and a damaged library read differently', () => {
  const es = (damage: string[]) =>
    describeJobResult(
      { kind: 'verify', damage, quotes: { exact: 1200, moved: 1, changed: 0 }, notExact: [] },
      (key, values) => formatMessage('es', key, values),
    );
  expect(es([])).toContain('El archivo está íntegro.');
  expect(es(['x', 'y'])).toContain('Se encontraron 2 daños');
});

test('nothing is told of a job without a result', () => {
  expect(describeJobResult(null, key => key)).toBe('');
});
