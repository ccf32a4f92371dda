import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { v7 } from 'uuid';
import { Failure } from '../../shared/contract/result.ts';
import { formatMessage } from '../../shared/i18n/format-message.ts';
import type { Language } from '../../shared/model/common.ts';
import { createFileTokens } from '../core/file-tokens.ts';
import { describeError } from './describe.ts';
import { exitCodes } from './exit-codes.ts';
import { Output } from './output.ts';
import { settingsDir } from './paths.ts';
import { buildProgram, describeUsageError } from './program.ts';
import { createRun } from './run.ts';
import { Session, UnfinishedExport } from './session.ts';

/** Runs one command and gives its exit code ({@link exitCodes}). */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const language = readLanguage(args);
  const output = new Output(args.includes('--json'));
  if (Number(process.versions.node.split('.')[0]) < 22) {
    output.error(formatMessage(language, 'cli.nodeTooOld', { version: process.version }));
    return exitCodes.internal;
  }
  let code: number = exitCodes.ok;
  const run = createRun(async work => {
    code = await runSession(new Session(createPorts(output), output, language), work);
  });
  try {
    await buildProgram(language, readVersion(), run).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const text = describeUsageError(error, language);
    if (text) output.error(text);
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
}

async function runSession(session: Session, work: (session: Session) => Promise<number>): Promise<number> {
  try {
    return await work(session);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return reportFailure(session, error);
  } finally {
    await session.core.close();
  }
}

function reportFailure(session: Session, failure: Failure): number {
  const { spoken } = failure.details;
  const what = typeof spoken === 'string' ? spoken : describeError(session, failure.toCallError());
  session.output.error(session.say('cli.problem', { what }));
  const written = failure instanceof UnfinishedExport ? failure.written : [];
  for (const file of written) session.output.error(session.say('cli.writtenBefore', { file }));
  session.output.value({ error: failure.toCallError(), ...(written.length > 0 && { written }) });
  if (failure.code === 'cancelled') return exitCodes.cancelled;
  return failure.code === 'internal' ? exitCodes.internal : exitCodes.failed;
}

/** `--language`, else VALIJA_LANGUAGE, else the system's language; Spanish unless English is asked for. */
function readLanguage(args: readonly string[]): Language {
  const index = args.indexOf('--language');
  const given = index >= 0 ? args[index + 1] : args.find(arg => arg.startsWith('--language='))?.slice(11);
  const { VALIJA_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^en/i.test(given ?? VALIJA_LANGUAGE ?? LC_ALL ?? LC_MESSAGES ?? LANG ?? 'es') ? 'en' : 'es';
}

function readVersion(): string {
  const file = join(import.meta.dirname, '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}

function createPorts(output: Output) {
  return {
    now: Date.now,
    newId: () => v7(),
    files: createFileTokens(),
    resourcesDir: join(import.meta.dirname, '..', '..', 'resources'),
    settingsFile: join(settingsDir(), 'settings.json'),
    log: (line: string) => output.error(line),
  };
}
