import { appendFileSync } from 'node:fs';
import { z } from 'zod';
import { Failure, type Result } from '../../shared/contract/result.ts';
import { languageSchema } from '../../shared/model/common.ts';
import { type Core, createCore, systemPorts } from './create-core.ts';
import { createFileTokens } from './file-tokens.ts';
import { toCallError } from './map-error.ts';
import { connectParent } from './parent-channel.ts';
import { createRemoteReaders } from './remote-readers.ts';

const configSchema = z.object({
  resourcesDir: z.string(),
  settingsFile: z.string(),
  logFile: z.string(),
  language: languageSchema.optional(),
  workerPath: z.string().optional(),
});

const messageSchema = z.union([
  z.object({ id: z.number(), name: z.string(), input: z.unknown() }),
  z.object({ id: z.number(), grant: z.string() }),
  z.object({ id: z.number(), resolve: z.string() }),
]);

type Message = z.infer<typeof messageSchema>;

/** The core's own configuration: JSON in `VALIJA_CORE_CONFIG`, or as the process's first argument. */
function readConfig(): z.infer<typeof configSchema> {
  return configSchema.parse(JSON.parse(process.env.VALIJA_CORE_CONFIG ?? process.argv[2] ?? '{}'));
}

function start(): void {
  const { logFile, ...config } = readConfig();
  const log = (line: string) => writeLog(logFile, line);
  const parent = connectParent();
  const readers = createRemoteReaders(parent.send);
  const startReader = parent.startsProcesses ? readers.start : undefined;
  const core = createCore({ ...systemPorts, ...config, startReader, files: createFileTokens(), log });
  core.onEvent(event => parent.send({ event }));
  parent.onMessage(async message => {
    if (readers.receive(message)) return;
    const parsed = messageSchema.safeParse(message);
    if (!parsed.success) return log(`not a message: ${parsed.error.message}`);
    parent.send({ id: parsed.data.id, result: await answer(core, parsed.data, log) });
  });
  parent.onEnd(async () => {
    await core.close();
    process.exit(0);
  });
}

async function answer(core: Core, message: Message, log: (line: string) => void): Promise<Result<unknown>> {
  if ('name' in message) return core.call(message.name, message.input);
  try {
    const value = 'grant' in message ? core.files.grant(message.grant) : core.files.resolve(message.resolve);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, error: error instanceof Failure ? error.toCallError() : toCallError(error, '', log) };
  }
}

function writeLog(logFile: string, line: string): void {
  try {
    appendFileSync(logFile, `${new Date().toISOString()} ${line}\n`);
  } catch {
    // A log that cannot be written must not stop the program; standard error is what remains.
    process.stderr.write(`${line}\n`);
  }
}

start();
