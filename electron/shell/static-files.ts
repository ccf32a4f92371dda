import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** A file of the window, ready to be answered. */
export interface StaticFile {
  bytes: Uint8Array;
  mediaType: string;
}

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Reads a file of the window by the path of its address; null when there is none, or when the path would leave the folder.
 * A path without an ending is a place inside the program and gives the page itself.
 */
export async function readStaticFile(root: string, urlPath: string): Promise<StaticFile | null> {
  const relative = safePath(urlPath);
  if (relative === null) return null;
  const name = extname(relative) === '' ? 'index.html' : relative;
  try {
    const base = await realpath(root);
    const file = await realpath(join(base, name));
    if (!file.startsWith(base + sep)) return null;
    const mediaType = mediaTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';
    return { bytes: await readFile(file), mediaType };
  } catch {
    return null;
  }
}

/** The path inside the folder, or null for one with «..», a backslash, a colon or a NUL, plain or percent-encoded. */
function safePath(urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (/[\\:\0]/.test(path)) return null;
  const parts = path.split('/').filter(part => part !== '');
  if (parts.some(part => part.startsWith('.'))) return null;
  return parts.join('/');
}
