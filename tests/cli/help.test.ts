import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { cli as en } from '../../shared/i18n/en/cli.ts';
import { cli as es } from '../../shared/i18n/es/cli.ts';
import { openCli } from './run-cli.ts';

vi.setConfig({ testTimeout: 60_000 });

const catalogues = { es, en };

/** Every command, and the key under which it is described. */
const commands: readonly [args: string[], key: keyof typeof es][] = [
  [['create'], 'cli.create'],
  [['import'], 'cli.import'],
  [['search'], 'cli.search'],
  [['excerpt'], 'cli.excerpt'],
  [['excerpt', 'add'], 'cli.excerpt.add'],
  [['excerpt', 'list'], 'cli.excerpt.list'],
  [['dossier'], 'cli.dossier'],
  [['dossier', 'create'], 'cli.dossier.create'],
  [['dossier', 'list'], 'cli.dossier.list'],
  [['export'], 'cli.export'],
  [['image'], 'cli.image'],
  [['image', 'add'], 'cli.image.add'],
  [['copies'], 'cli.copies'],
  [['copies', 'list'], 'cli.copies.list'],
  [['copies', 'recall'], 'cli.copies.recall'],
  [['copies', 'return'], 'cli.copies.return'],
  [['verify'], 'cli.verify'],
  [['backup'], 'cli.backup'],
  [['demo'], 'cli.demo'],
];

/** A help text as one line, since it is wrapped to the terminal's width. */
const flatten = (text: string) => text.replace(/\s+/g, ' ');

describe.each(['es', 'en'] as const)('help in %s', language => {
  const words = catalogues[language];

  test('the program names every command', async () => {
    const { code, out, err } = await openCli().run(['--help', '--language', language]);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(flatten(out)).toContain(words['cli.description']);
    for (const [[name, second], key] of commands) {
      if (!second) expect(flatten(out)).toMatch(new RegExp(`\\b${name}\\b.*${escapeRegExp(words[key])}`));
    }
  });

  test.each(commands)('%j', async (args, key) => {
    const { code, out, err } = await openCli().run([...args, '--help', '--language', language]);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(flatten(out)).toContain(words[key]);
    expect(out).toContain(words['cli.usage']);
    expect(flatten(out)).toContain(words['cli.option.help']);
    const other = catalogues[language === 'es' ? 'en' : 'es'];
    expect(out).not.toContain(other['cli.usage']);
    expect(out).not.toContain(language === 'es' ? '[options]' : '[opciones]');
  });
});

test('the language may come from the environment, and Spanish is the usual one', async () => {
  const cli = openCli();
  const none = { VALIJA_LANGUAGE: '', LC_ALL: '', LC_MESSAGES: '', LANG: '' };
  expect((await cli.run(['--help'], { VALIJA_LANGUAGE: 'en' })).out).toContain(en['cli.usage']);
  expect((await cli.run(['--help'], { ...none, LANG: 'fr_FR.UTF-8' })).out).toContain(es['cli.usage']);
});

test('the version is the package’s', async () => {
  const { default: project } = await import('../../package.json', { with: { type: 'json' } });
  expect(await openCli().run(['--version'])).toEqual({ code: 0, out: `${project.version}\n`, err: '' });
});

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

test('a reader that stops reading is no fault', async () => {
  const script = `"${process.execPath}" electron/cli.ts --help | head -c 1; echo " \${PIPESTATUS[0]}"`;
  const { stdout, stderr } = await promisify(execFile)('bash', ['-c', script]);
  expect(stdout).toMatch(/^\w 0$/m);
  expect(stderr).toBe('');
});
