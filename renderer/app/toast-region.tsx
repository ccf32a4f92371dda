import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useMessages } from './i18n.tsx';
import styles from './toast-region.module.css';
import type { ShownToast } from './toasts.tsx';

/** Milliseconds a toast stays: longer when there is something to press. */
const SHOWN_PLAIN = 5000;
const SHOWN_WITH_ACTION = 10000;

/** The toasts on show, announced politely. */
export function ToastRegion({
  toasts,
  onClose,
}: {
  toasts: readonly ShownToast[];
  onClose(id: number): void;
}) {
  const { t } = useMessages();
  const [held, setHeld] = useState(false);
  const region = useRef<HTMLElement>(null);
  // A toast that closes under the mouse or the focus tells of no leaving: what remains must not stay for ever.
  useEffect(() => {
    const holds = region.current?.contains(document.activeElement) || region.current?.matches(':hover');
    if (toasts.length === 0 || !holds) setHeld(false);
  }, [toasts]);
  return (
    <section
      ref={region}
      className={styles.region}
      aria-label={t('app.toasts')}
      aria-live="polite"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map(toast => (
        <ToastCard key={toast.id} toast={toast} held={held} onClose={onClose} />
      ))}
    </section>
  );
}

interface CardProps {
  toast: ShownToast;
  held: boolean;
  onClose(id: number): void;
}

function ToastCard({ toast, held, onClose }: CardProps) {
  const { t } = useMessages();
  const { id, action, tone = 'info' } = toast;
  const hasAction = action !== undefined;
  useEffect(() => {
    if (held || tone === 'bad') return;
    const timer = setTimeout(() => onClose(id), hasAction ? SHOWN_WITH_ACTION : SHOWN_PLAIN);
    return () => clearTimeout(timer);
  }, [held, tone, hasAction, id, onClose]);
  return (
    <div className={styles.toast} data-tone={tone}>
      <p className={styles.text}>{toast.text}</p>
      {action && (
        <Button
          variant="quiet"
          onPress={() => {
            onClose(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={t('app.close')} icon={X} onPress={() => onClose(id)} />
    </div>
  );
}
