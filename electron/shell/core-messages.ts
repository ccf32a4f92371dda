import type { CallError, Result } from '../../shared/contract/result.ts';
import type { Language } from '../../shared/model/common.ts';

/** What a shell tells the core process: a call, a path to grant, a token to resolve. */
export type ToCore =
  | { id: number; name: string; input: unknown }
  | { id: number; grant: string }
  | { id: number; resolve: string };

/** What the core process tells its shell: the answer to a message, or an event. */
export type FromCore = { id: number; result: Result<unknown> } | { event: unknown };

/** What the core process is told at its start, as JSON in the variable `VALIJA_CORE_CONFIG`. */
export interface CoreConfig {
  /** Folder of fonts, templates and markings. */
  resourcesDir: string;
  /** File of settings and recent libraries. */
  settingsFile: string;
  /** File where bugs are written down. */
  logFile: string;
  /** Language of the window until the user chooses one. */
  language?: Language;
  /** Entry of the process that reads documents; the source file beside the core when left out. */
  workerPath?: string;
}

/** The answer of a call whose core process is gone. */
export const coreLost: { ok: false; error: CallError } = {
  ok: false,
  error: { code: 'coreLost', message: 'the core process ended', details: {} },
};
