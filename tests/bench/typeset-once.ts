import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/**
 * A process that typesets one document with Typst's compiler for Node: `typeset-once.ts PACKAGE MAIN.typ OUT.pdf FONTS WARM`.
 * Writes its times in milliseconds as JSON; the first counts from the start of the process. Warm runs change the document, as an
 * editor would, since Typst remembers what it has seen.
 */
interface Compiler {
  pdf(
    options: { mainFilePath: string; inputs?: Record<string, string> },
    standard: { pdfStandard: string },
  ): Buffer;
  evictCache(age: number): void;
}

const [home = '', main = '', out = '', fonts = '', warm = '0'] = process.argv.slice(2);
const { NodeCompiler } = createRequire(`${home}/`)('@myriaddreamin/typst-ts-node-compiler') as {
  NodeCompiler: { create(options: object): Compiler };
};
const compiler = NodeCompiler.create({ workspace: dirname(main), fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(out, compiler.pdf({ mainFilePath: main }, { pdfStandard: 'ua-1' }));
const coldMs = performance.now();
const warmMs: number[] = [];
for (let run = 0; run < Number(warm); run++) {
  compiler.evictCache(0);
  const start = performance.now();
  compiler.pdf({ mainFilePath: main }, { pdfStandard: 'ua-1' });
  warmMs.push(performance.now() - start);
}
process.stdout.write(JSON.stringify({ coldMs, warmMs, peakMb: process.resourceUsage().maxRSS / 1024 }));
