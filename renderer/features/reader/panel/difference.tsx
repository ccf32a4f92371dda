import type { QuoteVerification } from '../../../../shared/model/excerpt.ts';
import { useMessages } from '../../../app/i18n.tsx';
import styles from './panel.module.css';

/** What changed between the kept words and the source, word by word; struck out and underlined, not by colour alone. */
export function Difference({ parts }: { parts: NonNullable<QuoteVerification['difference']> }) {
  const { t } = useMessages();
  let at = 0;
  return (
    <p className={styles.difference}>
      {parts.map(part => {
        const key = at;
        at += part.text.length;
        if (part.kind === 'same') return <span key={key}>{part.text}</span>;
        const Change = part.kind === 'removed' ? 'del' : 'ins';
        return (
          <Change key={key} className={styles[part.kind]}>
            <span className="visuallyHidden">{t(`reader.${part.kind}`)} </span>
            {part.text}
          </Change>
        );
      })}
    </p>
  );
}
