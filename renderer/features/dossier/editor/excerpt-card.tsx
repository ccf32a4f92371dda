import { ExternalLink, TriangleAlert, X } from 'lucide-react';
import { findLevel, outranks } from '../../../../shared/model/compare-markings.ts';
import type { Excerpt } from '../../../../shared/model/excerpt.ts';
import { useAction } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { StatusBadge } from '../../../components/status-badge.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { useShowInSource } from '../use-show-in-source.ts';
import styles from './excerpt-card.module.css';
import { removeBlockAt } from './excerpt-commands.ts';
import type { DrawnNode } from './node-view-store.ts';
import { QuoteDifference } from './quote-difference.tsx';

/** An excerpt quoted in the text: its exact words, never editable, how they stand, and what can be done about it. */
export function ExcerptCard({ drawn }: { drawn: DrawnNode }) {
  const { quotes } = useDossierWork();
  const excerptId = String(drawn.node.attrs.excerptId);
  const excerpt = quotes.find(excerptId);
  return (
    <figure className={styles.card} data-selected={drawn.selected || undefined}>
      {excerpt && !excerpt.trashedAt ? (
        <QuotedExcerpt excerpt={excerpt} drawn={drawn} />
      ) : (
        <MissingExcerpt excerpt={excerpt} drawn={drawn} />
      )}
    </figure>
  );
}

function QuotedExcerpt({ excerpt, drawn }: { excerpt: Excerpt; drawn: DrawnNode }) {
  const { t } = useMessages();
  const showInSource = useShowInSource();
  const { quotes } = useDossierWork();
  const status = quotes.statusOf(excerpt.id) ?? excerpt.status;
  const show = () => showInSource(excerpt, true);
  return (
    <>
      <blockquote className={styles.words} lang={excerpt.language ?? undefined}>
        {excerpt.exact}
      </blockquote>
      {excerpt.translation && <p className={styles.translation}>{excerpt.translation}</p>}
      <figcaption className={styles.foot}>
        <StatusBadge status={status} />
        <span className={styles.citation} title={excerpt.sourceTitle}>
          {excerpt.citation}
        </span>
        <span className={styles.actions}>
          <IconButton label={t('dossier.quote.show')} icon={ExternalLink} onPress={show} />
          <RemoveQuote drawn={drawn} />
        </span>
      </figcaption>
      <OutrankWarning excerpt={excerpt} />
      {status !== 'exact' && <QuoteTrouble excerpt={excerpt} onShow={show} />}
    </>
  );
}

function RemoveQuote({ drawn }: { drawn: DrawnNode }) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const remove = () => {
    const position = drawn.getPosition();
    if (position !== undefined) editor.run(removeBlockAt(position), 'part');
  };
  return <IconButton label={t('dossier.quote.remove')} icon={X} onPress={remove} />;
}

/** Says that a quote bears a higher marking than the dossier it stands in. */
function OutrankWarning({ excerpt }: { excerpt: Excerpt }) {
  const { t, language } = useMessages();
  const { dossier, schemes } = useDossierWork();
  if (!outranks(schemes, excerpt.marking, dossier.marking)) return null;
  const level = findLevel(schemes, excerpt.marking);
  return (
    <p className={styles.warning} role="note">
      <TriangleAlert aria-hidden />
      {t('dossier.quote.outranks', { level: level?.label[language] ?? '' })}
    </p>
  );
}

function QuoteTrouble({ excerpt, onShow }: { excerpt: Excerpt; onShow: () => void }) {
  const { t } = useMessages();
  const { quotes } = useDossierWork();
  const reanchor = useAction('excerpts.reanchor');
  const verification = quotes.verificationOf(excerpt.id);
  const isMoved = verification?.status === 'moved';
  const isFound = verification?.segments !== null && verification?.segments !== undefined;
  const page = verification?.segments?.[0]?.page;
  return (
    <div className={styles.trouble}>
      <p>
        {isMoved
          ? t('dossier.quote.moved', { page: (page ?? 0) + 1 })
          : t(isFound ? 'dossier.quote.changed' : 'dossier.quote.gone')}
      </p>
      {verification?.difference && <QuoteDifference parts={verification.difference} />}
      <div className={styles.choices}>
        <Button onPress={onShow}>{t('dossier.quote.show')}</Button>
        {isFound && (
          <Button isDisabled={reanchor.isPending} onPress={() => reanchor.mutate({ id: excerpt.id })}>
            {t(isMoved ? 'dossier.quote.acceptPlace' : 'dossier.quote.acceptWords')}
          </Button>
        )}
      </div>
    </div>
  );
}

function MissingExcerpt({ excerpt, drawn }: { excerpt: Excerpt | undefined; drawn: DrawnNode }) {
  const { t } = useMessages();
  const { quotes } = useDossierWork();
  const restore = useAction('excerpts.restore');
  if (!excerpt && !quotes.isLoaded) return <p className={styles.waiting}>{t('dossier.quote.loading')}</p>;
  return (
    <div className={styles.missing}>
      <TriangleAlert aria-hidden />
      <p>{t(excerpt ? 'dossier.quote.trashed' : 'dossier.quote.missing')}</p>
      <span className={styles.actions}>
        {excerpt && (
          <Button onPress={() => restore.mutate({ ids: [excerpt.id] })}>{t('dossier.quote.restore')}</Button>
        )}
        <RemoveQuote drawn={drawn} />
      </span>
    </div>
  );
}
