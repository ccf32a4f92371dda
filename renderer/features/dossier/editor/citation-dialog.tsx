import { keepPreviousData } from '@tanstack/react-query';
import { type FormEvent, useDeferredValue, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Source } from '../../../../shared/model/source.ts';
import { useCall } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { matchesWords } from '../state/match-words.ts';
import { citeSource } from './cite-source.ts';
import styles from './editor-dialogs.module.css';
import { insertCitation, updateCitation } from './inline-commands.ts';

/** Asks which source is cited and where; `position` is the citation to change, null for a new one. */
export function CitationDialog({ position, onClose }: { position: number | null; onClose: () => void }) {
  const { t } = useMessages();
  const { editor, dossier } = useDossierWork();
  const [start] = useState(() => readCitation(editor.read(), position));
  const [sourceId, setSourceId] = useState<string | null>(start.sourceId);
  const [locator, setLocator] = useState(start.locator);
  const sources = useCall(
    'sources.list',
    { order: 'title', limit: 1000 },
    { placeholderData: keepPreviousData },
  );
  const chosen = sources.data?.items.find(source => source.id === sourceId);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!sourceId) return;
    onClose();
    const text = locator.trim();
    const command =
      position === null ? insertCitation(sourceId, text) : updateCitation(position, sourceId, text);
    requestAnimationFrame(() => editor.run(command));
  };
  return (
    <Dialog
      title={t('dossier.citation.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" type="submit" form="dossier-citation" isDisabled={!sourceId}>
            {t(position === null ? 'dossier.citation.insert' : 'dossier.citation.update')}
          </Button>
        </>
      }
    >
      <form id="dossier-citation" className={styles.form} onSubmit={submit}>
        <SourcePicker sources={sources.data?.items ?? []} chosen={sourceId} onChoose={setSourceId} />
        <TextField
          label={t('dossier.citation.locator')}
          description={t('dossier.citation.locatorHelp')}
          maxLength={100}
          value={locator}
          onChange={setLocator}
        />
        <p className={styles.outcome} aria-live="polite">
          {chosen
            ? t('dossier.citation.preview', { text: citeSource(chosen, locator, dossier.language) })
            : t('dossier.citation.choose')}
        </p>
      </form>
    </Dialog>
  );
}

interface SourcePickerProps {
  sources: readonly Source[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

function SourcePicker({ sources, chosen, onChoose }: SourcePickerProps) {
  const { t } = useMessages();
  const { dossier } = useDossierWork();
  const [text, setText] = useState('');
  const words = useDeferredValue(text);
  const found = sources.filter(source =>
    matchesWords(`${source.title} ${citeSource(source, '', 'es')}`, words),
  );
  return (
    <div className={styles.picker}>
      <SearchField autoFocus label={t('dossier.citation.search')} value={text} onChange={setText} />
      <ListBox
        aria-label={t('dossier.citation.sources')}
        className={styles.sources ?? ''}
        items={found.slice(0, 100)}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={keys => {
          const [id] = [...keys];
          if (typeof id === 'string') onChoose(id);
        }}
        renderEmptyState={() => (
          <p className={styles.none}>
            {t(sources.length === 0 ? 'dossier.citation.noSources' : 'dossier.citation.none')}
          </p>
        )}
      >
        {source => (
          <ListBoxItem id={source.id} textValue={source.title} className={styles.source ?? ''}>
            <span className={styles.sourceTitle}>{source.title}</span>
            <span className={styles.sourceCitation}>{citeSource(source, '', dossier.language)}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}

function readCitation(
  state: ReturnType<ReturnType<typeof useDossierWork>['editor']['read']>,
  position: number | null,
): { sourceId: string | null; locator: string } {
  const node = position === null ? null : state?.doc.nodeAt(position);
  if (node?.type.name !== 'citation') return { sourceId: null, locator: '' };
  return { sourceId: String(node.attrs.sourceId), locator: String(node.attrs.locator) };
}
