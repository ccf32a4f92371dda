import type { MarkingLevel } from '../../../shared/model/marking.ts';
import { useMessages } from '../../app/i18n.tsx';
import { joinClasses } from '../../components/join-classes.ts';
import styles from './marking-pill.module.css';

/** See {@link MarkingPill}. */
export interface MarkingPillProps {
  level: MarkingLevel | null;
  /** Only the abbreviation, for narrow places; the words stay for screen readers. */
  isShort?: boolean;
}

/** A marking in the words of its scheme; nothing for what is unmarked. */
export function MarkingPill({ level, isShort = false }: MarkingPillProps) {
  const { language } = useMessages();
  if (!level) return null;
  return (
    <span
      className={joinClasses(styles.pill, isShort && styles.short)}
      style={{ borderColor: level.color }}
      title={level.label[language]}
    >
      {isShort ? (
        <>
          <span aria-hidden>{level.abbreviation}</span>
          <span className="visuallyHidden">{level.label[language]}</span>
        </>
      ) : (
        level.label[language]
      )}
    </span>
  );
}
