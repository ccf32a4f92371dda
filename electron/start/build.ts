import { buildTarget, shellTargets } from './build-program.ts';

for (const target of shellTargets.electron) await buildTarget(target);
