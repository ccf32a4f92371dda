import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { v7 } from 'uuid';
import { runDemo } from '../../../electron/cli/demo.ts';
import { Output } from '../../../electron/cli/output.ts';
import { Session } from '../../../electron/cli/session.ts';
import { createFileTokens } from '../../../electron/core/file-tokens.ts';

/** Makes the demonstration's library in a folder and gives its path; throws where any quote is not verified. */
export async function makeDemoLibrary(folder: string): Promise<string> {
  const output = new Output(true);
  output.value = () => undefined;
  const ports = {
    now: Date.now,
    newId: () => v7(),
    files: createFileTokens(),
    resourcesDir: resolve(import.meta.dirname, '../../../resources'),
    settingsFile: join(folder, 'settings.json'),
    log: (line: string) => output.error(line),
  };
  const session = new Session(ports, output, 'es');
  try {
    if ((await runDemo(session, folder)) !== 0) throw new Error('the demonstration is not whole');
  } finally {
    await session.core.close();
  }
  await rm(ports.settingsFile, { force: true });
  return join(folder, 'muestra.valija');
}
