import { useCall } from '../../api.ts';
import { useMessages } from '../../app/i18n.tsx';
import styles from './settings-screen.module.css';

/** Which program this is, and that it asks no network. */
export function ProgramFacts() {
  const { t } = useMessages();
  const shell = useCall('shell.capabilities', {}).data;
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>{t('library.settings.about')}</h2>
      <dl className={styles.facts}>
        <dt>{t('library.settings.version')}</dt>
        <dd>{shell?.version ?? ''}</dd>
        <dt>{t('library.settings.network')}</dt>
        <dd>{t('library.settings.networkText')}</dd>
      </dl>
    </section>
  );
}
