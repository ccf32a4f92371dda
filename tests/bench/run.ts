import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureExport } from './bench-export.ts';
import { measureImport } from './bench-import.ts';
import { measurePreview } from './bench-preview.ts';
import { measureSearch } from './bench-search.ts';
import { measureStart } from './bench-start.ts';
import { measureWindow } from './bench-window.ts';
import { describeMachine } from './describe-machine.ts';
import { type Benchmark, type Summary, summarise } from './measurement.ts';
import { formatTable } from './print-table.ts';

const benchmarks: readonly Benchmark[] = [
  { name: 'import', measure: measureImport },
  { name: 'search', measure: measureSearch },
  { name: 'export', measure: measureExport },
  { name: 'preview', measure: measurePreview },
  { name: 'window', measure: measureWindow },
  { name: 'start', measure: measureStart },
];

const { values } = parseArgs({
  options: { only: { type: 'string' }, output: { type: 'string' }, help: { type: 'boolean' } },
});
const names = values.only?.split(',') ?? benchmarks.map(benchmark => benchmark.name);
const unknown = names.filter(name => !benchmarks.some(benchmark => benchmark.name === name));

if (values.help) {
  const known = benchmarks.map(benchmark => benchmark.name).join(',');
  console.log(`npm run bench -- [--only ${known}] [--output bench.json]`);
} else if (unknown.length > 0) {
  console.error(
    `no such benchmark: ${unknown.join(', ')}; there are ${benchmarks.map(b => b.name).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  process.exitCode = await runBenchmarks(benchmarks.filter(benchmark => names.includes(benchmark.name)));
}

/** Measures, prints and writes down; gives 1 where a benchmark broke, whatever the figures are. */
async function runBenchmarks(chosen: readonly Benchmark[]): Promise<number> {
  const machine = describeMachine();
  const summaries: Summary[] = [];
  const broken: { name: string; error: string }[] = [];
  for (const { name, measure } of chosen) {
    const tell = (line: string) => console.error(`${name}: ${line}`);
    try {
      summaries.push(...(await measure(tell)).map(summarise));
    } catch (error) {
      broken.push({ name, error: String(error) });
      console.error(`${name}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  console.log(formatTable(machine, summaries));
  for (const { name, error } of broken) console.log(`${name}: could not be measured: ${error}`);
  const file = values.output ?? join(import.meta.dirname, '..', '..', 'output', 'bench.json');
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ machine, measurements: summaries, broken }, null, 2)}\n`);
  console.log(`\n${file}`);
  return broken.length > 0 ? 1 : 0;
}
