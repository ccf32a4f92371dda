/** Why an export gave no file: stopped by the user, or the fonts could not be read. */
export type ExportErrorCode = 'cancelled' | 'fontsUnreadable';

/** An expected failure of an export; handlers turn it into a result. */
export class ExportError extends Error {
  readonly code: ExportErrorCode;

  constructor(code: ExportErrorCode, cause?: unknown) {
    super(`Export failed: ${code}`, { cause });
    this.name = 'ExportError';
    this.code = code;
  }
}
