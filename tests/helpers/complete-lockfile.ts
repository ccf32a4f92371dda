import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * npm leaves a platform's optional package out of the lock file when the registry at hand does not serve it, and `npm ci`
 * then refuses the lock file everywhere. `node tests/helpers/complete-lockfile.ts` writes those entries, without a hash.
 */

interface LockedPackage {
  version?: string;
  dev?: boolean;
  license?: string;
  engines?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  cpu?: string | string[];
  libc?: string | string[];
  os?: string | string[];
  optional?: boolean;
}

/** The packages of a lock file by their folders. */
export type LockedPackages = Record<string, LockedPackage>;

const platform =
  /-(android|darwin|linux|win32)-(x64|arm64|arm|riscv64|ia32|ppc64|s390x)(?:-(musl|gnu|msvc|gnueabihf))?$/;

/** The entries that are missing: optional packages of one platform, asked for by an exact version. */
export function findMissing(packages: LockedPackages): LockedPackages {
  const missing: LockedPackages = {};
  for (const [folder, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(folder === '' ? {} : (parent.optionalDependencies ?? {}))) {
      const [, os, cpu, libc] = platform.exec(name) ?? [];
      if (!os || !cpu || isLocked(packages, folder, name)) continue;
      missing[`node_modules/${name}`] = {
        version,
        cpu: [cpu],
        ...(parent.dev ? { dev: true } : {}),
        ...(os === 'linux' && (libc === 'musl' || libc === 'gnu')
          ? { libc: [libc === 'gnu' ? 'glibc' : libc] }
          : {}),
        license: parent.license,
        optional: true,
        os: [os],
        engines: parent.engines,
      };
    }
  }
  return missing;
}

/** Whether Node would find the package from a folder upwards. */
function isLocked(packages: LockedPackages, folder: string, name: string): boolean {
  for (let place = folder; ; place = place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`]) return true;
    if (place === '') return false;
  }
}

if (process.argv[1] === import.meta.filename) {
  const file = resolve(import.meta.dirname, '../../package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: LockedPackages };
  const all = { ...lock.packages, ...findMissing(lock.packages) };
  const sorted = Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}
