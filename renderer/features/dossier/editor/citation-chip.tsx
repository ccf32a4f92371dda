import { useCall } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { citeSource } from './cite-source.ts';
import styles from './editor.module.css';
import type { DrawnNode } from './node-view-store.ts';

/** A citation without a quotation, in the text. */
export function CitationChip({
  drawn,
  onEdit,
}: {
  drawn: DrawnNode;
  onEdit: (position: number | null) => void;
}) {
  const { t } = useMessages();
  const { dossier, editor } = useDossierWork();
  const { sourceId, locator } = drawn.node.attrs as { sourceId: string; locator: string };
  const source = useCall('sources.get', { id: sourceId });
  const edit = () => {
    editor.setActive(drawn.view);
    onEdit(drawn.getPosition() ?? null);
  };
  return (
    <button
      type="button"
      className={styles.citation}
      data-selected={drawn.selected || undefined}
      data-missing={source.isError || undefined}
      tabIndex={-1}
      title={source.data?.title ?? ''}
      onClick={edit}
    >
      {source.data && citeSource(source.data, locator, dossier.language)}
      {source.isError && t('dossier.citation.missing')}
    </button>
  );
}
