import { CircleCheck, CircleX } from 'lucide-react';
import { formatBytes } from '../../../app/format.ts';
import { describeFailure, useMessages } from '../../../app/i18n.tsx';
import { ProgressBar } from '../../../components/progress-bar.tsx';
import { StatusBadge } from '../../../components/status-badge.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import styles from './export.module.css';
import type { ExportResult, ExportStep, NotExact } from './use-export.ts';

/** What the export dialog says, by its step. */
export function ExportBody({ state }: { state: ExportStep }) {
  const { t } = useMessages();
  switch (state.step) {
    case 'checking':
      return <ProgressBar label={t('dossier.export.checking')} done={0} total={0} />;
    case 'asking':
      return <NotExactList items={state.notExact} />;
    case 'running': {
      const { done, total } = state.job?.progress ?? { done: 0, total: 0 };
      return (
        <ProgressBar
          label={t('dossier.export.running', { file: state.fileName })}
          done={done}
          total={total}
        />
      );
    }
    case 'done':
      return <Outcome result={state.result} />;
    case 'cancelled':
      return <p>{t('dossier.export.cancelled')}</p>;
    case 'failed':
      return (
        <p className={styles.failed} role="alert">
          <CircleX aria-hidden />
          {t('dossier.export.failed', { reason: describeFailure(state.error, t) })}
        </p>
      );
    default:
      return null;
  }
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
  const { t, locale } = useMessages();
  const { quotes, files } = result;
  const file = files[0];
  if (!file) return null;
  const total = quotes.exact + quotes.moved + quotes.changed;
  const facts: [string, string][] = [
    [t('dossier.export.fact.pages'), new Intl.NumberFormat(locale).format(file.pageCount ?? 0)],
    [t('dossier.export.fact.size'), formatBytes(file.byteLength, locale)],
    [
      t('dossier.export.fact.quotes'),
      total > 0 ? t('dossier.export.quotes', quotes) : t('dossier.export.noQuotes'),
    ],
    [t('dossier.export.fact.hash'), file.sha256],
  ];
  return (
    <>
      <p className={styles.done} role="status">
        <CircleCheck aria-hidden />
        {t('dossier.export.done', { file: file.fileName })}
      </p>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {file.notices.map(({ code, details }) => (
        <p key={code} className={styles.warning} role="note">
          {t(`export.notice.${code}`, details)}
        </p>
      ))}
    </>
  );
}
