import { ExternalLink, FileCode, FileText, FolderOpen } from 'lucide-react';
import { isMessageKey } from '../../../../shared/i18n/format-message.ts';
import type { ExportedFile, Notice } from '../../../../shared/model/output.ts';
import { useAction } from '../../../api.ts';
import { formatBytes } from '../../../app/format.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import styles from './export.module.css';

/** The files that an export wrote: what each is, by which standards, and what its readers should know. */
export function ExportedFiles({ files }: { files: readonly ExportedFile[] }) {
  return (
    <ul className={styles.files}>
      {files.map(file => (
        <ExportedFileLine key={file.file} file={file} />
      ))}
    </ul>
  );
}

function ExportedFileLine({ file }: { file: ExportedFile }) {
  const { t, locale } = useMessages();
  const open = useAction('shell.openFile');
  const show = useAction('shell.showFile');
  const Icon = file.format === 'html' ? FileCode : FileText;
  const facts = [
    t(`export.output.${file.kind}`),
    ...(file.copy
      ? [t('outputs.copyFor', { number: file.copy.number, name: file.copy.recipient.name })]
      : []),
    ...(file.pageCount === null ? [] : [t('outputs.pages', { count: file.pageCount })]),
    formatBytes(file.byteLength, locale),
  ];
  return (
    <li className={styles.file}>
      <Icon aria-hidden className={styles.fileIcon} />
      <div className={styles.fileWords}>
        <p className={styles.fileName}>{file.fileName}</p>
        <p className={styles.fileFacts}>
          <span>{facts.join(' · ')}</span>
          {file.standards.map(standard => (
            <span key={standard} className={styles.standard}>
              {standard}
            </span>
          ))}
        </p>
        <Notices notices={file.notices} />
        <details className={styles.hash}>
          <summary>SHA-256</summary>
          <code>{file.sha256}</code>
        </details>
      </div>
      <span className={styles.fileActions}>
        <IconButton
          label={t('outputs.openFile', { file: file.fileName })}
          icon={ExternalLink}
          onPress={() => open.mutate({ file: file.file })}
        />
        <IconButton
          label={t('outputs.showFile', { file: file.fileName })}
          icon={FolderOpen}
          onPress={() => show.mutate({ file: file.file })}
        />
      </span>
    </li>
  );
}

/** Few notices are shown at once, more of them when asked: originals may bring one each. */
function Notices({ notices }: { notices: readonly Notice[] }) {
  const { t } = useMessages();
  const lines = notices.map(notice => (
    <NoticeLine key={`${notice.code} ${JSON.stringify(notice.details)}`} notice={notice} />
  ));
  if (lines.length <= 3) return lines;
  return (
    <details className={styles.notices}>
      <summary>{t('outputs.notices', { count: lines.length })}</summary>
      {lines}
    </details>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const { t } = useMessages();
  const key = `export.notice.${notice.code}`;
  return (
    <p className={styles.warning} data-tone={notice.code === 'heldBack' ? 'info' : undefined} role="note">
      {isMessageKey(key) ? t(key, notice.details) : notice.code}
    </p>
  );
}
