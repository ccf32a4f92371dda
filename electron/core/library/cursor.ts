import { Failure } from '../../../shared/contract/result.ts';

/** Where a list goes on: the sort values of its last row. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The sort values in a cursor; throws `invalidInput` unless there are as many as `kinds` and each is of its kind. */
export function decodeCursor(cursor: string, kinds: readonly ('string' | 'number')[]): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === kinds.length &&
      values.every((v, i) => typeof v === kinds[i])
    ) {
      return values;
    }
  } catch {
    // Falls through: not a cursor of ours.
  }
  throw new Failure('invalidInput', {}, 'not a cursor');
}
