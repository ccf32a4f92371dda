import { resolve } from 'node:path';

/** What the program is asked for at its start. */
export interface StartArguments {
  /** Absolute path of a library file to open, if one was named. */
  library: string | null;
}

/** Reads `--library FILE`, `--library=FILE`, or a plain argument that ends in `.valija` (a double click); relative to `folder`. */
export function readStartArguments(args: readonly string[], folder: string): StartArguments {
  const index = args.indexOf('--library');
  const assigned = args.find(argument => argument.startsWith('--library='))?.slice('--library='.length);
  const plain = args.find(
    argument => !argument.startsWith('-') && argument.toLowerCase().endsWith('.valija'),
  );
  const named = (index >= 0 ? args[index + 1] : undefined) ?? assigned ?? plain;
  return { library: named ? resolve(folder, named) : null };
}
