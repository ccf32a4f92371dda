import { resolve } from 'node:path';

/** The folder of the project's sources. */
export const projectDir = resolve(import.meta.dirname, '../..');
