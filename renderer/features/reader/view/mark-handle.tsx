import type { CSSProperties } from 'react';
import { useMessages } from '../../../app/i18n.tsx';
import styles from './mark-handle.module.css';
import { useMarks } from './marks-context.ts';

/** Longest part of an excerpt's words in its spoken name, in UTF-16 units. */
const SPOKEN = 120;

/** The keyboard's way to an excerpt on the text: Tab reaches it, Enter chooses it in the list; the mouse passes through. */
export function MarkHandle({ excerptId, style }: { excerptId: string; style?: CSSProperties }) {
  const { t } = useMessages();
  const { excerptOf, choose, hint } = useMarks();
  const excerpt = excerptOf(excerptId);
  if (!excerpt) return null;
  return (
    <button
      type="button"
      className={styles.handle}
      style={style}
      data-excerpt={excerptId}
      aria-label={t('reader.markName', { words: excerpt.exact.slice(0, SPOKEN), note: excerpt.note })}
      onClick={() => choose(excerptId)}
      onFocus={() => hint(excerptId)}
      onBlur={() => hint(null)}
    />
  );
}
