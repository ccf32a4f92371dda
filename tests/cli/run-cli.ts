import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const program = resolve(import.meta.dirname, '../../electron/cli.ts');

/** How a run of the command line ended. */
export interface CliRun {
  code: number;
  out: string;
  err: string;
}

/** The command line in a private folder that is removed with the test. */
export interface Cli {
  folder: string;
  path(name: string): string;
  /** Runs one command in the folder, in Spanish unless the arguments or `env` say otherwise. */
  run(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<CliRun>;
  /** Runs one command with `--json`; gives its exit code and the parsed value. */
  json(args: readonly string[]): Promise<{ code: number; value: Record<string, unknown> }>;
}

/** Makes a private folder for the command line. */
export function openCli(): Cli {
  const folder = mkdtempSync(join(tmpdir(), 'valija-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const run: Cli['run'] = (args, env) => runCli(args, folder, env);
  return {
    folder,
    path: name => join(folder, name),
    run,
    async json(args) {
      const { code, out, err } = await run([...args, '--json']);
      if (out === '') throw new Error(`no JSON, exit ${code}: ${err}`);
      return { code, value: JSON.parse(out) as Record<string, unknown> };
    },
  };
}

/** Runs one command in a folder, where its settings lie too; in Spanish unless the arguments or `env` say otherwise. */
export function runCli(
  args: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv = {},
): Promise<CliRun> {
  const own = { VALIJA_HOME: join(folder, 'ajustes'), VALIJA_LANGUAGE: 'es', ...env };
  return new Promise((settle, reject) => {
    const options = { cwd: folder, env: { ...process.env, ...own }, maxBuffer: 2 ** 26 };
    execFile(process.execPath, [program, ...args], options, (error, out, err) => {
      const code = error ? error.code : 0;
      if (typeof code === 'number') settle({ code, out, err });
      else reject(error);
    });
  });
}
