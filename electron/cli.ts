#!/usr/bin/env node
import { runCommandLine } from './cli/command-line.ts';

// A reader that has seen enough (`valija search … | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});
process.exitCode = await runCommandLine(process.argv.slice(2));
