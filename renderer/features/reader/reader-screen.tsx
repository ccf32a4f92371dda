import { useMemo } from 'react';
import type { Place } from '../../../shared/model/excerpt.ts';
import { useCall } from '../../api.ts';
import { describeFailure, useMessages } from '../../app/i18n.tsx';
import { useNavigation } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ReplaceBanner } from './header/replace-banner.tsx';
import { useReplace } from './header/use-replace.ts';
import styles from './reader.module.css';
import { SourceReader } from './source-reader.tsx';

/** See {@link ReaderScreen}. */
export interface ReaderScreenProps {
  sourceId: string;
  /** Where to begin reading. */
  place?: Place | undefined;
  /** The excerpt to go to and choose. */
  excerptId?: string | undefined;
}

/** Reads one source: its pages, its excerpts beside them, and the making of new ones. */
export function ReaderScreen({ sourceId, place, excerptId }: ReaderScreenProps) {
  const { t } = useMessages();
  const { navigate, route } = useNavigation();
  const source = useCall('sources.get', { id: sourceId });
  const { start, replacement, dismiss } = useReplace(sourceId);
  // The route counts too: going to the same place a second time must lead there again.
  const target = useMemo(() => ({ route, place, excerptId }), [route, place, excerptId]);
  if (source.error) {
    return (
      <EmptyState
        title={t('reader.failedTitle')}
        text={describeFailure(source.error, t)}
        action={<Button onPress={() => navigate({ screen: 'sources' })}>{t('reader.toSources')}</Button>}
      />
    );
  }
  if (!source.data) return <p className={styles.loading}>{t('reader.loading')}</p>;
  return (
    <div className={styles.screen}>
      {replacement && <ReplaceBanner replacement={replacement} onClose={dismiss} />}
      {/* A replaced document is another text: everything about it begins anew. */}
      <SourceReader
        key={`${sourceId} ${source.data.sha256}`}
        source={source.data}
        target={target}
        onReplace={start}
      />
    </div>
  );
}
