import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';

/** Runs a built CommonJS file with a `require` of the test's own. */
export function runBundle(file: string, load: (id: string) => unknown): void {
  const names = ['exports', 'require', 'module', '__filename', '__dirname'];
  const run = compileFunction(readFileSync(file, 'utf8'), names, { filename: file });
  const module = { exports: {} };
  run(module.exports, load, module, file, dirname(file));
}

/** A `require` that gives the stand-in for Electron and Node's own modules, and nothing from node_modules. */
export function requireWith(electron: unknown, file: string): (id: string) => unknown {
  const require = createRequire(file);
  return id => {
    if (id === 'electron') return electron;
    if (id.startsWith('node:')) return require(id);
    throw new Error(`the bundle asks for ${id}, which is not in it`);
  };
}
