/** Exit codes of the command line. */
export const exitCodes = {
  ok: 0,
  /** A fault of the program itself. */
  internal: 1,
  /** Wrong arguments. */
  usage: 2,
  /** What was asked could not be done; the message says why. */
  failed: 3,
  /** Done in part: some files were not imported, some quotes are not exact, damage was found. */
  partial: 4,
  /** Stopped by Ctrl+C. */
  cancelled: 130,
} as const;
