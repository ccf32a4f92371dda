import { shellTargets } from './build-program.ts';
import { ensureBuilt } from './ensure-built.ts';

const major = Number(process.versions.node.split('.')[0]);
// The native SQLite ends an older Node with a segmentation fault, which tells nobody why.
if (major < 24) {
  console.error(
    `The tests need Node 24 (npm ci puts it into node_modules/.bin); this is ${process.version}.`,
  );
  process.exit(1);
}
await ensureBuilt(shellTargets.electron);
