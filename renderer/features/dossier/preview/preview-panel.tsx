import { FileText, LocateFixed, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type OutputKind, outputKinds } from '../../../../shared/model/output.ts';
import { describeFailure, useMessages } from '../../../app/i18n.tsx';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Select } from '../../../components/select.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import styles from './preview.module.css';
import { PreviewPages } from './preview-pages.tsx';
import { usePreview } from './use-preview.ts';

const zooms = [0.75, 1, 1.25, 1.5, 2, 3];

/** The dossier's PDF itself, following the part that is being written. */
export function PreviewPanel({ kind, onKind }: { kind: OutputKind; onKind: (kind: OutputKind) => void }) {
  const { t } = useMessages();
  const { preview, isBusy, failure, retry, look } = usePreview(kind);
  const [page, setPage] = useState(0);
  const [zoom, setZoom] = useState(1);
  const [isFollowing, setFollowing] = useState(true);
  const step = (by: number) => setZoom(zooms[zooms.indexOf(zoom) + by] ?? zoom);
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <IconButton
          label={t('dossier.preview.follow')}
          icon={LocateFixed}
          isSelected={isFollowing}
          onPress={() => setFollowing(!isFollowing)}
        />
        <Select
          label={t('outputs.previewed')}
          isLabelHidden
          className={styles.output ?? ''}
          options={outputKinds.map(id => ({ id, label: t(`export.output.${id}`) }))}
          value={kind}
          onChange={onKind}
        />
        <span className={styles.pageOf}>
          {preview && preview.pageCount > 0 && (
            <>
              <span className="visuallyHidden">
                {t('dossier.preview.page', { page: page + 1, total: preview.pageCount })}
              </span>
              <span aria-hidden>{t('outputs.pageOf', { page: page + 1, total: preview.pageCount })}</span>
            </>
          )}
        </span>
        <span className={styles.busy} data-busy={isBusy || undefined} aria-hidden />
        <IconButton
          label={t('dossier.preview.zoomOut')}
          icon={ZoomOut}
          isDisabled={zoom === zooms[0]}
          onPress={() => step(-1)}
        />
        <IconButton
          label={t('dossier.preview.zoomIn')}
          icon={ZoomIn}
          isDisabled={zoom === zooms.at(-1)}
          onPress={() => step(1)}
        />
      </div>
      {failure !== null && <PreviewFailure failure={failure} onRetry={retry} />}
      {preview && preview.missingGlyphs.length > 0 && (
        <p className={styles.warning} role="note">
          {t('dossier.preview.missingGlyphs', { glyphs: preview.missingGlyphs.join(' ') })}
        </p>
      )}
      {preview && preview.pageCount > 0 && (
        <FollowedPages
          preview={preview}
          zoom={zoom}
          isFollowing={isFollowing}
          onPage={setPage}
          onSight={look}
        />
      )}
      {preview && preview.pageCount === 0 && (
        <EmptyState icon={FileText} title={t('dossier.tab.preview')} text={t('dossier.preview.empty')} />
      )}
      {!preview && failure === null && <p className={styles.loading}>{t('dossier.preview.loading')}</p>}
    </div>
  );
}

type FollowedPagesProps = Omit<Parameters<typeof PreviewPages>[0], 'target'> & { isFollowing: boolean };

/** Shows the pages from where the written part begins, again whenever another part is chosen. */
function FollowedPages({ isFollowing, ...props }: FollowedPagesProps) {
  const { part } = useDossierWork();
  const first = part ? props.preview.sectionPages[part.id] : undefined;
  const [target, setTarget] = useState<{ page: number } | null>(null);
  const followed = useRef<string | null>(null);
  useEffect(() => {
    const key = `${part?.id} ${first}`;
    if (!isFollowing || first === undefined || followed.current === key) return;
    followed.current = key;
    setTarget({ page: first - 1 });
  }, [part?.id, first, isFollowing]);
  return <PreviewPages {...props} target={target} />;
}

function PreviewFailure({ failure, onRetry }: { failure: unknown; onRetry: () => void }) {
  const { t } = useMessages();
  return (
    <div className={styles.warning} role="alert">
      <p>{t('dossier.preview.failed', { reason: describeFailure(failure, t) })}</p>
      <Button onPress={onRetry}>{t('dossier.preview.retry')}</Button>
    </div>
  );
}
