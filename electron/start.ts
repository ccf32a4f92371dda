import { startProgram } from './start/start-program.ts';

process.exitCode = await startProgram(process.argv.slice(2));
