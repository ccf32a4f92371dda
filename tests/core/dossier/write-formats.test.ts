import { expect, test } from 'vitest';
import type { Readers } from '../../../electron/core/dossier/compose-output.ts';
import { writeFormat } from '../../../electron/core/dossier/write-formats.ts';
import { writeWordTask } from '../../../electron/core/export/render-docx/write-word-task.ts';
import { IngestError, type IngestErrorCode } from '../../../electron/core/ingest/ingest-error.ts';
import { defaultPreset } from '../../../shared/model/output.ts';
import { resourcesDir } from '../../helpers/open-core.ts';
import { contentDocument, paragraph, part } from '../../helpers/pdf-content.ts';
import { testThemes as themes } from '../../helpers/pdf-setting.ts';
import { readDocx, wordsOf } from '../../helpers/read-docx.ts';

const content = contentDocument([part('a', 'Parte', [paragraph('Lo acordado en Lima.')])]);

function write(writeWord: Readers['writeWord']) {
  const readers = { writeWord } as Partial<Readers> as Readers;
  const request = {
    kind: 'folder',
    format: 'docx',
    preset: defaultPreset,
    copy: null,
    password: null,
  } as const;
  const resources = { image: () => null, original: () => null };
  return writeFormat(content, { resourcesDir, themes, readers }, request, { resources });
}

const failing = (code: IngestErrorCode) => () => Promise.reject(new IngestError(code));

test('a file of Word is the same whether its process writes it or is gone', async () => {
  const there = await write(task => writeWordTask(task));
  const here = await write(failing('crashed'));
  expect(Buffer.compare(here.bytes, there.bytes)).toBe(0);
  expect(wordsOf((await readDocx(here.bytes)).part('word/document.xml'))).toContain('Lo acordado en Lima.');
});

test.each(['timeout', 'outOfMemory', 'cancelled'] as const)('%s says of which document', async code => {
  const details = { file: content.title };
  await expect(write(failing(code))).rejects.toMatchObject({ name: 'Failure', code, details });
});
