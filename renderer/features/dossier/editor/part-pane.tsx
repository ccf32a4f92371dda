import { FileText } from 'lucide-react';
import type { EditorState } from 'prosemirror-state';
import { type RefObject, useRef, useState } from 'react';
import type { Section } from '../../../../shared/model/dossier.ts';
import { generatedPartKinds } from '../../../../shared/model/part-kinds.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { readReferences } from '../state/text-references.ts';
import { useSaveState } from '../state/use-part-saver.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { EditorDialog } from './dialogs/editor-dialog.tsx';
import type { OpenDialog } from './dialogs/open-dialog.ts';
import { EditorCommands } from './editor-commands.tsx';
import { EditorToolbar } from './editor-toolbar.tsx';
import { PartEditor } from './part-editor.tsx';
import { PartHead } from './part-head.tsx';
import styles from './part-pane.module.css';

/** The middle pane: the text of the part that is being written. */
export function PartPane({ generation }: { generation: number }) {
  const { t } = useMessages();
  const { part } = useDossierWork();
  const history = useRef(new Map<string, EditorState>());
  if (!part) {
    return (
      <EmptyState icon={FileText} title={t('dossier.part.none.title')} text={t('dossier.part.none.text')} />
    );
  }
  return <PartWriting key={part.id} part={part} generation={generation} history={history} />;
}

interface PartWritingProps {
  part: Section;
  generation: number;
  history: RefObject<Map<string, EditorState>>;
}

function PartWriting({ part, generation, history }: PartWritingProps) {
  const { dossier } = useDossierWork();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [reloads, setReloads] = useState(0);
  const close = () => setDialog(null);
  return (
    <section className={styles.pane} aria-label={part.title}>
      <EditorCommands ask={setDialog} />
      <div className={styles.scroll}>
        <EditorToolbar ask={setDialog} />
        <div className={styles.desk}>
          <PartHead part={part} />
          <PartNotices part={part} onReload={() => setReloads(count => count + 1)} />
          <PartEditor
            key={`${generation} ${reloads}`}
            part={part}
            history={history}
            firstFootnote={firstFootnoteOf(dossier.sections, part.id)}
            ask={setDialog}
          />
        </div>
      </div>
      {dialog && <EditorDialog dialog={dialog} onClose={close} />}
    </section>
  );
}

/** Footnotes count through the included parts of the dossier. */
function firstFootnoteOf(sections: readonly Section[], id: string): number {
  let count = 1;
  for (const section of sections) {
    if (section.id === id) break;
    if (section.included) count += readReferences(section.text).footnotes;
  }
  return count;
}

function PartNotices({ part, onReload }: { part: Section; onReload: () => void }) {
  const { t } = useMessages();
  const { saving } = useDossierWork();
  const state = useSaveState(saving, part.id);
  return (
    <>
      {state === 'conflict' && <ConflictNotice part={part} onReload={onReload} />}
      {!part.included && (
        <div className={styles.notice}>
          <p>{t('dossier.part.leftOut')}</p>
          <Button onPress={() => void saving.saver.change(part.id, { included: true }, 'now')}>
            {t('dossier.part.include')}
          </Button>
        </div>
      )}
      {generatedPartKinds.includes(part.kind) && (
        <div className={styles.notice} data-tone="info">
          <p>{t(`dossier.part.generated.${part.kind as 'cover' | 'contents' | 'sources'}`)}</p>
        </div>
      )}
    </>
  );
}
