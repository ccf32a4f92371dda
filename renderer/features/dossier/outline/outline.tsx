import { ListPlus, ListTree } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Section } from '../../../../shared/model/dossier.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { usePartReferences } from '../state/use-part-references.ts';
import { AddPartDialog } from './add-part-dialog.tsx';
import styles from './outline.module.css';
import { OutlineRow } from './outline-row.tsx';
import { useHyphens } from './use-hyphens.ts';
import { useOutlineActions } from './use-outline-actions.ts';
import { useOutlineDrag } from './use-outline-drag.ts';

/** The parts of the dossier in order: chosen, moved, renamed, left out, added, thrown away. */
export function Outline() {
  const { t } = useMessages();
  const { dossier, part } = useDossierWork();
  const references = usePartReferences();
  const divide = useHyphens(dossier.language);
  const [isAdding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const [announced, announce] = useState('');
  const actions = useOutlineActions(announce);
  const drag = useOutlineDrag(dossier.sections, actions.moveTo);
  const endRename = () => {
    const id = renaming;
    setRenaming(null);
    requestAnimationFrame(() => focusRow(list.current, id));
  };

  const onKeyDown = (event: KeyboardEvent, section: Section, index: number) => {
    const key = `${event.altKey ? 'Alt+' : ''}${event.key}`;
    const focusAt = (to: number) => focusRow(list.current, dossier.sections[to]?.id ?? null);
    const run: Record<string, () => void> = {
      ArrowUp: () => focusAt(index - 1),
      ArrowDown: () => focusAt(index + 1),
      Home: () => focusAt(0),
      End: () => focusAt(dossier.sections.length - 1),
      'Alt+ArrowUp': () => actions.moveBy(section, -1),
      'Alt+ArrowDown': () => actions.moveBy(section, 1),
      F2: () => setRenaming(section.id),
      Delete: () => actions.trash(section),
    };
    if (!run[key] || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    run[key]();
  };

  return (
    <nav className={styles.outline} aria-label={t('dossier.outline.label')}>
      <div className={styles.bar}>
        <h2 className={styles.heading}>{t('dossier.pane.parts')}</h2>
        <span className={styles.count}>{dossier.sections.length}</span>
        <IconButton label={t('dossier.outline.add')} icon={ListPlus} onPress={() => setAdding(true)} />
      </div>
      {dossier.sections.length === 0 && (
        <EmptyState
          icon={ListTree}
          title={t('dossier.outline.empty.title')}
          text={t('dossier.outline.empty.text')}
        />
      )}
      <ol ref={list} className={styles.list} onDragOver={drag.onDragOverList} onDrop={drag.onDrop}>
        {dossier.sections.map((section, index) => (
          <OutlineRow
            key={section.id}
            section={section}
            index={index}
            divide={divide}
            isShown={section.id === part?.id}
            isRenaming={renaming === section.id}
            references={references.get(section.id)}
            actions={actions}
            drag={drag}
            onRename={() => setRenaming(section.id)}
            onRenamed={endRename}
            onKeyDown={event => onKeyDown(event, section, index)}
          />
        ))}
      </ol>
      <p id="dossier-outline-keys" className="visuallyHidden">
        {t('dossier.outline.keys')}
      </p>
      <p role="status" className="visuallyHidden">
        {announced}
      </p>
      {isAdding && <AddPartDialog onClose={() => setAdding(false)} />}
    </nav>
  );
}

function focusRow(list: HTMLElement | null, id: string | null): void {
  if (id) list?.querySelector<HTMLElement>(`[data-part="${id}"]`)?.focus();
}
