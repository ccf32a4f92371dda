import { startBrowserShell } from '../../electron/shell/browser-shell.ts';
import { testChromiumFlags } from '../helpers/chromium.ts';

/** A process that starts the browser shell with an unseen window whose DevTools listen on a port, and says when it is up. */
const [folder, program, port] = process.argv.slice(2);
const shell = await startBrowserShell({
  window: 'headless',
  dataDir: folder,
  browserPath: program,
  browserFlags: [...testChromiumFlags, `--remote-debugging-port=${port}`],
});
process.stdout.write(`${shell.origin}\n`);
process.once('SIGTERM', () => void shell.close());
await shell.ended;
