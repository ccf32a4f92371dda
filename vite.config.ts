import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The window: React, built to plain files that both shells serve. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'renderer'),
  base: '/',
  plugins: [react(), ownLanguagesOnly()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // The page's policy lets nothing inline in but images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
  },
});

/** Leaves out React Aria's words in the thirty-odd languages that the window never speaks: a third of its size. */
function ownLanguagesOnly(): Plugin {
  const foreign =
    /[\\/]react-(?:aria|stately|aria-components)[\\/].*[\\/]intl[\\/].*[\\/](?!es-ES|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;
  return {
    name: 'own-languages-only',
    enforce: 'pre',
    load: id => (foreign.test(id) ? 'export default {};' : null),
  };
}
