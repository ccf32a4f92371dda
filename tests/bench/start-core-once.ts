import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore, systemPorts } from '../../electron/core/create-core.ts';
import { createFileTokens } from '../../electron/core/file-tokens.ts';

/** A process that starts the core and writes the milliseconds from its own start to its first answer. */
const folder = mkdtempSync(join(tmpdir(), 'valija-bench-'));
const core = createCore({
  ...systemPorts,
  files: createFileTokens(),
  resourcesDir: join(import.meta.dirname, '..', '..', 'resources'),
  settingsFile: join(folder, 'settings.json'),
  log: line => console.error(line),
});
await core.call('library.status', {});
process.stdout.write(String(performance.now()));
await core.close();
rmSync(folder, { recursive: true, force: true });
