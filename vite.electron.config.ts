import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

interface Bundle {
  entry: string;
  fileName: string;
  format: 'cjs' | 'es' | 'iife';
  /** Whether the packages of node_modules are written into the bundle too. */
  whole: boolean;
}

/**
 * The program's own processes, one bundle each, named by `--mode`. The main process, the sandboxed preload and the browser's
 * bridge are one file each; core and worker find their packages (native SQLite, pdf.js, HarfBuzz) in node_modules at run time.
 */
const bundles: Record<string, Bundle> = {
  main: { entry: 'electron/main.ts', fileName: 'main.cjs', format: 'cjs', whole: true },
  preload: { entry: 'electron/preload.ts', fileName: 'preload.cjs', format: 'cjs', whole: true },
  core: { entry: 'electron/core/entry.ts', fileName: 'core.mjs', format: 'es', whole: false },
  worker: { entry: 'electron/core/ingest/worker.ts', fileName: 'worker.mjs', format: 'es', whole: false },
  bridge: {
    entry: 'electron/shell/bridge-browser.ts',
    fileName: 'bridge-browser.js',
    format: 'iife',
    whole: true,
  },
};

export default defineConfig(({ mode }) => {
  const bundle = bundles[mode];
  if (!bundle) throw new Error(`--mode must be one of: ${Object.keys(bundles).join(', ')}`);
  return {
    root: import.meta.dirname,
    publicDir: false,
    define: bundle.format === 'cjs' ? { 'import.meta.dirname': '__dirname' } : {},
    resolve: {
      conditions: bundle.format === 'iife' ? ['browser', 'module', 'import'] : ['node', 'module', 'import'],
    },
    build: {
      outDir: resolve(import.meta.dirname, 'dist/electron'),
      emptyOutDir: false,
      target: bundle.format === 'iife' ? 'chrome140' : 'node24',
      minify: bundle.format === 'iife' || mode === 'preload',
      sourcemap: false,
      lib: {
        entry: resolve(import.meta.dirname, bundle.entry),
        formats: [bundle.format],
        name: 'valija',
        fileName: () => bundle.fileName,
      },
      rolldownOptions: {
        external: bundle.whole ? isPlatform : isExternal,
        // What is loaded later keeps its name, so that a new build replaces it.
        output: { chunkFileNames: `${mode}-[name].mjs` },
      },
    },
  };
});

function isPlatform(id: string): boolean {
  return id === 'electron' || id.startsWith('node:') || builtinModules.includes(id);
}

function isExternal(id: string): boolean {
  if (isPlatform(id)) return true;
  return !id.startsWith('.') && !id.startsWith('/') && !/^[a-zA-Z]:/.test(id);
}
