import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { shellTargets } from '../../electron/start/build-program.ts';
import { ensureBuilt } from '../../electron/start/ensure-built.ts';

const projectDir = resolve(import.meta.dirname, '../..');

/** What makes a program load something from an absolute address. Names of namespaces and links to follow are not among it. */
const loads = [
  /\b(?:fetch|import|importScripts|EventSource|WebSocket|Worker|SharedWorker|sendBeacon)\s*\(\s*["'`](?:https?:|wss?:|\/\/)/i,
  /\.open\s*\(\s*["'`](?:GET|POST|PUT)["'`]\s*,\s*["'`](?:https?:|\/\/)/i,
  /\bfrom\s*["'](?:https?:|\/\/)/i,
  /<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)\s*=\s*["']?(?:https?:)?\/\//i,
  /\burl\(\s*["']?(?:https?:)?\/\//,
  /@import\s*["'](?:https?:)?\/\//i,
];

/** Node's ways to the network. The loopback server has `node:http`; nobody else needs one. */
const networkModules = /from 'node:(https?|http2|net|tls|dgram|dns)(\/\w+)?'|\bfetch\((?!\{)|new WebSocket\(/;
const allowed: Record<string, RegExp> = {
  'electron/shell/loopback.ts': /from 'node:(http|net)'/g,
  'electron/shell/loopback-call.ts': /from 'node:http'/g,
  'electron/shell/loopback-drop.ts': /from 'node:http'/g,
  'electron/shell/loopback-events.ts': /from 'node:http'/g,
  'electron/shell/loopback-guard.ts': /from 'node:http'/g,
  // pdf.js's own tables, by the address that the build gave them.
  'renderer/features/reader/pdf/binary-data.ts': /\bfetch\(url\)/g,
  'electron/shell/bridge-browser.ts': /\bfetch\('\/drop'/g,
  // Its type lets only «/call» through.
  'electron/shell/fetch-beyond-page.ts': /\bfetch\(\.\.\.args\)/g,
};

function listFiles(folder: string, endings: RegExp): string[] {
  if (!existsSync(join(projectDir, folder))) return [];
  const entries = readdirSync(join(projectDir, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile() && endings.test(entry.name))
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(projectDir.length + 1)
        .replaceAll('\\', '/'),
    );
}

test('the patterns find what they are for', () => {
  const bad = [
    'fetch("https://x.org")',
    "import('//cdn.x.org/a.js')",
    '<script async src="https://x.org/a.js">',
    'a{b:url(//x.org/c)}',
  ];
  for (const text of bad) expect([text, loads.some(pattern => pattern.test(text))]).toEqual([text, true]);
  expect(loads.some(pattern => pattern.test('xmlns="http://www.w3.org/2000/svg"'))).toBe(false);
});

test('no built file loads anything from an absolute address', async () => {
  await ensureBuilt(shellTargets.electron);
  const built = listFiles('dist', /\.(m?js|cjs|html|css)$/);
  expect(built.length).toBeGreaterThan(5);
  const found = built.flatMap(file => {
    const text = readFileSync(join(projectDir, file), 'utf8');
    return loads
      .map(pattern => pattern.exec(text)?.[0])
      .filter(hit => hit !== undefined)
      .map(hit => `${file}: ${hit}`);
  });
  expect(found).toEqual([]);
});

test('no source but the loopback server reaches for the network', () => {
  const sources = ['electron/core', 'electron/cli', 'electron/shell', 'renderer', 'shared'].flatMap(folder =>
    listFiles(folder, /\.tsx?$/),
  );
  expect(sources.length).toBeGreaterThan(50);
  const found = sources.flatMap(file => {
    const text = readFileSync(join(projectDir, file), 'utf8').replace(allowed[file] ?? /$^/, '');
    const hit = networkModules.exec(text)?.[0];
    return hit ? [`${file}: ${hit}`] : [];
  });
  expect(found).toEqual([]);
});
