import { openLibrary } from '../../../electron/core/library/open-library.ts';

/** Holds a library open until it is killed. */
openLibrary(process.argv[2]!);
process.send?.('open');
setInterval(() => {}, 1000);
