import { act } from '../../../electron/core/library/journal.ts';
import { openLibrary } from '../../../electron/core/library/open-library.ts';

/** Writes one action after another, telling the parent after each, until it is killed. */
const { db } = openLibrary(process.argv[2]!, process.argv[3]);
let count = 0;
const write = () => {
  act(db, { name: 'test', targets: ['x'.repeat(500)], at: String(++count) }, () => {});
  process.send?.(count);
  setImmediate(write);
};
write();
