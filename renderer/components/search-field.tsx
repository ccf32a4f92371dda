import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Input,
} from 'react-aria-components';
import { joinClasses } from './join-classes.ts';
import { letKeysPass } from './let-keys-pass.ts';
import styles from './search-field.module.css';

/** See {@link SearchField}. */
export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'children'> {
  label: string;
  placeholder?: string;
  /** A shortcut shown while the field is empty. */
  hint?: string;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** A field to search in, with a way to empty it. */
export function SearchField({ label, placeholder, hint, className, inputRef, ...props }: SearchFieldProps) {
  return (
    <AriaSearchField
      {...props}
      onKeyDown={letKeysPass(props.onKeyDown)}
      aria-label={label}
      className={joinClasses(styles.field, className)}
    >
      {({ isEmpty }) => (
        <>
          <Search aria-hidden className={styles.icon} />
          <Input ref={inputRef} className={styles.input ?? ''} placeholder={placeholder ?? label} />
          {isEmpty && hint && (
            <kbd aria-hidden className={styles.hint}>
              {hint}
            </kbd>
          )}
          {!isEmpty && (
            <Button className={styles.clear ?? ''}>
              <X aria-hidden />
            </Button>
          )}
        </>
      )}
    </AriaSearchField>
  );
}
