import { GripVertical, MoreVertical } from 'lucide-react';
import { type DragEvent, memo } from 'react';
import { findLevel } from '../../../../shared/model/compare-markings.ts';
import type { Excerpt, QuoteVerification } from '../../../../shared/model/excerpt.ts';
import { useCall } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Menu } from '../../../components/menu.tsx';
import { StatusBadge } from '../../../components/status-badge.tsx';
import { Tag } from '../../../components/tag.tsx';
import { writeExcerptPages } from '../view/page-name.ts';
import { Difference } from './difference.tsx';
import styles from './panel.module.css';

/** What can be done with an excerpt of the list. */
export interface ExcerptActions {
  jump(excerpt: Excerpt): void;
  edit(excerpt: Excerpt): void;
  trash(excerpt: Excerpt): void;
  copy(excerpt: Excerpt): void;
  reanchor(excerpt: Excerpt): void;
}

/** See {@link ExcerptCard}. */
export interface ExcerptCardProps {
  excerpt: Excerpt;
  verification: QuoteVerification | undefined;
  isPaged: boolean;
  isChosen: boolean;
  actions: ExcerptActions;
}

/** One excerpt of the list beside the text; its words are the button that goes to its place. */
export const ExcerptCard = memo(function ExcerptCard(props: ExcerptCardProps) {
  const { excerpt, verification, isPaged, isChosen, actions } = props;
  const { t } = useMessages();
  return (
    <article className={styles.card} data-chosen={isChosen || undefined} data-status={excerpt.status}>
      <header className={styles.cardHead}>
        <span
          className={styles.grip}
          draggable
          title={t('reader.drag')}
          aria-hidden
          onDragStart={event => startDrag(event, excerpt)}
        >
          <GripVertical />
        </span>
        {isPaged && <span className={styles.pages}>{writeExcerptPages(t, excerpt)}</span>}
        <StatusBadge status={excerpt.status} />
        <CardMenu excerpt={excerpt} actions={actions} />
      </header>
      <button
        type="button"
        className={styles.cardWords}
        lang={excerpt.language ?? undefined}
        title={t('reader.goToExcerpt')}
        aria-current={isChosen || undefined}
        onClick={() => actions.jump(excerpt)}
      >
        <span className={styles.clamped}>{excerpt.exact}</span>
      </button>
      {excerpt.status !== 'exact' && (
        <Doubt excerpt={excerpt} verification={verification} onAccept={() => actions.reanchor(excerpt)} />
      )}
      {excerpt.note && <p className={styles.cardNote}>{excerpt.note}</p>}
      <CardFoot excerpt={excerpt} />
    </article>
  );
});

function startDrag(event: DragEvent, excerpt: Excerpt): void {
  event.dataTransfer.setData('application/x-valija-excerpt', excerpt.id);
  event.dataTransfer.setData('text/plain', `«${excerpt.exact}» ${excerpt.citation}`);
  event.dataTransfer.effectAllowed = 'copyLink';
  const card = event.currentTarget.closest('article');
  if (card) event.dataTransfer.setDragImage(card, 12, 12);
}

function CardMenu({ excerpt, actions }: { excerpt: Excerpt; actions: ExcerptActions }) {
  const { t } = useMessages();
  return (
    <Menu
      label={t('reader.excerptMenu')}
      items={[
        { id: 'edit', label: t('reader.edit'), run: () => actions.edit(excerpt) },
        { id: 'copy', label: t('reader.copyCited'), run: () => actions.copy(excerpt) },
        null,
        { id: 'trash', label: t('reader.trash'), isDanger: true, run: () => actions.trash(excerpt) },
      ]}
    >
      <IconButton label={t('reader.excerptMenu')} icon={MoreVertical} className={styles.menuButton ?? ''} />
    </Menu>
  );
}

function Doubt(props: { excerpt: Excerpt; verification: QuoteVerification | undefined; onAccept(): void }) {
  const { excerpt, verification, onAccept } = props;
  const { t } = useMessages();
  const isChanged = excerpt.status === 'changed';
  const hasPlace = (verification?.segments?.length ?? 0) > 0;
  const isLost = verification !== undefined && !hasPlace;
  return (
    <div className={styles.doubt}>
      <p>{t(isLost ? 'reader.lostText' : isChanged ? 'reader.changedText' : 'reader.movedText')}</p>
      {verification?.difference && <Difference parts={verification.difference} />}
      {hasPlace && (
        <Button className={styles.accept ?? ''} onPress={onAccept}>
          {t(isChanged ? 'reader.acceptWords' : 'reader.acceptPlace')}
        </Button>
      )}
    </div>
  );
}

function CardFoot({ excerpt }: { excerpt: Excerpt }) {
  const { language } = useMessages();
  const schemes = useCall('markings.list', {}, { enabled: excerpt.marking !== null }).data?.items ?? [];
  const level = findLevel(schemes, excerpt.marking);
  if (excerpt.tags.length === 0 && !level) return null;
  return (
    <footer className={styles.cardFoot}>
      {level && (
        <span className={styles.marking} style={{ borderColor: level.color }}>
          {level.label[language]}
        </span>
      )}
      {excerpt.tags.map(tag => (
        <Tag key={tag} name={tag} />
      ))}
    </footer>
  );
}
