import { openLibrary } from '../../../electron/core/library/open-library.ts';

/** Holds a library open until it is killed. */
const { db } = openLibrary(process.argv[2]!);
process.send?.('open');
// A connection that nothing refers to any more is collected, and with it its lock.
setInterval(() => db.open, 1000);
