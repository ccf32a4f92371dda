import type { StaticFile } from './static-files.ts';

const place = 'property="csp-nonce"';

/**
 * Writes the nonce into the page, where React Aria looks for it, and the shell's own scripts before the program's: ahead
 * of the style sheets too, which a script after them would wait for.
 * Other files are given back as they are.
 */
export function preparePage(file: StaticFile, nonce: string, scripts: readonly string[] = []): StaticFile {
  if (!file.mediaType.startsWith('text/html')) return file;
  const html = new TextDecoder().decode(file.bytes);
  const tags = scripts.map(source => `<script src="${source}"></script>`).join('');
  const prepared = html.replace(place, `${place} nonce="${nonce}"`).replace('<head>', `<head>${tags}`);
  return { ...file, bytes: new TextEncoder().encode(prepared) };
}
