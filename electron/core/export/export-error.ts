/** Why an export gave no file: stopped by the user, a font or the theme could not be read, or the password has characters that none may have. */
export type ExportErrorCode =
  | 'cancelled'
  | 'fontsUnreadable'
  | 'themeUnknown'
  | 'themeUnreadable'
  | 'passwordUnusable';

/** An expected failure of an export; handlers turn it into a result. */
export class ExportError extends Error {
  readonly code: ExportErrorCode;

  constructor(code: ExportErrorCode, cause?: unknown) {
    const reason = cause instanceof Error ? `: ${cause.message}` : '';
    super(`Export failed: ${code}${reason}`, { cause });
    this.name = 'ExportError';
    this.code = code;
  }
}
