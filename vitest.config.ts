import { defineConfig } from 'vitest/config';

/** Everything but the journeys in Chromium runs in two processes; the journeys run one after another. */
export default defineConfig({
  test: {
    pool: 'forks',
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/e2e/**'] },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          // A real browser on a loaded machine may be late once; the report names every test that was tried again.
          retry: 1,
        },
      },
    ],
  },
});
