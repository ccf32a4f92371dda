import type { Section } from '../../../../shared/model/dossier.ts';
import { queryClient, useAction } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { useToasts } from '../../../app/toasts.tsx';
import { Button } from '../../../components/button.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import styles from './part-pane.module.css';

/** Says that the part was changed elsewhere, and lets the user keep both texts or take the stored one. */
export function ConflictNotice({ part, onReload }: { part: Section; onReload: () => void }) {
  const { t } = useMessages();
  const toasts = useToasts();
  const { dossier, saving, editor } = useDossierWork();
  const add = useAction('sections.add');

  const takeStored = async () => {
    await queryClient.refetchQueries({ queryKey: ['dossiers.get', { id: dossier.id }] });
    const fresh = queryClient.getQueryData<typeof dossier>(['dossiers.get', { id: dossier.id }]);
    const stored = fresh?.sections.find(section => section.id === part.id);
    saving.saver.giveWay(part.id, stored?.revision ?? part.revision);
    onReload();
  };
  const keepMine = async () => {
    const text = editor.partView?.state.doc.toJSON() ?? saving.saver.unsaved(part.id)?.text ?? part.text;
    const title = t('dossier.conflict.copyTitle', { title: part.title });
    await add.mutateAsync({ dossierId: dossier.id, after: part.id, kind: part.kind, title, text });
    await takeStored();
    toasts.show({ text: t('dossier.conflict.kept', { title }), tone: 'good' });
  };
  return (
    <div className={styles.notice} data-tone="bad" role="alert">
      <div>
        <p className={styles.noticeTitle}>{t('dossier.conflict.title')}</p>
        <p>{t('dossier.conflict.text')}</p>
      </div>
      <div className={styles.noticeActions}>
        <Button variant="primary" isDisabled={add.isPending} onPress={() => void keepMine().catch(() => {})}>
          {t('dossier.conflict.keep')}
        </Button>
        <Button variant="danger" onPress={() => void takeStored()}>
          {t('dossier.conflict.reload')}
        </Button>
      </div>
    </div>
  );
}
