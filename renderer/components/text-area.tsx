import type { ReactNode, Ref } from 'react';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Label,
  Text,
} from 'react-aria-components';
import styles from './field.module.css';
import { joinClasses } from './join-classes.ts';
import { letKeysPass } from './let-keys-pass.ts';

/** See {@link TextArea}. */
export interface TextAreaProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  label: string;
  isLabelHidden?: boolean;
  description?: ReactNode;
  errorMessage?: string;
  placeholder?: string;
  rows?: number;
  className?: string;
  inputRef?: Ref<HTMLTextAreaElement>;
}

/** A labelled box for several lines of text. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    isLabelHidden,
    description,
    errorMessage,
    placeholder,
    rows = 3,
    className,
    inputRef,
    ...rest
  } = props;
  return (
    <AriaTextField
      {...rest}
      onKeyDown={letKeysPass(rest.onKeyDown)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      isInvalid={rest.isInvalid ?? Boolean(errorMessage)}
      className={joinClasses(styles.field, className)}
    >
      {!isLabelHidden && <Label className={styles.label}>{label}</Label>}
      <AriaTextArea ref={inputRef} rows={rows} className={styles.input ?? ''} placeholder={placeholder} />
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{errorMessage}</FieldError>
    </AriaTextField>
  );
}
