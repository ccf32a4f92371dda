import { X } from 'lucide-react';
import { useMessages } from '../../../app/i18n.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import styles from './header.module.css';
import type { Replacement } from './use-replace.ts';

/** The verdict of a replacement, until it is closed. */
export function ReplaceBanner({ replacement, onClose }: { replacement: Replacement; onClose(): void }) {
  const { t } = useMessages();
  return (
    <div className={styles.banner} data-tone={replacement.tone} role="status">
      <p>{replacement.text}</p>
      {!replacement.isRunning && <IconButton label={t('app.close')} icon={X} onPress={onClose} />}
    </div>
  );
}
