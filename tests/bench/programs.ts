import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Whether a program is on this machine: it runs and says its version. */
export async function hasProgram(name: string, versionArgument: string): Promise<boolean> {
  try {
    await execute(name, [versionArgument]);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** Runs a program to its end, what it writes is thrown away; rejects where it fails. */
export async function runProgram(name: string, args: readonly string[]): Promise<void> {
  await execute(name, [...args], { maxBuffer: 2 ** 28 });
}
