import { startBrowserShell } from '../../electron/shell/browser-shell.ts';

/** A process that starts the browser shell without a window and writes the address that a window would open. */
const shell = await startBrowserShell({ window: 'none', dataDir: process.argv[2] });
process.stdout.write(`${shell.entryUrl}\n`);
process.once('SIGTERM', () => void shell.close());
await shell.ended;
