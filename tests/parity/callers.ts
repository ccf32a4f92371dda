import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { decode, encode } from '@msgpack/msgpack';
import { createCore, systemPorts } from '../../electron/core/create-core.ts';
import { createFileTokens } from '../../electron/core/file-tokens.ts';
import { startBrowserShell } from '../../electron/shell/browser-shell.ts';
import { ensureBuilt } from '../../electron/start/ensure-built.ts';
import { runElectron } from '../helpers/run-electron.ts';

const projectDir = resolve(import.meta.dirname, '../..');

/** One way to the core: a call in, its Result out, as the window of that shell would see it. */
export interface ParityCaller {
  name: string;
  call(name: string, input: unknown): Promise<unknown>;
  /** A token for a path, given as this shell gives it. */
  grant(path: string): Promise<string>;
  close(): Promise<void>;
}

/** The core itself, in this process. */
export async function callCore(): Promise<ParityCaller> {
  const folder = mkdtempSync(join(tmpdir(), 'valija-parity-core-'));
  const core = createCore(
    {
      ...systemPorts,
      files: createFileTokens(),
      resourcesDir: join(projectDir, 'resources'),
      settingsFile: join(folder, 'settings.json'),
      log: line => console.error(line),
    },
    { checkOutputs: true },
  );
  return {
    name: 'core',
    call: (name, input) => core.call(name, input),
    grant: async path => core.files.grant(path),
    close: async () => {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The browser shell, asked over its loopback server as the bridge asks it. */
export async function callLoopback(): Promise<ParityCaller> {
  await ensureBuilt(['bridge']);
  const folder = mkdtempSync(join(tmpdir(), 'valija-parity-loopback-'));
  const shell = await startBrowserShell({ window: 'none', dataDir: folder, language: 'es' });
  const entry = await fetch(shell.entryUrl, { redirect: 'manual' });
  const cookie = entry.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    name: 'loopback',
    call: async (name, input) => {
      const body = encode({ name, input }, { ignoreUndefined: true });
      return decode(await post(`${shell.origin}/call`, { cookie, origin: shell.origin }, body));
    },
    grant: path => shell.core.grant(path),
    close: async () => {
      await shell.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Electron's way: the built preload and main process on the stand-in, the core in a process of its own. */
export async function callElectron(): Promise<ParityCaller> {
  const electron = await runElectron();
  return {
    name: 'electron',
    call: (name, input) => electron.bridge().call(name, input),
    grant: async path => {
      electron.dialogs.answerOpen = { canceled: false, filePaths: [path] };
      const answer = await electron.bridge().call('shell.chooseOpen', { purpose: 'documents' });
      const [file] = (answer as { value: { files: { file: string }[] } }).value.files;
      return file?.file ?? '';
    },
    close: electron.close,
  };
}

/** Node's fetch refuses to send Origin and Cookie, so that a request is made by hand. */
function post(url: string, headers: Record<string, string>, body: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers }, response => {
      const pieces: Buffer[] = [];
      response.on('data', piece => pieces.push(piece));
      response.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))));
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
