import { ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import fieldStyles from './field.module.css';
import { joinClasses } from './join-classes.ts';
import popoverStyles from './popover.module.css';
import styles from './select.module.css';

/** One choice of a {@link Select}. */
export interface SelectOption<K extends string = string> {
  id: K;
  label: string;
}

/** See {@link Select}. */
export interface SelectProps<K extends string> {
  label: string;
  isLabelHidden?: boolean;
  options: readonly SelectOption<K>[];
  value: K | null;
  onChange(value: K): void;
  placeholder?: string;
  isDisabled?: boolean;
  className?: string;
}

/** A labelled choice of one among few. */
export function Select<K extends string>(props: SelectProps<K>) {
  const { label, isLabelHidden, options, value, onChange, placeholder, isDisabled, className } = props;
  return (
    <AriaSelect
      className={joinClasses(fieldStyles.field, className)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      value={value}
      isDisabled={isDisabled ?? false}
      placeholder={placeholder ?? '—'}
      onChange={key => {
        const chosen = options.find(option => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      {!isLabelHidden && <Label className={fieldStyles.label}>{label}</Label>}
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronDown aria-hidden className={styles.chevron} />
      </Button>
      <Popover className={popoverStyles.popover ?? ''}>
        <ListBox className={popoverStyles.list ?? ''} items={options}>
          {option => (
            <ListBoxItem id={option.id} textValue={option.label} className={popoverStyles.item ?? ''}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
