import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../shared/contract/result.ts';
import type { Dossier } from '../../shared/model/dossier.ts';
import { assembleDossier, type OpenDossierFile } from './assemble-dossier.ts';
import { dossierFileSchema } from './dossier-file.ts';
import { exitCodes } from './exit-codes.ts';
import type { Session } from './session.ts';
import { findStyle } from './style-commands.ts';

/** The dossier to create: from a template, or from a file. */
export interface DossierOptions {
  template: string;
  title?: string;
  from?: string;
  style?: string;
}

/** Reads and checks a dossier file; throws `invalidInput` saying where it is wrong. */
export function readDossierFile(session: Session, path: string): OpenDossierFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw badJson(session, path, error.message);
    throw new Failure('unreadable', { file: basename(path) });
  }
  const { localeError: error } = z.locales[session.language]();
  const parsed = dossierFileSchema.safeParse(json, { error });
  if (parsed.success) return { file: parsed.data, path };
  const issue = parsed.error.issues[0];
  throw badFile(session, path, issue?.path.join('.') ?? '', issue?.message ?? '');
}

/** Of V8's English message only the place is told. */
function badJson(session: Session, path: string, message: string): Failure {
  const [, line = 'none', column = ''] = /line (\d+) column (\d+)/.exec(message) ?? [];
  return new Failure('invalidInput', {
    spoken: session.say('cli.badJson', { file: basename(path), line, column }),
  });
}

function badFile(session: Session, path: string, where: string, why: string): Failure {
  return new Failure('invalidInput', {
    spoken: session.say('cli.badFile', { file: basename(path), where, why }),
  });
}

/** Creates a dossier. */
export async function createDossier(session: Session, options: DossierOptions): Promise<number> {
  const citationStyleId = options.style ? await findStyle(session, options.style) : null;
  const created = options.from
    ? await assembleDossier(session, readDossierFile(session, options.from))
    : await session.call('dossiers.create', {
        templateId: options.template,
        language: session.language,
        details: { title: options.title ?? options.template },
      });
  const dossier = citationStyleId ? await setStyle(session, created, citationStyleId) : created;
  const { title, id } = dossier;
  session.output.line(session.say('cli.dossierCreated', { title, id, parts: dossier.sections.length }));
  session.output.value(dossier);
  return exitCodes.ok;
}

async function setStyle(session: Session, dossier: Dossier, citationStyleId: string): Promise<Dossier> {
  const { id, sections } = dossier;
  return { ...(await session.call('dossiers.update', { id, changes: { citationStyleId } })), sections };
}

/** Lists the dossiers. */
export async function listDossiers(session: Session): Promise<number> {
  const { items } = await session.call('dossiers.list', {});
  for (const item of items) session.output.line(`${item.title}  ${item.id}`);
  if (items.length === 0) session.output.line(session.say('cli.noDossiers'));
  session.output.value({ items });
  return exitCodes.ok;
}
