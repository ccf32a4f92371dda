import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { Keys } from './keys.tsx';
import styles from './popover.module.css';

/** One entry of a {@link Menu}; `null` in a list of entries draws a line. */
export interface MenuEntry {
  id: string;
  label: string;
  icon?: LucideIcon;
  /** Shown at the right; whoever owns the command listens to it. */
  shortcut?: string;
  isDanger?: boolean;
  isDisabled?: boolean;
  run(): void;
}

/** See {@link Menu}. */
export interface MenuProps {
  /** The button that opens it. */
  children: ReactElement;
  /** Its name for screen readers. */
  label: string;
  items: readonly (MenuEntry | null)[];
}

/** A menu under a button. */
export function Menu({ children, label, items }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover ?? ''}>
        <AriaMenu aria-label={label} className={styles.list ?? ''}>
          {items.map((item, index) => {
            if (item) return <MenuLine key={item.id} item={item} />;
            return <Separator key={`line-${items[index - 1]?.id}`} className={styles.separator ?? ''} />;
          })}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function MenuLine({ item }: { item: MenuEntry }) {
  const Icon = item.icon;
  return (
    <MenuItem
      id={item.id}
      textValue={item.label}
      isDisabled={item.isDisabled ?? false}
      onAction={item.run}
      className={styles.item ?? ''}
      data-danger={item.isDanger || undefined}
    >
      {Icon && <Icon aria-hidden />}
      {item.label}
      {item.shortcut && <Keys shortcut={item.shortcut} className={styles.keys} />}
    </MenuItem>
  );
}
