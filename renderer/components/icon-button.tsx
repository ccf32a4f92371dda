import type { LucideIcon } from 'lucide-react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import styles from './icon-button.module.css';
import { joinClasses } from './join-classes.ts';
import { Keys } from './keys.tsx';

/** See {@link IconButton}. */
export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** Its name: the tooltip, and what screen readers say. */
  label: string;
  icon: LucideIcon;
  /** Shown in the tooltip; «Mod+B». */
  shortcut?: string;
  /** For a button that stays pressed (a format that is on). */
  isSelected?: boolean;
  className?: string;
}

/** A button that is only an icon, with a tooltip. */
export function IconButton({
  label,
  icon: Icon,
  shortcut,
  isSelected,
  className,
  ...props
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        {...props}
        aria-label={label}
        aria-pressed={isSelected}
        className={joinClasses(styles.button, isSelected && styles.selected, className)}
      >
        <Icon aria-hidden className={styles.icon} />
      </AriaButton>
      <Tooltip offset={6} className={styles.tooltip ?? ''}>
        {label}
        {shortcut && <Keys shortcut={shortcut} className={styles.keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
