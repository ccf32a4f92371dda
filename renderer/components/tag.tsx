import { X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useMessages } from '../app/i18n.tsx';
import styles from './tag.module.css';

/** A tag's name in a pill; with `onRemove`, a cross to take it off. */
export function Tag({ name, onRemove }: { name: string; onRemove?: () => void }) {
  const { t } = useMessages();
  return (
    <span className={styles.tag}>
      {name}
      {onRemove && (
        <AriaButton
          aria-label={t('app.removeTag', { name })}
          className={styles.remove ?? ''}
          onPress={onRemove}
        >
          <X aria-hidden />
        </AriaButton>
      )}
    </span>
  );
}
