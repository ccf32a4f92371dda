import { FileText, Folders, ListTree, type LucideIcon, Quote, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { call, reportFailure, useCall } from '../../api.ts';
import { formatMoment } from '../../app/format.ts';
import { describeFailure, useMessages } from '../../app/i18n.tsx';
import { useToasts } from '../../app/toasts.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import styles from './trash-screen.module.css';

type TrashItem = CallOutput<'library.trash'>['items'][number];

const icons: Record<TrashItem['kind'], LucideIcon> = {
  source: FileText,
  excerpt: Quote,
  dossier: Folders,
  section: ListTree,
};

/** What was put in the trash: give it back, or empty it for good. */
export function TrashScreen() {
  const { t } = useMessages();
  const trash = useCall('library.trash', {});
  const [asking, setAsking] = useState(false);
  const items = trash.data?.items ?? [];
  return (
    <div className={styles.screen}>
      <ScreenTitle
        title={t('library.trash')}
        detail={items.length > 0 ? t('library.trashCount', { count: items.length }) : ''}
      >
        {items.length > 0 && (
          <Button variant="danger" icon={Trash2} onPress={() => setAsking(true)}>
            {t('library.emptyTrash')}
          </Button>
        )}
      </ScreenTitle>
      {trash.error && <p role="alert">{describeFailure(trash.error, t)}</p>}
      {trash.data && items.length === 0 ? (
        <EmptyState icon={Trash2} title={t('library.trashEmpty')} text={t('library.trashEmptyText')} />
      ) : (
        <ul className={styles.list}>
          {items.map(item => (
            <TrashLine key={item.id} item={item} />
          ))}
        </ul>
      )}
      {asking && <ConfirmEmpty count={items.length} onClose={() => setAsking(false)} />}
    </div>
  );
}

function TrashLine({ item }: { item: TrashItem }) {
  const { t, locale } = useMessages();
  const toasts = useToasts();
  const Icon = icons[item.kind];
  function restore(): void {
    restoreItem(item).then(
      () => toasts.show({ text: t('library.restored', { title: item.title }), tone: 'good' }),
      reportFailure,
    );
  }
  return (
    <li className={styles.line}>
      <Icon aria-hidden />
      <span className={styles.words}>
        <span className={styles.title}>{item.title}</span>
        <span className={styles.fact}>
          {t(`library.kind.${item.kind}`)} · {formatMoment(item.trashedAt, locale)}
        </span>
      </span>
      <Button
        icon={RotateCcw}
        onPress={restore}
        aria-label={t('library.restoreNamed', { title: item.title })}
      >
        {t('library.restore')}
      </Button>
    </li>
  );
}

function restoreItem({ kind, id }: TrashItem): Promise<unknown> {
  if (kind === 'section') return call('sections.restore', { id });
  const restore = {
    source: 'sources.restore',
    excerpt: 'excerpts.restore',
    dossier: 'dossiers.restore',
  } as const;
  return call(restore[kind], { ids: [id] });
}

function ConfirmEmpty({ count, onClose }: { count: number; onClose(): void }) {
  const { t } = useMessages();
  const toasts = useToasts();
  function empty(): void {
    onClose();
    call('library.emptyTrash', {}).then(
      ({ removed }) => toasts.show({ text: t('library.trashEmptied', { count: removed }), tone: 'good' }),
      reportFailure,
    );
  }
  return (
    <Dialog
      title={t('library.emptyTrashTitle')}
      role="alertdialog"
      size="small"
      isOpen
      isStrict
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="danger" onPress={empty}>
            {t('library.emptyTrashConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('library.emptyTrashText', { count })}</p>
    </Dialog>
  );
}
