import { spawnSync } from 'node:child_process';

/** What veraPDF says of a file, or null when it is not on the machine. */
export interface VeraPdfResult {
  passed: boolean;
  text: string;
}

const TIME_LIMIT_MS = 300_000;

/** Runs veraPDF for PDF/UA-1 and for the PDF/A flavour that the file declares. */
export function runVeraPdf(path: string): VeraPdfResult | null {
  const results = [['--flavour', 'ua1'], []].map(flavour =>
    spawnSync('verapdf', [...flavour, '--format', 'text', path], {
      encoding: 'utf8',
      timeout: TIME_LIMIT_MS,
    }),
  );
  if (results.some(each => (each.error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT')) return null;
  return {
    passed: results.every(each => each.status === 0 && each.stdout.startsWith('PASS')),
    text: results.map(each => `${each.stdout}${each.stderr}`.trim()).join('\n'),
  };
}
