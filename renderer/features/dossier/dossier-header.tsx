import { ClipboardList, FileDown, ShieldCheck, TriangleAlert } from 'lucide-react';
import { findLevel } from '../../../shared/model/compare-markings.ts';
import { useMessages } from '../../app/i18n.tsx';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import styles from './dossier-screen.module.css';
import { MarkingPill } from './marking-pill.tsx';
import { SaveStateNote } from './save-state-note.tsx';
import { useDossierWork } from './state/dossier-work.tsx';
import { writeDate } from './state/edtf-date.ts';
import { addCounts } from './state/quote-counts.ts';
import { usePartReferences } from './state/use-part-references.ts';

interface DossierHeaderProps {
  onExport: () => void;
  onIssueLog: () => void;
  onCheck: () => void;
}

/** The head of a dossier's screen: which dossier it is, whether it is saved, how its quotes stand, and the export. */
export function DossierHeader({ onExport, onIssueLog, onCheck }: DossierHeaderProps) {
  const { t, locale } = useMessages();
  const { dossier, schemes } = useDossierWork();
  const { meeting } = dossier;
  const facts = [meeting.counterpart, meeting.place, writeDate(meeting.date, locale)].filter(Boolean);
  return (
    <header className={styles.header}>
      <div className={styles.names}>
        <h1 className={styles.title}>{dossier.title}</h1>
        {facts.length > 0 && <p className={styles.facts}>{facts.join(' · ')}</p>}
      </div>
      <MarkingPill level={findLevel(schemes, dossier.marking)} />
      <SaveStateNote />
      <QuoteSummary onCheck={onCheck} />
      <IconButton label={t('copies.title')} icon={ClipboardList} data-opens="issueLog" onPress={onIssueLog} />
      <Button variant="primary" icon={FileDown} data-opens="export" onPress={onExport}>
        {t('dossier.export.action')}
      </Button>
    </header>
  );
}

function QuoteSummary({ onCheck }: { onCheck: () => void }) {
  const { t } = useMessages();
  const references = usePartReferences();
  const counts = addCounts([...references.values()].map(part => part.counts));
  const trouble = counts.moved + counts.changed + counts.missing;
  const total = counts.exact + trouble;
  if (total === 0) return null;
  const words = trouble
    ? t('dossier.check.trouble', { count: trouble })
    : t('dossier.check.exact', { count: total });
  return (
    <Button
      variant="quiet"
      icon={trouble ? TriangleAlert : ShieldCheck}
      className={(trouble ? styles.trouble : styles.verified) ?? ''}
      onPress={onCheck}
    >
      {words}
    </Button>
  );
}
