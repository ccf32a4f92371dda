import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useMessages } from '../app/i18n.tsx';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { joinClasses } from './join-classes.ts';

/** See {@link Dialog}. */
export interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Asked for by Escape, by the cross and, unless `isStrict`, by a press outside. */
  onClose(): void;
  size?: 'small' | 'medium' | 'large';
  /** Only the buttons and Escape close it. */
  isStrict?: boolean;
  /** `alertdialog` for what asks to be decided. */
  role?: 'dialog' | 'alertdialog';
  children: ReactNode;
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode;
}

/** A dialog over the window. */
export function Dialog(props: DialogProps) {
  const {
    title,
    isOpen,
    onClose,
    size = 'medium',
    isStrict = false,
    role = 'dialog',
    children,
    actions,
  } = props;
  const { t } = useMessages();
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={isOpen}
      isDismissable={!isStrict}
      onOpenChange={open => {
        if (!open) onClose();
      }}
    >
      <Modal className={joinClasses(styles.modal, styles[size])}>
        <AriaDialog role={role} className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            <IconButton label={t('app.close')} icon={X} onPress={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
