import type { ImportOutcome, JobResult } from '../../shared/model/job.ts';
import type { Translate } from './i18n.tsx';

/** One sentence on what a job left; empty when there is nothing to tell. */
export function describeJobResult(result: JobResult | null, t: Translate): string {
  if (!result) return '';
  switch (result.kind) {
    case 'import':
      return t('app.result.import', countOutcomes(result.outcomes));
    case 'replace':
      return t('app.result.replace', { exact: result.exact, moved: result.moved, changed: result.changed });
    case 'export':
      return describeExport(result, t);
    case 'verify':
      return t('app.result.verify', { damage: result.damage.length, ...result.quotes });
    case 'backup':
      return t('app.result.backup', { file: result.fileName });
  }
}

function describeExport(result: Extract<JobResult, { kind: 'export' }>, t: Translate): string {
  const { files, quotes } = result;
  const [first] = files;
  if (files.length !== 1 || !first) return t('app.result.exports', { count: files.length, ...quotes });
  return t('app.result.export', { file: first.fileName, pages: first.pageCount ?? 0, ...quotes });
}

/** How many files of an import came in, were there already, or failed. */
export function countOutcomes(outcomes: readonly ImportOutcome[]): {
  imported: number;
  duplicate: number;
  failed: number;
} {
  const count = (kind: ImportOutcome['kind']) => outcomes.filter(outcome => outcome.kind === kind).length;
  return { imported: count('imported'), duplicate: count('duplicate'), failed: count('failed') };
}
