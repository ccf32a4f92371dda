import { parseArgs } from 'node:util';
import { startBrowserShell } from './shell/browser-shell.ts';
import { shellLanguage } from './shell/shell-language.ts';
import { readStartArguments } from './shell/start-arguments.ts';

const args = process.argv.slice(2);
const { values } = parseArgs({
  args,
  strict: false,
  options: { headless: { type: 'boolean' }, 'no-window': { type: 'boolean' } },
});
const language = shellLanguage();

const shell = await startBrowserShell({
  window: values['no-window'] ? 'none' : values.headless ? 'headless' : 'app',
  // For tests in containers: Chromium refuses its sandbox to the superuser, and to nobody else.
  noSandbox: process.getuid?.() === 0 && process.env.VALIJA_NO_SANDBOX === '1',
  library: readStartArguments(args, process.cwd()).library,
});
// Without a window of its own the address is all a user needs.
const hasWindow = shell.windowPid !== null;
const key = hasWindow ? 'shell.running' : values['no-window'] ? 'shell.address' : 'shell.noBrowser';
const { formatMessage } = await import('../shared/i18n/format-message.ts');
console.log(formatMessage(language, key, { url: hasWindow ? shell.origin : shell.entryUrl }));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => shell.close());
await shell.ended;
