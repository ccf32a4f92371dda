import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { joinClasses } from './join-classes.ts';

/** A button's look: `primary` for the one main action, `quiet` without a frame, `danger` for what cannot be undone. */
export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'danger';

/** See {@link Button}. */
export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  variant?: ButtonVariant;
  icon?: LucideIcon;
  className?: string;
  children?: ReactNode;
}

/** A button with words and, if wanted, an icon before them. */
export function Button({ variant = 'plain', icon: Icon, className, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={joinClasses(styles.button, styles[variant], className)}>
      {Icon && <Icon aria-hidden className={styles.icon} />}
      {children}
    </AriaButton>
  );
}
