import type { CallError } from '../../shared/contract/result.ts';
import { describeError as describe } from '../../shared/i18n/describe-error.ts';
import type { Session } from './session.ts';

/** A failure in the reader's words. */
export function describeError(session: Session, error: CallError): string {
  return describe(error, (key, values) => session.say(key, values));
}

/** A file's size for people, in decimal units (1 MB = 1,000,000 bytes). */
export function describeSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
