import { type FormEvent, useState } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import type { PartKind, Template } from '../../../../shared/model/dossier.ts';
import { useAction } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import styles from './outline.module.css';

/** A part of a template; one kind may stand there several times. */
type TemplatePart = Template['parts'][number] & { key: string };

/** Adds a part behind the one that is shown: one of the template's kinds, or one of the user's own. */
export function AddPartDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const { dossier, part, template, selectPart } = useDossierWork();
  const [chosen, setChosen] = useState('own');
  const [title, setTitle] = useState('');
  const add = useAction('sections.add', {
    onSuccess: section => {
      onClose();
      selectPart(section.id);
    },
  });
  const parts = (template?.parts ?? []).map((item, index) => ({ ...item, key: `${index}` }));
  const isOwn = chosen === 'own';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = parts.find(item => item.key === chosen);
    const kind: PartKind = found?.kind ?? 'custom';
    const name = found ? found.title[dossier.language] : title.trim();
    if (name) add.mutate({ dossierId: dossier.id, after: part?.id ?? null, kind, title: name });
  };
  return (
    <Dialog
      title={t('dossier.add.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form="dossier-add-part"
            isDisabled={add.isPending || (isOwn && !title.trim())}
          >
            {t('dossier.add.add')}
          </Button>
        </>
      }
    >
      <form id="dossier-add-part" className={styles.addForm} onSubmit={submit}>
        <KindList parts={parts} chosen={chosen} onChoose={setChosen} />
        {isOwn && (
          <TextField
            label={t('dossier.add.ownTitle')}
            value={title}
            onChange={setTitle}
            maxLength={500}
            isRequired
          />
        )}
      </form>
    </Dialog>
  );
}

interface KindListProps {
  parts: readonly TemplatePart[];
  chosen: string;
  onChoose: (key: string) => void;
}

function KindList({ parts, chosen, onChoose }: KindListProps) {
  const { t, language } = useMessages();
  const { dossier, template } = useDossierWork();
  const present = new Set(dossier.sections.map(section => section.kind));
  const own = { key: 'own', title: t('dossier.add.own'), hint: t('dossier.add.ownHint'), isPresent: false };
  const items = parts.map(part => ({
    key: part.key,
    title: part.title[dossier.language],
    hint: part.hint[language],
    isPresent: present.has(part.kind),
  }));
  return (
    <ListBox
      aria-label={t('dossier.add.from', { template: template?.name[language] ?? '' })}
      className={styles.kinds ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={keys => {
        const [key] = [...keys];
        if (typeof key === 'string') onChoose(key);
      }}
    >
      {[own, ...items].map(item => (
        <ListBoxItem key={item.key} id={item.key} textValue={item.title} className={styles.kind ?? ''}>
          <Text slot="label" className={styles.kindTitle ?? ''}>
            {item.title}
            {item.isPresent && <span className={styles.present}>{t('dossier.add.present')}</span>}
          </Text>
          <Text slot="description" className={styles.kindHint ?? ''}>
            {item.hint}
          </Text>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
