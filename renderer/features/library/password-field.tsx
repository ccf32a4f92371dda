import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../app/i18n.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TextField, type TextFieldProps } from '../../components/text-field.tsx';
import styles from './password-field.module.css';

/** A password, hidden until its eye is pressed. */
export function PasswordField(props: Omit<TextFieldProps, 'type'>) {
  const { t } = useMessages();
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.password}>
      <TextField {...props} type={shown ? 'text' : 'password'} autoComplete="off" className={styles.field} />
      <IconButton
        label={t(shown ? 'library.passwordHide' : 'library.passwordShow')}
        icon={shown ? EyeOff : Eye}
        isSelected={shown}
        onPress={() => setShown(!shown)}
        className={styles.eye}
      />
    </div>
  );
}
