import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * The installed Chromium, Chrome or Edge, or what `VALIJA_BROWSER` names; null when there is none.
 */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null {
  if (env.VALIJA_BROWSER) return env.VALIJA_BROWSER;
  return browserCandidates(env, platform).find(isProgram) ?? null;
}

/** Where the browsers usually are on a platform, the one to prefer first. */
export function browserCandidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') return windowsCandidates(env);
  if (platform === 'darwin') return macCandidates();
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const folders = (env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  return names.flatMap(name => folders.map(folder => join(folder, name)));
}

function windowsCandidates(env: NodeJS.ProcessEnv): string[] {
  const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LocalAppData].filter(
    root => root !== undefined,
  );
  const programs = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Chromium\\Application\\chrome.exe',
  ];
  return programs.flatMap(program => roots.map(root => `${root}\\${program}`));
}

function macCandidates(): string[] {
  const programs = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
  const roots = ['/Applications', join(homedir(), 'Applications')];
  return programs.flatMap(name => roots.map(root => `${root}/${name}.app/Contents/MacOS/${name}`));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
