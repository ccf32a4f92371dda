import {
  Toolbar as AriaToolbar,
  type ToolbarProps as AriaToolbarProps,
  Separator,
} from 'react-aria-components';
import { joinClasses } from './join-classes.ts';
import styles from './toolbar.module.css';

/** See {@link Toolbar}. */
export interface ToolbarProps extends Omit<AriaToolbarProps, 'className'> {
  /** Its name for screen readers. */
  label: string;
  className?: string;
}

/** A row of controls that is one tab stop; arrows move within it. */
export function Toolbar({ label, className, ...props }: ToolbarProps) {
  return <AriaToolbar {...props} aria-label={label} className={joinClasses(styles.toolbar, className)} />;
}

/** A thin line between groups of a {@link Toolbar}. */
export function ToolbarSeparator() {
  return <Separator orientation="vertical" className={styles.separator ?? ''} />;
}
