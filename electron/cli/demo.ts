import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../../shared/contract/result.ts';
import { defaultPreset } from '../../shared/model/output.ts';
import { assembleDossier } from './assemble-dossier.ts';
import { describeError } from './describe.ts';
import { readDossierFile } from './dossier-commands.ts';
import { exitCodes } from './exit-codes.ts';
import { expandFolders } from './expand-folders.ts';
import { reportExport, runExport } from './export-commands.ts';
import type { Session } from './session.ts';

/**
 * The whole job on the sample collection: library, sources, verified excerpts, dossier, PDF. What an earlier
 * demonstration left in the folder is made anew. Succeeds only where every excerpt is verified to the letter.
 */
export async function runDemo(session: Session, folder: string): Promise<number> {
  const { output } = session;
  const library = resolve(folder, 'muestra.valija');
  const pdf = resolve(folder, 'carpeta-de-muestra.pdf');
  mkdirSync(folder, { recursive: true });
  for (const file of [library, pdf]) rmSync(file, { force: true });
  await session.call('library.create', { file: session.grant(library) });
  output.line(session.say('cli.demo.library', { path: library }));
  const sources = await importSample(session);
  output.line(session.say('cli.demo.sources', { count: sources }));
  const dossier = await assembleDossier(
    session,
    readDossierFile(session, join(session.resourcesDir, 'sample', 'dossier.json')),
  );
  const excerpts = await verifyExcerpts(session);
  output.line(session.say('cli.demo.excerpts', excerpts));
  output.line(session.say('cli.demo.dossier', { title: dossier.title, parts: dossier.sections.length }));
  const target = { kind: 'file', path: pdf } as const;
  const result = await runExport(session, { id: dossier.id, preset: defaultPreset, password: null, target });
  const { quotes, files } = result;
  const { pageCount: pages, byteLength, sha256, notices } = files[0]!;
  const code = reportExport(session, result, target);
  output.line(session.say('cli.demo.hint'));
  output.value({
    library,
    pdf,
    sources,
    excerpts,
    quotes,
    pageCount: pages,
    byteLength,
    sha256,
    notices,
  });
  return excerpts.exact === excerpts.count && notices.length === 0 ? code : exitCodes.partial;
}

async function importSample(session: Session): Promise<number> {
  const files = expandFolders([join(session.resourcesDir, 'sample', 'documents')]).map(path =>
    session.grant(path),
  );
  const { outcomes } = await session.runJob('import', () => session.call('sources.import', { files }));
  for (const outcome of outcomes) {
    if (outcome.kind !== 'failed') continue;
    session.output.error(session.say('cli.notImported', { reason: describeError(session, outcome.error) }));
    throw new Failure(outcome.error.code, outcome.error.details, outcome.error.message);
  }
  return outcomes.length;
}

async function verifyExcerpts(session: Session): Promise<{ count: number; exact: number }> {
  const { items } = await session.call('excerpts.list', { limit: 1000 });
  const verified = await session.call('excerpts.verify', { ids: items.map(item => item.id) });
  return { count: items.length, exact: verified.items.filter(item => item.status === 'exact').length };
}
