import { expect, test } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };
import { findMissing, type LockedPackages } from '../helpers/complete-lockfile.ts';

test('the lock file names the packages of every platform, so that npm ci takes it', () => {
  const packages = lock.packages as LockedPackages;
  // To mend: node tests/helpers/complete-lockfile.ts
  expect(Object.keys(findMissing(packages))).toEqual([]);
  const { 'node_modules/@biomejs/cli-win32-x64': _left, ...without } = packages;
  expect(Object.keys(findMissing(without))).toEqual(['node_modules/@biomejs/cli-win32-x64']);
});
