import { Copy, FolderPlus, GripVertical, MapPin, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Excerpt } from '../../../shared/model/excerpt.ts';
import { call, reportFailure } from '../../api.ts';
import { useMessages } from '../../app/i18n.tsx';
import { useNavigation } from '../../app/navigation.tsx';
import { useToasts } from '../../app/toasts.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { Tag } from '../../components/tag.tsx';
import { dragExcerpt, quoteText } from './drag-excerpt.ts';
import styles from './excerpt-card.module.css';

interface Props {
  excerpt: Excerpt;
  /** Whether it is the one last shown in its source, to which the keyboard comes back. */
  isLatest: boolean;
  /** It is about to be shown in its source. */
  onOpened(id: string): void;
  onAdd(id: string): void;
}

/** One excerpt in a list: its words, where they stand, its state, and what can be done with it. */
export function ExcerptCard({ excerpt, isLatest, onOpened, onAdd }: Props) {
  const { navigate } = useNavigation();
  const open = () => {
    onOpened(excerpt.id);
    navigate({
      screen: 'source',
      sourceId: excerpt.sourceId,
      excerptId: excerpt.id,
      place: startOf(excerpt),
    });
  };
  return (
    <article className={styles.card} draggable onDragStart={event => dragExcerpt(event, excerpt)}>
      <GripVertical aria-hidden className={styles.grip} />
      <div className={styles.main}>
        <blockquote className={styles.exact} lang={excerpt.language ?? undefined}>
          {excerpt.exact}
        </blockquote>
        <div className={styles.facts}>
          <StatusBadge status={excerpt.status} />
          <Button className={styles.citation ?? ''} data-arrival={isLatest || undefined} onPress={open}>
            {excerpt.sourceTitle} {excerpt.citation}
          </Button>
          {excerpt.tags.map(name => (
            <Tag key={name} name={name} />
          ))}
        </div>
        {excerpt.note && <p className={styles.note}>{excerpt.note}</p>}
      </div>
      <CardActions excerpt={excerpt} onOpen={open} onAdd={onAdd} />
    </article>
  );
}

function startOf(excerpt: Excerpt) {
  const [first] = excerpt.segments;
  return { page: first?.page ?? 0, offset: first?.start ?? 0 };
}

interface ActionsProps {
  excerpt: Excerpt;
  onOpen(): void;
  onAdd(id: string): void;
}

function CardActions({ excerpt, onOpen, onAdd }: ActionsProps) {
  const { t } = useMessages();
  const toasts = useToasts();
  function copy(): void {
    navigator.clipboard.writeText(quoteText(excerpt)).then(
      () => toasts.show({ text: t('library.copied'), tone: 'good' }),
      () => toasts.show({ text: t('library.notCopied'), tone: 'warn' }),
    );
  }
  function trash(): void {
    const ids = [excerpt.id];
    const undo = () => void call('excerpts.restore', { ids }).catch(reportFailure);
    call('excerpts.trash', { ids }).then(
      () =>
        toasts.show({
          text: t('library.excerptTrashed'),
          action: { label: t('app.undo'), run: undo, isUndo: true },
        }),
      reportFailure,
    );
  }
  return (
    <div className={styles.actions}>
      <IconButton label={t('library.addToDossier')} icon={FolderPlus} onPress={() => onAdd(excerpt.id)} />
      <IconButton label={t('library.copyQuote')} icon={Copy} onPress={copy} />
      <IconButton label={t('library.seeInSource')} icon={MapPin} onPress={onOpen} />
      <IconButton label={t('library.toTrash')} icon={Trash2} onPress={trash} />
    </div>
  );
}
