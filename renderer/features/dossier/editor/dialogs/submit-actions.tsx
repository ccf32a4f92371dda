import type { ReactNode } from 'react';
import { useMessages } from '../../../../app/i18n.tsx';
import { Button } from '../../../../components/button.tsx';

interface SubmitActionsProps {
  /** The id of the dialog's form. */
  form: string;
  label: string;
  isDisabled?: boolean;
  onClose: () => void;
  /** Other buttons, before them. */
  children?: ReactNode;
}

/** The buttons at the foot of a dialog with a form: cancel, and what sends the form. */
export function SubmitActions({ form, label, isDisabled = false, onClose, children }: SubmitActionsProps) {
  const { t } = useMessages();
  return (
    <>
      {children}
      <Button onPress={onClose}>{t('app.cancel')}</Button>
      <Button variant="primary" type="submit" form={form} isDisabled={isDisabled}>
        {label}
      </Button>
    </>
  );
}
