import { FolderX } from 'lucide-react';
import { useMessages } from '../../app/i18n.tsx';
import { useNavigation } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Splitter } from '../../components/splitter.tsx';
import { IssueLogDialog } from './copies/issue-log-dialog.tsx';
import { DossierCommands } from './dossier-commands.tsx';
import { DossierHeader } from './dossier-header.tsx';
import styles from './dossier-screen.module.css';
import { PartPane } from './editor/part-pane.tsx';
import { ExportDialog } from './export/export-dialog.tsx';
import { Outline } from './outline/outline.tsx';
import { SidePane } from './panels/side-pane.tsx';
import { ReturnToQuote } from './return-to-quote.tsx';
import { DossierWorkProvider } from './state/dossier-work.tsx';
import { useDossierScreen } from './state/use-dossier-screen.ts';

/** See {@link DossierScreen}. */
export interface DossierScreenProps {
  dossierId: string;
  /** The part to show first; the dossier's first when absent. */
  sectionId?: string | undefined;
  /** The quote in that part to go to. */
  excerptId?: string | undefined;
}

/** One dossier: its parts, the text of one of them, and what is at hand for writing it. */
export function DossierScreen(props: DossierScreenProps) {
  return <OpenDossier key={props.dossierId} {...props} />;
}

function OpenDossier({ dossierId, sectionId, excerptId }: DossierScreenProps) {
  const { t } = useMessages();
  const screen = useDossierScreen(dossierId, sectionId);
  if (screen.isMissing) return <MissingDossier />;
  if (!screen.work) return <p className={styles.loading}>{t('dossier.loading')}</p>;
  const { tab, setTab, open, setOpen, generation } = screen;
  const showExport = () => setOpen('export');
  const showIssueLog = () => setOpen('issueLog');
  const close = () => {
    if (open) returnFocus(open);
    setOpen(null);
  };
  const showCheck = () => setTab('check');
  return (
    <DossierWorkProvider value={screen.work}>
      <DossierCommands onTab={setTab} onExport={showExport} onIssueLog={showIssueLog} />
      <div className={styles.screen}>
        <DossierHeader onExport={showExport} onIssueLog={showIssueLog} onCheck={showCheck} />
        <Splitter
          storageKey="dossier"
          panes={[
            { id: 'parts', label: t('dossier.pane.parts'), size: 20, minSize: 12, content: <Outline /> },
            {
              id: 'text',
              label: t('dossier.pane.text'),
              size: 48,
              minSize: 28,
              content: <PartPane generation={generation} />,
            },
            {
              id: 'side',
              label: t('dossier.pane.side'),
              size: 32,
              minSize: 18,
              content: <SidePane tab={tab} onTab={setTab} />,
            },
          ]}
        />
      </div>
      {sectionId && excerptId && <ReturnToQuote sectionId={sectionId} excerptId={excerptId} />}
      {open === 'export' && <ExportDialog onClose={close} onReview={showCheck} />}
      {open === 'issueLog' && <IssueLogDialog onClose={close} />}
    </DossierWorkProvider>
  );
}

/** File dialogs come in between, after which the button that opened a window is forgotten: it gets the keyboard again here. */
function returnFocus(open: 'export' | 'issueLog'): void {
  const find = () => document.querySelector<HTMLElement>(`[data-opens="${open}"]`);
  // The closing window lets go of the keyboard after its own next frame.
  requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus()));
}

function MissingDossier() {
  const { t } = useMessages();
  const { navigate } = useNavigation();
  return (
    <EmptyState
      icon={FolderX}
      title={t('dossier.missing.title')}
      text={t('dossier.missing.text')}
      action={
        <Button variant="primary" onPress={() => navigate({ screen: 'dossiers' }, { replace: true })}>
          {t('dossier.back')}
        </Button>
      }
    />
  );
}
