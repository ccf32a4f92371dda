import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type CheckedPdf, checkPdf } from './check-pdf.ts';
import { CONDITIONS, type Condition, HUMAN_CONDITIONS, UNJUDGED_CONDITIONS } from './conditions.ts';
import { runVeraPdf, type VeraPdfResult } from './run-verapdf.ts';

/** `npm run check:pdf -- [--json] [--password PASSWORD] FILE…`: judges each file and ends with 1 when a condition fails. */
const USAGE = 'npm run check:pdf -- [--json] [--password PASSWORD] FILE…';

interface FileResult extends CheckedPdf {
  file: string;
  passed: boolean;
  veraPdf: VeraPdfResult | null;
}

/** Findings of one condition that are printed; the rest are counted. */
const SHOWN = 5;

async function checkFile(file: string, password: string | undefined): Promise<FileResult> {
  const checked = await checkPdf(await readFile(file), { password });
  const veraPdf = password === undefined ? runVeraPdf(file) : null;
  const passed = checked.readable && !checked.findings.length && (veraPdf?.passed ?? true);
  return { file, passed, ...checked, veraPdf };
}

function describeFile({ file, passed, pages, readable, findings, veraPdf }: FileResult): string {
  const failed = new Set(findings.map(each => each.condition));
  const verdict = passed ? 'passes' : `fails ${failed.size} conditions`;
  const lines = [`${file}: ${pages} pages, ${verdict} of ${Object.keys(CONDITIONS).length} tested`];
  if (!readable) lines.push('  It wants a password: only its bytes and its encryption were judged.');
  for (const condition of failed) lines.push(...describeCondition(condition, findings));
  lines.push(veraPdf ? `  veraPDF: ${veraPdf.text}` : '  veraPDF was not run.');
  return lines.join('\n');
}

function describeCondition(condition: Condition, findings: CheckedPdf['findings']): string[] {
  const own = findings.filter(each => each.condition === condition);
  const shown = own.slice(0, SHOWN).map(({ where, what }) => `    ${where}: ${what}`);
  const more = own.length > SHOWN ? [`    and ${own.length - SHOWN} more`] : [];
  return [`  ${condition} ${CONDITIONS[condition]}`, ...shown, ...more];
}

function describeScope(): string {
  return [
    `Tested: ${Object.keys(CONDITIONS).join(', ')}.`,
    `For a person to judge: ${HUMAN_CONDITIONS.join(', ')}.`,
    `Not judged: ${Object.entries(UNJUDGED_CONDITIONS)
      .map(([id, why]) => `${id} (${why})`)
      .join('; ')}.`,
  ].join('\n');
}

const { values, positionals: files } = parseArgs({
  options: { json: { type: 'boolean' }, password: { type: 'string' } },
  allowPositionals: true,
});
if (!files.length) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const results: FileResult[] = [];
  for (const file of files) results.push(await checkFile(file, values.password));
  const scope = { tested: CONDITIONS, human: HUMAN_CONDITIONS, unjudged: UNJUDGED_CONDITIONS };
  const text = values.json
    ? JSON.stringify({ files: results, ...scope }, null, 2)
    : [...results.map(describeFile), describeScope()].join('\n\n');
  process.stdout.write(`${text}\n`);
  process.exitCode = results.every(each => each.passed) ? 0 : 1;
}
