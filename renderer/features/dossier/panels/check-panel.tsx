import { CircleHelp, RefreshCw, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { outranks } from '../../../../shared/model/compare-markings.ts';
import type { Section } from '../../../../shared/model/dossier.ts';
import type { QuoteStatus } from '../../../../shared/model/excerpt.ts';
import { queryClient } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { StatusBadge } from '../../../components/status-badge.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { addCounts, totalQuotes } from '../state/quote-counts.ts';
import { useGoToQuote } from '../state/use-go-to-quote.ts';
import { type PartReferences, usePartReferences } from '../state/use-part-references.ts';
import styles from './check-panel.module.css';

/** Every quote of the dossier by part, with its state; a press goes there. */
export function CheckPanel() {
  const { t } = useMessages();
  const { dossier } = useDossierWork();
  const references = usePartReferences();
  const [onlyTrouble, setOnlyTrouble] = useState(false);
  const counts = addCounts([...references.values()].map(part => part.counts));
  if (totalQuotes(counts) === 0) {
    return (
      <EmptyState
        icon={ShieldCheck}
        title={t('dossier.check.empty.title')}
        text={t('dossier.check.empty.text')}
      />
    );
  }
  const trouble = totalQuotes(counts) - counts.exact;
  const verify = () => queryClient.refetchQueries({ queryKey: ['dossiers.verify', { id: dossier.id }] });
  return (
    <div className={styles.panel}>
      <div className={styles.summary}>
        <p className={styles.total}>{t('dossier.check.summary', { total: totalQuotes(counts) })}</p>
        <p data-tone={trouble ? 'warn' : 'good'} className={styles.verdict}>
          {trouble ? t('dossier.check.someNot', { count: trouble }) : t('dossier.check.allExact')}
        </p>
        <div className={styles.tools}>
          <Checkbox isSelected={onlyTrouble} onChange={setOnlyTrouble}>
            {t('dossier.check.onlyTrouble')}
          </Checkbox>
          <Button icon={RefreshCw} onPress={() => void verify()}>
            {t('dossier.check.again')}
          </Button>
        </div>
      </div>
      <div className={styles.parts}>
        {dossier.sections.map(section => (
          <PartQuotes
            key={section.id}
            section={section}
            references={references.get(section.id)}
            onlyTrouble={onlyTrouble}
          />
        ))}
      </div>
    </div>
  );
}

interface PartQuotesProps {
  section: Section;
  references: PartReferences | undefined;
  onlyTrouble: boolean;
}

function PartQuotes({ section, references, onlyTrouble }: PartQuotesProps) {
  const { quotes } = useDossierWork();
  const ids = (references?.excerptIds ?? [])
    .map((id, place) => ({ id, place, status: quotes.statusOf(id) }))
    .filter(quote => !onlyTrouble || quote.status !== 'exact');
  if (ids.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3 className={styles.partTitle}>{section.title}</h3>
      <ul className={styles.quotes}>
        {ids.map(quote => (
          <li key={`${quote.id} ${quote.place}`}>
            <QuoteLine section={section} excerptId={quote.id} status={quote.status} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface QuoteLineProps {
  section: Section;
  excerptId: string;
  status: QuoteStatus | undefined;
}

function QuoteLine({ section, excerptId, status }: QuoteLineProps) {
  const { t } = useMessages();
  const { quotes, dossier, schemes } = useDossierWork();
  const goTo = useGoToQuote();
  const excerpt = quotes.find(excerptId);
  const isOutranking = excerpt && outranks(schemes, excerpt.marking, dossier.marking);
  return (
    <button
      type="button"
      className={styles.quote}
      title={t('dossier.check.goTo', { part: section.title })}
      onClick={() => goTo(section.id, excerptId)}
    >
      <span className={styles.words} lang={excerpt?.language ?? undefined}>
        {excerpt ? excerpt.exact : t('dossier.check.missingText')}
      </span>
      <span className={styles.facts}>
        {status ? (
          <StatusBadge status={status} />
        ) : (
          <span className={styles.missing}>
            <CircleHelp aria-hidden />
            {t('dossier.check.missing')}
          </span>
        )}
        <span>{excerpt?.citation}</span>
        {isOutranking && <span className={styles.outranks}>{t('dossier.check.outranks')}</span>}
      </span>
    </button>
  );
}
