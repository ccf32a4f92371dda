import type { Excerpt } from '../../../../shared/model/excerpt.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { StatusBadge } from '../../../components/status-badge.tsx';
import { Tag } from '../../../components/tag.tsx';
import styles from './note-hint.module.css';
import type { ClientBox } from './place-view.ts';

/** The note of an excerpt beside its mark; `frame` is the box of the reading pane. */
export function NoteHint({ excerpt, box, frame }: { excerpt: Excerpt; box: ClientBox; frame: ClientBox }) {
  const { t } = useMessages();
  const left = Math.max(8, Math.min(box.left - frame.left, frame.width - 328));
  const below = box.top + box.height - frame.top + 6;
  return (
    <div role="tooltip" className={styles.hint} style={{ left, top: below }}>
      <p className={styles.note} data-empty={excerpt.note === '' || undefined}>
        {excerpt.note || t('reader.noNote')}
      </p>
      <div className={styles.foot}>
        <StatusBadge status={excerpt.status} />
        {excerpt.tags.map(tag => (
          <Tag key={tag} name={tag} />
        ))}
      </div>
    </div>
  );
}
