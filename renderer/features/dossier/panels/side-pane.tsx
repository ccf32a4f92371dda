import { useState } from 'react';
import type { OutputKind } from '../../../../shared/model/output.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Tabs } from '../../../components/tabs.tsx';
import { PreviewPanel } from '../preview/preview-panel.tsx';
import type { SideTab } from '../state/use-dossier-screen.ts';
import { CheckPanel } from './check-panel.tsx';
import { DetailsPanel } from './details-panel.tsx';
import { ExcerptsPanel } from './excerpts-panel.tsx';
import styles from './side-pane.module.css';

/** The right pane: the material to write with, the PDF as it will be, the dossier's details, and its quotes. */
export function SidePane({ tab, onTab }: { tab: SideTab; onTab: (tab: SideTab) => void }) {
  const { t } = useMessages();
  // Kept here, so that another tab does not forget it.
  const [previewed, setPreviewed] = useState<OutputKind>('folder');
  return (
    <Tabs<SideTab>
      label={t('dossier.tabs.label')}
      className={styles.side ?? ''}
      selected={tab}
      onSelect={onTab}
      tabs={[
        { id: 'excerpts', label: t('dossier.tab.excerpts'), content: <ExcerptsPanel /> },
        {
          id: 'preview',
          label: t('dossier.tab.preview'),
          content: <PreviewPanel kind={previewed} onKind={setPreviewed} />,
        },
        { id: 'details', label: t('dossier.tab.details'), content: <DetailsPanel /> },
        { id: 'check', label: t('dossier.tab.check'), content: <CheckPanel /> },
      ]}
    />
  );
}
