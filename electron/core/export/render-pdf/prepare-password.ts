import saslprep from '@mongodb-js/saslprep';
import { ExportError } from '../export-error.ts';

/** Readers take no more of a password (ISO 32000-2, 7.6.4.3.3). */
const LONGEST_PASSWORD = 127;

/**
 * The bytes that stand for a password in a file (ISO 32000-2, 7.6.4.3.2): SASLprep (RFC 4013), so that it does not matter how a
 * keyboard writes an accent, then UTF-8, of which the first 127 bytes count. Throws ExportError `passwordUnusable` for characters
 * that SASLprep forbids (controls, unpaired surrogates, private use, mixed directions), or when nothing is left.
 */
export function preparePassword(password: string): Buffer {
  let prepared: string;
  try {
    prepared = saslprep(password, { allowUnassigned: true });
  } catch (cause) {
    throw new ExportError('passwordUnusable', cause);
  }
  if (!prepared.isWellFormed() || !prepared) throw new ExportError('passwordUnusable');
  return Buffer.from(prepared, 'utf8').subarray(0, LONGEST_PASSWORD);
}
