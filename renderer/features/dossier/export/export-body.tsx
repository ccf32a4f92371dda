import { CircleCheck, CircleX } from 'lucide-react';
import { describeFailure, useMessages } from '../../../app/i18n.tsx';
import { ProgressBar } from '../../../components/progress-bar.tsx';
import { StatusBadge } from '../../../components/status-badge.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import styles from './export.module.css';
import { ExportProgress } from './export-progress.tsx';
import { ExportedFiles } from './exported-files.tsx';
import type { ExportResult, ExportStep, NotExact } from './use-export.ts';

/** What the export window says once it has been asked, by its step. */
export function ExportBody({ state }: { state: ExportStep }) {
  const { t } = useMessages();
  switch (state.step) {
    case 'checking':
      return <ProgressBar label={t('dossier.export.checking')} done={0} total={0} />;
    case 'notExact':
      return <NotExactList items={state.notExact} />;
    case 'running':
      return <ExportProgress job={state.job} />;
    case 'done':
      return <Outcome result={state.result} />;
    case 'cancelled':
      return (
        <>
          <p role="status">{t('outputs.cancelled')}</p>
          <Written result={state.written} />
        </>
      );
    case 'failed':
      return (
        <>
          <p className={styles.failed} role="alert">
            <CircleX aria-hidden />
            {t('dossier.export.failed', { reason: describeFailure(state.error, t) })}
          </p>
          <Written result={state.written} />
          <p>{t('outputs.afterFailure')}</p>
        </>
      );
    default:
      return null;
  }
}

/** What an export that did not come to its end has written nevertheless. */
function Written({ result }: { result: ExportResult | null }) {
  const { t } = useMessages();
  const files = result?.files ?? [];
  return (
    <>
      <p>{t('outputs.written', { count: files.length })}</p>
      <ExportedFiles files={files} />
    </>
  );
}

function NotExactList({ items }: { items: readonly NotExact[] }) {
  const { t } = useMessages();
  const { quotes } = useDossierWork();
  return (
    <>
      <p>{t('dossier.export.notExact.text', { count: items.length })}</p>
      <ul className={styles.quotes}>
        {items.map(item => {
          const excerpt = quotes.find(item.excerptId);
          return (
            <li key={item.excerptId} className={styles.quote}>
              {item.status ? (
                <StatusBadge status={item.status} />
              ) : (
                <span className={styles.missing}>{t('dossier.check.missing')}</span>
              )}
              <span className={styles.words}>{excerpt?.exact ?? t('dossier.check.missingText')}</span>
              <span className={styles.citation}>{excerpt?.citation}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Outcome({ result }: { result: ExportResult }) {
  const { t } = useMessages();
  const { files, empty, quotes } = result;
  const total = quotes.exact + quotes.moved + quotes.changed;
  const [only] = files;
  return (
    <>
      <p className={styles.done} role="status">
        <CircleCheck aria-hidden />
        {files.length === 1 && only
          ? t('dossier.export.done', { file: only.fileName })
          : t('outputs.done', { count: files.length })}
      </p>
      <ExportedFiles files={files} />
      {empty.map(({ kind, format }) => (
        <p key={`${kind} ${format}`} className={styles.warning} role="note">
          {t('outputs.empty', { output: t(`export.output.${kind}`), format: t(`export.format.${format}`) })}
        </p>
      ))}
      <p className={styles.quoteFacts}>
        {t('dossier.export.fact.quotes')}:{' '}
        {total > 0 ? t('dossier.export.quotes', quotes) : t('dossier.export.noQuotes')}
      </p>
    </>
  );
}
