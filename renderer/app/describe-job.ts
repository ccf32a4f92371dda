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
      return result.files
        .map(({ fileName, pageCount }) =>
          t('app.result.export', { file: fileName, pages: pageCount ?? 0, ...result.quotes }),
        )
        .join(' ');
    case 'verify':
      return t('app.result.verify', { damage: result.damage.length, ...result.quotes });
    case 'backup':
      return t('app.result.backup', { file: result.fileName });
  }
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
