import type { Language } from '../../shared/model/common.ts';
import type { StartReader } from './ingest/reader-process.ts';

/**
 * What the core needs from outside, given to it as arguments so that tests can hold time, chance and files still.
 */
export interface CorePorts {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** A new UUIDv7. */
  newId(): string;
  files: FileTokens;
  /** Folder that holds `fonts`, `templates`, `markings` (the project's `resources`). */
  resourcesDir: string;
  /** File of this person's settings and recent libraries (JSON). */
  settingsFile: string;
  /** Language of the window until the user chooses one; Spanish when left out. */
  language?: Language;
  /** Entry of the process that reads documents; the source file beside the core when left out. */
  workerPath?: string;
  /** Starts that process where the core itself may not; see `remote-readers.ts`. */
  startReader?: StartReader;
  /** Where a bug is written down. */
  log(line: string): void;
}

/** Paths by token: the shell grants, the core resolves, the window sees tokens only. */
export interface FileTokens {
  /** A token for an absolute path; the same path gives the same token. */
  grant(path: string): string;
  /** The path of a token; throws `Failure('tokenUnknown')`. */
  resolve(token: string): string;
}
