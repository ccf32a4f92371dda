import { FolderPlus, Folders } from 'lucide-react';
import { useState } from 'react';
import type { DossierSummary } from '../../../shared/model/dossier.ts';
import { useAction, useCall } from '../../api.ts';
import { useCommands } from '../../app/commands.tsx';
import { useMessages } from '../../app/i18n.tsx';
import { useNavigation } from '../../app/navigation.tsx';
import { useToasts } from '../../app/toasts.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { DossierTable } from './list/dossier-table.tsx';
import styles from './list/list.module.css';
import { NewDossierDialog } from './list/new-dossier-dialog.tsx';
import { writeDate } from './state/edtf-date.ts';
import { matchesWords } from './state/match-words.ts';

/** The library's dossiers. */
export function DossierListScreen() {
  const { t, locale } = useMessages();
  const { navigate } = useNavigation();
  const [text, setText] = useState('');
  const [isCreating, setCreating] = useState(false);
  const list = useCall('dossiers.list', {});
  const trash = useTrashDossier();
  useCommands([{ id: 'dossier.new', titleKey: 'dossier.command.new', run: () => setCreating(true) }]);

  const all = (list.data?.items ?? []).filter(dossier => !dossier.trashedAt);
  const shown = all.filter(dossier => matchesWords(wordsOf(dossier, locale), text));
  const create = (
    <Button variant="primary" icon={FolderPlus} onPress={() => setCreating(true)}>
      {t('dossier.list.new')}
    </Button>
  );
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('dossier.list.title')}</h1>
        {all.length > 0 && (
          <SearchField
            label={t('dossier.list.filter')}
            className={styles.filter ?? ''}
            value={text}
            onChange={setText}
          />
        )}
        {all.length > 0 && create}
      </header>
      {list.isSuccess && all.length === 0 && (
        <EmptyState
          icon={Folders}
          title={t('dossier.list.empty.title')}
          text={t('dossier.list.empty.text')}
          action={create}
        />
      )}
      {all.length > 0 && shown.length === 0 && (
        <p className={styles.noMatch}>{t('dossier.list.noMatch', { text: text.trim() })}</p>
      )}
      {shown.length > 0 && (
        <DossierTable
          dossiers={shown}
          onOpen={dossier => navigate({ screen: 'dossier', dossierId: dossier.id })}
          onTrash={trash}
        />
      )}
      {isCreating && <NewDossierDialog onClose={() => setCreating(false)} />}
    </div>
  );
}

function wordsOf(dossier: DossierSummary, locale: string): string {
  const { meeting } = dossier;
  const date = `${meeting.date} ${writeDate(meeting.date, locale)}`;
  return [dossier.title, dossier.subtitle, meeting.counterpart, meeting.mechanism, meeting.place, date].join(
    ' ',
  );
}

function useTrashDossier(): (dossier: DossierSummary) => void {
  const { t } = useMessages();
  const toasts = useToasts();
  const trash = useAction('dossiers.trash');
  const restore = useAction('dossiers.restore');
  return dossier => {
    const ids = [dossier.id];
    const tell = () =>
      toasts.show({
        text: t('dossier.list.trashed', { title: dossier.title }),
        action: { label: t('dossier.undo'), run: () => restore.mutate({ ids }), isUndo: true },
      });
    trash.mutate({ ids }, { onSuccess: tell });
  };
}
