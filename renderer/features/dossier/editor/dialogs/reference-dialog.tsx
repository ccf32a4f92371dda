import { type FormEvent, useDeferredValue, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { referenceForms } from '../../../../../shared/document/page-nodes.ts';
import { useMessages } from '../../../../app/i18n.tsx';
import { Dialog } from '../../../../components/dialog.tsx';
import { SearchField } from '../../../../components/search-field.tsx';
import { Select } from '../../../../components/select.tsx';
import { useDossierWork } from '../../state/dossier-work.tsx';
import { matchesWords } from '../../state/match-words.ts';
import styles from '../editor-dialogs.module.css';
import type { ReferenceTarget } from '../references/list-targets.ts';
import { insertReference, type ReferenceForm, updateReference } from '../references/reference-commands.ts';
import { useNameTarget } from '../references/use-name-target.ts';
import { useReferenceTargets, useWriteReference } from '../references/use-reference-targets.ts';
import { SubmitActions } from './submit-actions.tsx';

/** Asks where a cross-reference leads and what it prints; `position` is the one to change, null for a new one. */
export function ReferenceDialog({ position, onClose }: { position: number | null; onClose: () => void }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const targets = useReferenceTargets();
  const nameTarget = useNameTarget();
  const write = useWriteReference();
  const [start] = useState(() => readReference(editor.read()?.doc.nodeAt(position ?? 0)?.attrs, position));
  const [chosen, setChosen] = useState<string | null>(null);
  const [form, setForm] = useState<ReferenceForm>(start.form);
  const target = targets.find(each =>
    chosen ? keyOf(each) === chosen : each.id !== '' && each.id === start.id,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!target) return;
    onClose();
    requestAnimationFrame(() => {
      const id = nameTarget(target);
      editor.run(position === null ? insertReference(id, form) : updateReference(position, id, form));
    });
  };
  return (
    <Dialog
      title={t('editor.reference.title')}
      isOpen
      onClose={onClose}
      actions={
        <SubmitActions
          form="dossier-reference"
          label={t(position === null ? 'dossier.toolbar.insert' : 'editor.apply')}
          isDisabled={!target}
          onClose={onClose}
        />
      }
    >
      <form id="dossier-reference" className={styles.form} onSubmit={submit}>
        <TargetPicker targets={targets} chosen={target ? keyOf(target) : null} onChoose={setChosen} />
        <Select
          label={t('editor.reference.form')}
          options={referenceForms.map(id => ({ id, label: t(`editor.reference.form.${id}`) }))}
          value={form}
          onChange={id => setForm(id)}
        />
        <p className={styles.outcome} aria-live="polite">
          {target
            ? t('dossier.citation.preview', { text: write(target, form) })
            : t('editor.reference.choose')}
        </p>
      </form>
    </Dialog>
  );
}

interface TargetPickerProps {
  targets: readonly ReferenceTarget[];
  chosen: string | null;
  onChoose: (key: string) => void;
}

function TargetPicker({ targets, chosen, onChoose }: TargetPickerProps) {
  const { t } = useMessages();
  const write = useWriteReference();
  const [text, setText] = useState('');
  const words = useDeferredValue(text);
  const name = (target: ReferenceTarget) =>
    target.number === null ? t('editor.reference.kind.heading') : write(target, 'label');
  const found = targets.filter(target => matchesWords(`${name(target)} ${target.title}`, words));
  return (
    <div className={styles.picker}>
      <SearchField autoFocus label={t('editor.reference.search')} value={text} onChange={setText} />
      <ListBox
        aria-label={t('editor.reference.targets')}
        className={styles.sources ?? ''}
        items={found.slice(0, 300).map(target => ({ id: keyOf(target), target }))}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={keys => {
          const [key] = [...keys];
          if (typeof key === 'string') onChoose(key);
        }}
        renderEmptyState={() => <p className={styles.none}>{t('editor.reference.none')}</p>}
      >
        {({ target }) => (
          <ListBoxItem
            textValue={`${name(target)} ${target.title}`}
            className={styles.target ?? ''}
            data-inside={target.ordinal >= 0 || undefined}
          >
            <span className={styles.targetKind}>{name(target)}</span>
            <span className={styles.sourceTitle}>{target.title}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}

function keyOf({ sectionId, ordinal }: ReferenceTarget): string {
  return `${sectionId} ${ordinal}`;
}

function readReference(
  attrs: Readonly<Record<string, unknown>> | undefined,
  position: number | null,
): { id: string; form: ReferenceForm } {
  if (position === null) return { id: '', form: 'label' };
  const form = referenceForms.find(each => each === attrs?.form) ?? 'label';
  return { id: String(attrs?.targetId ?? ''), form };
}
