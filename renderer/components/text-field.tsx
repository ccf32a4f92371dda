import type { ReactNode, Ref } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
} from 'react-aria-components';
import styles from './field.module.css';
import { joinClasses } from './join-classes.ts';
import { letKeysPass } from './let-keys-pass.ts';

/** See {@link TextField}. */
export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  label: string;
  /** Keeps the label for screen readers only. */
  isLabelHidden?: boolean;
  description?: ReactNode;
  errorMessage?: string;
  placeholder?: string;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** A labelled line of text. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden, description, errorMessage, placeholder, className, inputRef, ...rest } =
    props;
  return (
    <AriaTextField
      {...rest}
      onKeyDown={letKeysPass(rest.onKeyDown)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      isInvalid={rest.isInvalid ?? Boolean(errorMessage)}
      className={joinClasses(styles.field, className)}
    >
      {!isLabelHidden && <Label className={styles.label}>{label}</Label>}
      <Input ref={inputRef} className={styles.input ?? ''} placeholder={placeholder} />
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{errorMessage}</FieldError>
    </AriaTextField>
  );
}
