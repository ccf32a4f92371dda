import { BookOpenText, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { useAction } from '../../api.ts';
import { formatMoment } from '../../app/format.ts';
import { useMessages } from '../../app/i18n.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import type { OpenLibrary } from './open-library.tsx';
import styles from './recent-libraries.module.css';

interface Props {
  recent: CallOutput<'library.status'>['recent'];
  onOpen: OpenLibrary;
}

/** The libraries that were open before; one whose file is gone says so. */
export function RecentLibraries({ recent, onOpen }: Props) {
  const { t, locale } = useMessages();
  const forget = useAction('library.forgetRecent');
  if (recent.length === 0) return <p className={styles.none}>{t('library.noRecent')}</p>;
  return (
    <section aria-labelledby="recent-libraries">
      <h3 id="recent-libraries" className={styles.heading}>
        {t('library.recent')}
      </h3>
      <ul className={styles.list}>
        {recent.map(library => (
          <li key={library.file} className={styles.line}>
            <Button
              className={styles.library ?? ''}
              isDisabled={library.missing}
              onPress={() => onOpen({ file: library.file, name: library.name })}
            >
              <BookOpenText aria-hidden />
              <span className={styles.words}>
                <span className={styles.name}>{library.name}</span>
                <span className={styles.place}>{library.location}</span>
              </span>
              <span className={styles.when}>
                {library.missing ? t('library.missing') : formatMoment(library.openedAt, locale)}
              </span>
            </Button>
            <IconButton
              label={t('library.forget', { name: library.name })}
              icon={X}
              onPress={() => forget.mutate({ file: library.file })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
