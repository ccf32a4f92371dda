import { z } from 'zod';

/** Every expected failure of a call, by name; the window and the command line translate them («error.<code>»). */
export const errorCodes = [
  'invalidInput',
  'notFound',
  'conflict',
  'noLibrary',
  'libraryInUse',
  'wrongPassword',
  'notALibrary',
  'newerLibrary',
  'libraryDamaged',
  'readOnly',
  'folderMissing',
  'diskFull',
  'fileExists',
  'fileBusy',
  'unreadable',
  'empty',
  'tooLarge',
  'notWhatItSays',
  'encrypted',
  'damaged',
  'unsupported',
  'timeout',
  'outOfMemory',
  'crashed',
  'cancelled',
  'themeUnknown',
  'themeUnreadable',
  'fontsUnreadable',
  'passwordUnusable',
  'styleBroken',
  'styleDependent',
  'quoteNotFound',
  'quoteNotVerified',
  'tokenUnknown',
  'forbidden',
  'coreLost',
  'internal',
] as const;

/** The code of an expected failure. */
export type ErrorCode = (typeof errorCodes)[number];

/** Values a translated message may name: the file, the limit, the holder of a lock. */
export const errorDetailsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** A failure as it crosses the process border: a code to translate, a plain English line for the log, and its values. */
export const callErrorSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  details: errorDetailsSchema,
});

/** See {@link callErrorSchema}. */
export type CallError = z.infer<typeof callErrorSchema>;

/** What every call answers: the value, or an expected failure. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: CallError };

/** An expected failure on its way to becoming a {@link Result}; thrown inside the core, caught at the door. */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly details: CallError['details'];

  constructor(code: ErrorCode, details: CallError['details'] = {}, message: string = code) {
    super(message);
    this.name = 'Failure';
    this.code = code;
    this.details = details;
  }

  /** The failure as plain data for the process border. */
  toCallError(): CallError {
    return { code: this.code, message: this.message, details: this.details };
  }
}
