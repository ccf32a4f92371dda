import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const documentEnding = /\.(pdf|docx|html?|xhtml|txt|md|markdown)$/i;

/** Every document of a folder and its folders; a path that is not a folder stands for itself. */
export function expandFolders(paths: readonly string[]): string[] {
  return paths.flatMap(path => {
    if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
    return names.filter(name => documentEnding.test(name)).map(name => join(path, name));
  });
}
