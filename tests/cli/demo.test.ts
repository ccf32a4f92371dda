import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dossierFileSchema } from '../../electron/cli/dossier-file.ts';
import { resourcesDir } from '../helpers/open-core.ts';
import { readPdf } from '../helpers/pdf-read.ts';
import { openCli } from './run-cli.ts';

const sample = dossierFileSchema.parse(
  JSON.parse(readFileSync(resolve(resourcesDir, 'sample/dossier.json'), 'utf8')),
);

/** Letters and digits alone: breaks of lines and pages, blanks and quotation marks are the page's business. */
const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

test('the demonstration makes the whole dossier from an empty folder', async () => {
  const cli = openCli();
  const { code, value } = await cli.json(['demo', '--folder', 'muestra']);
  expect(code).toBe(0);
  const count = sample.excerpts.length;
  expect(value).toMatchObject({
    library: cli.path('muestra/muestra.valija'),
    pdf: cli.path('muestra/carpeta-de-muestra.pdf'),
    excerpts: { count, exact: count },
    notices: [],
  });
  expect(readdirSync(cli.path('muestra')).sort()).toEqual(['carpeta-de-muestra.pdf', 'muestra.valija']);
  const bytes = readFileSync(cli.path('muestra/carpeta-de-muestra.pdf'));
  expect(bytes.byteLength).toBe(value.byteLength);
  const pdf = await readPdf(bytes);
  expect(pdf.pages.length).toBe(value.pageCount);
  expect(bare(pdf.texts[0] ?? '')).toContain(bare(sample.details.title));
  expect(pdf.info).toMatchObject({ Title: sample.details.title });
  const whole = bare(pdf.texts.join(''));
  const quoted = new Set(sample.parts.flatMap(part => part.blocks.flatMap(block => quoteKeys(block))));
  expect(quoted.size).toBeGreaterThan(10);
  const absent = sample.excerpts.filter(({ key, exact }) => quoted.has(key) && !whole.includes(bare(exact)));
  expect(absent.map(({ key }) => key)).toEqual([]);
  expect(whole).toMatch(/verificaci[oó]n/i);
  const titled = sample.parts.filter(part => !['cover', 'contents'].includes(part.key));
  for (const { title } of titled) if (title) expect(whole).toContain(bare(title));
  await pdf.close();
}, 180_000);

function quoteKeys(block: (typeof sample)['parts'][number]['blocks'][number]): string[] {
  if (block.type === 'point') return block.blocks.flatMap(quoteKeys);
  return block.type === 'quote' ? [block.excerpt] : [];
}
