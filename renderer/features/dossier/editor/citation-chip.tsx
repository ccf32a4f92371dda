import { useCall } from '../../../api.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { citeSource } from './cite-source.ts';
import styles from './editor.module.css';
import type { DrawnNode } from './node-view-store.ts';

/** A citation without a quotation, in the text; a click or Enter on it opens its dialog (see `create-editor.ts`). */
export function CitationChip({ drawn }: { drawn: DrawnNode }) {
  const { t } = useMessages();
  const { dossier } = useDossierWork();
  const { sourceId, locator } = drawn.node.attrs as { sourceId: string; locator: string };
  const source = useCall('sources.get', { id: sourceId });
  return (
    <span
      className={styles.citation}
      data-selected={drawn.selected || undefined}
      data-missing={source.isError || undefined}
      title={source.data?.title ?? ''}
    >
      {source.data && citeSource(source.data, locator, dossier.language)}
      {source.isError && t('dossier.citation.missing')}
    </span>
  );
}
