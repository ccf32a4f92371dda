import type { QuoteVerification } from '../../../../shared/model/excerpt.ts';
import { useMessages } from '../../../app/i18n.tsx';
import styles from './excerpt-card.module.css';

type DifferenceParts = NonNullable<QuoteVerification['difference']>;

/** What changed between a quote and its source: struck out what the source no longer says, underlined what it says now. */
export function QuoteDifference({ parts }: { parts: DifferenceParts }) {
  const { t } = useMessages();
  let offset = 0;
  return (
    <p className={styles.difference}>
      {parts.map(part => {
        const key = `${part.kind}-${offset}`;
        offset += part.text.length;
        if (part.kind === 'same') return <span key={key}>{part.text}</span>;
        const spoken = t(part.kind === 'removed' ? 'dossier.quote.removed' : 'dossier.quote.added');
        const Tag = part.kind === 'removed' ? 'del' : 'ins';
        return (
          <Tag key={key}>
            <span className="visuallyHidden">{spoken}</span>
            {part.text}
          </Tag>
        );
      })}
    </p>
  );
}
