import { useMessages } from '../../../../app/i18n.tsx';
import styles from '../editor.module.css';
import type { DrawnNode } from '../node-view-store.ts';
import { useReferenceTargets, useWriteReference } from './use-reference-targets.ts';

/** A cross-reference in the text, as it will be printed; a click or Enter on it opens its dialog. */
export function ReferenceChip({ drawn }: { drawn: DrawnNode }) {
  const { t } = useMessages();
  const targets = useReferenceTargets();
  const write = useWriteReference();
  const { targetId, form } = drawn.node.attrs as { targetId: string; form: string };
  const target = targets.find(({ id }) => id === targetId);
  return (
    <span
      className={styles.citation}
      data-selected={drawn.selected || undefined}
      data-missing={!target || undefined}
      title={target?.title}
    >
      {target ? write(target, form) : t('editor.reference.lost')}
    </span>
  );
}
