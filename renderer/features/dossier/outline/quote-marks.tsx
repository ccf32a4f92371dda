import { CircleCheck, CircleHelp, type LucideIcon, MoveRight, TriangleAlert } from 'lucide-react';
import { useMessages } from '../../../app/i18n.tsx';
import type { QuoteCounts } from '../state/quote-counts.ts';
import styles from './outline.module.css';

const kinds = ['exact', 'moved', 'changed', 'missing'] as const;
const icons: Record<(typeof kinds)[number], LucideIcon> = {
  exact: CircleCheck,
  moved: MoveRight,
  changed: TriangleAlert,
  missing: CircleHelp,
};

/** How many quotes of a part are verified, moved, changed and without excerpt, by icon and number. */
export function QuoteMarks({ counts }: { counts: QuoteCounts }) {
  const { t } = useMessages();
  return kinds
    .filter(kind => counts[kind] > 0)
    .map(kind => {
      const Icon = icons[kind];
      const words = t(`dossier.quotes.${kind}`, { count: counts[kind] });
      return (
        <span key={kind} className={styles.mark} data-kind={kind} title={words}>
          <Icon aria-hidden />
          <span aria-hidden>{counts[kind]}</span>
          <span className="visuallyHidden">{words}</span>
        </span>
      );
    });
}
