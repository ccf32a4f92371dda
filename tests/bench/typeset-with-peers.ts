import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { time } from './measurement.ts';
import type { PrintFigures } from './print-with-chromium.ts';

const execute = promisify(execFile);
const TYPST = '@myriaddreamin/typst-ts-node-compiler';
/** Where a peer that is no dependency of the program may be installed. */
const peers = join(import.meta.dirname, '..', '..', 'output', 'peers');
const fonts = join(import.meta.dirname, '..', '..', 'resources', 'fonts');
const WARM_RUNS = 2;

/** Typesets with Typst's compiler for Node to PDF/UA-1; null, and how to get it, where it is not at hand. */
export async function typesetWithTypst(
  source: string,
  folder: string,
  tell: (line: string) => void,
): Promise<PrintFigures | null> {
  try {
    createRequire(`${peers}/`).resolve(TYPST);
  } catch {
    tell(`not at hand: npm install --prefix output/peers ${TYPST}`);
    return null;
  }
  const [main, pdf] = [join(folder, 'dossier.typ'), join(folder, 'typst.pdf')];
  writeFileSync(main, source);
  const program = join(import.meta.dirname, 'typeset-once.ts');
  const run = [program, peers, main, pdf, fonts, String(WARM_RUNS)];
  const { stdout } = await execute(process.execPath, run, { maxBuffer: 1e8 });
  const { coldMs, warmMs, peakMb } = JSON.parse(stdout) as {
    coldMs: number;
    warmMs: number[];
    peakMb: number;
  };
  const pages = await countPages(pdf);
  const speed = (ms: number) => (pages / ms) * 1000;
  return { cold: [speed(coldMs)], warm: warmMs.map(speed), peakMb: [peakMb], ...sizeOf(pdf), pages };
}

/** Prints a web page with WeasyPrint as it stands in the system; null where it is not at hand. It has no warm state. */
export async function printWithWeasyPrint(
  html: string,
  folder: string,
  tell: (line: string) => void,
): Promise<PrintFigures | null> {
  const python = await findInterpreter();
  if (!python) {
    tell('not at hand: install the system’s package weasyprint');
    return null;
  }
  const [page, pdf] = [join(folder, 'dossier.html'), join(folder, 'weasyprint.pdf')];
  writeFileSync(page, html);
  const script = `import resource, sys
from weasyprint import HTML
HTML(sys.argv[1]).write_pdf(sys.argv[2])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)`;
  const run = await time(() => execute(python, ['-c', script, page, pdf], { maxBuffer: 1e8 }));
  const pages = await countPages(pdf);
  return {
    cold: [(pages / run.ms) * 1000],
    warm: [],
    peakMb: [Number(run.value.stdout.trim())],
    ...sizeOf(pdf),
    pages,
  };
}

/** The interpreter that WeasyPrint's own script names: another Python may not have its modules. */
async function findInterpreter(): Promise<string> {
  const script = `sed -n '1s/^#!//p' "$(command -v weasyprint)"`;
  const { stdout } = await execute('sh', ['-c', script]).catch(() => ({ stdout: '' }));
  return stdout.trim();
}

function sizeOf(file: string): { fileMb: number } {
  return { fileMb: readFileSync(file).byteLength / 1e6 };
}

async function countPages(file: string): Promise<number> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const { numPages } = await task.promise;
  await task.destroy();
  return numPages;
}
