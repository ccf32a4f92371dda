import { useState } from 'react';
import { call, reportFailure, useAction, useCall, useJob } from '../../api.ts';
import { useChooseFile } from '../../app/choose-file.tsx';
import { useMessages } from '../../app/i18n.tsx';
import { Button } from '../../components/button.tsx';
import { JobReport } from './job-report.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings-screen.module.css';

/** The care of the open library: verify it, copy it, close it. */
export function LibrarySettings() {
  const { t } = useMessages();
  const library = useCall('library.status', {}).data?.open ?? null;
  const close = useAction('library.close');
  const [verifyId, setVerifyId] = useState<string | null>(null);
  const [backupId, setBackupId] = useState<string | null>(null);
  const verifying = useJob(verifyId);
  const backingUp = useJob(backupId);
  const backup = useBackup(library?.name ?? '', setBackupId);
  if (!library) return null;
  const verify = () => void call('library.verify', {}).then(({ jobId }) => setVerifyId(jobId), reportFailure);
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>{t('library.settings.library', { name: library.name })}</h2>
      <SettingRow title={t('library.settings.verify')} text={t('library.settings.verifyText')}>
        <Button onPress={verify} isDisabled={verifying?.state === 'running'}>
          {t('library.settings.verifyNow')}
        </Button>
      </SettingRow>
      {verifying && <JobReport job={verifying} />}
      <SettingRow title={t('library.settings.backup')} text={t('library.settings.backupText')}>
        <Button onPress={backup} isDisabled={backingUp?.state === 'running'}>
          {t('library.settings.backupNow')}
        </Button>
      </SettingRow>
      {backingUp && <JobReport job={backingUp} />}
      <SettingRow
        title={t('library.settings.close')}
        text={t('library.settings.closeText', { location: library.location })}
      >
        <Button onPress={() => close.mutate({})}>{t('library.settings.closeNow')}</Button>
      </SettingRow>
    </section>
  );
}

function useBackup(name: string, onStarted: (jobId: string) => void): () => void {
  const { chooseSave } = useChooseFile();
  return () => {
    const day = new Date().toISOString().slice(0, 10);
    chooseSave({ purpose: 'backup', suggestedName: `${name} ${day}.valija` })
      .then(file => (file ? call('library.backup', { file: file.file }) : null))
      .then(started => started && onStarted(started.jobId), reportFailure);
  };
}
