import { ArrowDown, ArrowUp, Ellipsis, Eye, EyeOff, Pencil, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { findLevel } from '../../../../shared/model/compare-markings.ts';
import type { Section } from '../../../../shared/model/dossier.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Menu, type MenuEntry } from '../../../components/menu.tsx';
import { MarkingPill } from '../marking-pill.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import type { PartReferences } from '../state/use-part-references.ts';
import styles from './outline.module.css';
import { QuoteMarks } from './quote-marks.tsx';
import type { OutlineActions } from './use-outline-actions.ts';
import type { OutlineDrag } from './use-outline-drag.ts';

/** See {@link OutlineRow}. */
export interface OutlineRowProps {
  section: Section;
  index: number;
  isShown: boolean;
  /** Puts soft hyphens into a title of the dossier's language. */
  divide: (words: string) => string;
  isRenaming: boolean;
  references: PartReferences | undefined;
  actions: OutlineActions;
  drag: OutlineDrag;
  onRename: () => void;
  onRenamed: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One part in the outline. */
export function OutlineRow(props: OutlineRowProps) {
  const { section, index, isShown, divide, isRenaming, references, actions, drag } = props;
  const { t } = useMessages();
  const { dossier, schemes, selectPart } = useDossierWork();
  const title = section.title || t('dossier.outline.untitled');
  return (
    <li
      className={styles.row}
      data-shown={isShown || undefined}
      data-left={!section.included || undefined}
      data-dragged={drag.dragged === section.id || undefined}
      data-drop={dropEdge(drag.dropIndex, index)}
      draggable={!isRenaming}
      onDragStart={event => drag.onDragStart(event, section.id)}
      onDragOver={event => drag.onDragOverRow(event, index)}
      onDragEnd={drag.onDragEnd}
    >
      {isRenaming ? (
        <RenameField section={section} onDone={props.onRenamed} onRename={actions.rename} />
      ) : (
        <button
          type="button"
          data-part={section.id}
          className={styles.part}
          aria-current={isShown ? 'true' : undefined}
          aria-describedby="dossier-outline-keys"
          tabIndex={isShown ? 0 : -1}
          onClick={() => selectPart(section.id)}
          onDoubleClick={props.onRename}
          onKeyDown={props.onKeyDown}
        >
          <span className={styles.number}>{index + 1}</span>
          <span className={styles.words}>
            <span className={styles.title} lang={section.title ? dossier.language : undefined}>
              {section.title ? divide(title) : title}
            </span>
            <span className={styles.facts}>
              {!section.included && (
                <span className={styles.left}>
                  <EyeOff aria-hidden />
                  {t('dossier.outline.left')}
                </span>
              )}
              <MarkingPill level={findLevel(schemes, section.marking)} isShort />
              {references && <QuoteMarks counts={references.counts} />}
            </span>
          </span>
        </button>
      )}
      <RowMenu {...props} title={title} />
    </li>
  );
}

function dropEdge(dropIndex: number | null, index: number): 'before' | 'after' | undefined {
  if (dropIndex === index) return 'before';
  return dropIndex === index + 1 ? 'after' : undefined;
}

function RowMenu({ section, actions, onRename, title }: OutlineRowProps & { title: string }) {
  const { t } = useMessages();
  const items: (MenuEntry | null)[] = [
    { id: 'rename', label: t('dossier.outline.rename'), icon: Pencil, shortcut: 'F2', run: onRename },
    section.included
      ? {
          id: 'leaveOut',
          label: t('dossier.outline.leaveOut'),
          icon: EyeOff,
          run: () => actions.setIncluded(section, false),
        }
      : {
          id: 'include',
          label: t('dossier.outline.include'),
          icon: Eye,
          run: () => actions.setIncluded(section, true),
        },
    {
      id: 'up',
      label: t('dossier.outline.moveUp'),
      icon: ArrowUp,
      shortcut: 'Alt+ArrowUp',
      run: () => actions.moveBy(section, -1),
    },
    {
      id: 'down',
      label: t('dossier.outline.moveDown'),
      icon: ArrowDown,
      shortcut: 'Alt+ArrowDown',
      run: () => actions.moveBy(section, 1),
    },
    null,
    {
      id: 'trash',
      label: t('dossier.outline.trash'),
      icon: Trash2,
      isDanger: true,
      run: () => actions.trash(section),
    },
  ];
  return (
    <span className={styles.menu}>
      <Menu label={t('dossier.outline.actions', { title })} items={items}>
        <IconButton label={t('dossier.outline.actions', { title })} icon={Ellipsis} />
      </Menu>
    </span>
  );
}

interface RenameFieldProps {
  section: Section;
  onDone: () => void;
  onRename: OutlineActions['rename'];
}

function RenameField({ section, onDone, onRename }: RenameFieldProps) {
  const { t } = useMessages();
  const [title, setTitle] = useState(section.title);
  const field = useRef<HTMLInputElement>(null);
  // The field appears because the user asked to type here.
  useEffect(() => field.current?.select(), []);
  const keep = () => {
    onRename(section, title.trim());
    onDone();
  };
  return (
    <input
      ref={field}
      className={styles.rename}
      aria-label={t('dossier.outline.newName')}
      value={title}
      maxLength={500}
      onChange={event => setTitle(event.target.value)}
      onBlur={keep}
      onKeyDown={event => {
        event.stopPropagation();
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') onDone();
      }}
    />
  );
}
