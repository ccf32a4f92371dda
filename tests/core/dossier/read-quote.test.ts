import { expect, test } from 'vitest';
import { readQuotesOf, rememberQuotesOf } from '../../../electron/core/dossier/read-quote.ts';
import type { Db } from '../../../electron/core/library/library.ts';
import { closeDatabase, openDatabase } from '../../../electron/core/library/open-database.ts';
import { run } from '../../../electron/core/library/statement.ts';
import { excerptOf, importText } from '../../helpers/library-builders.ts';
import { openCoreWithLibrary } from '../../helpers/open-core.ts';

test('a remembered quote is the quote as it stands, whoever writes to the library', async () => {
  const t = await openCoreWithLibrary();
  const source = await importText(t, 'nota.txt', 'Las partes acuerdan cooperar en la frontera.');
  const { id } = await excerptOf(t, source, 'acuerdan cooperar');
  await t.core.close();
  const open = () => openDatabase(t.path('biblioteca.valija'), { create: false });
  const [db, other] = [open(), open()];
  const expectStatus = (status: string) => {
    const quote = rememberQuotesOf(db)(id);
    expect(quote?.status).toBe(status);
    expect(quote).toEqual(readQuotesOf(db)(id));
  };
  const rewrite = (by: Db, from: string, to: string) =>
    run(by, 'UPDATE page SET text = replace(text, ?, ?)', from, to);
  expectStatus('exact');
  expect(rememberQuotesOf(db)(id)).toBe(rememberQuotesOf(db)(id));
  rewrite(db, 'acuerdan', 'discuten');
  expectStatus('changed');
  rewrite(other, 'discuten', 'acuerdan');
  expectStatus('exact');
  run(other, 'DELETE FROM excerpt WHERE id = ?', id);
  expect(rememberQuotesOf(db)(id)).toBeNull();
  for (const each of [db, other]) closeDatabase(each);
});
