import { useEffect, useRef, useState } from 'react';
import type { Place } from '../../../shared/model/excerpt.ts';
import type { Source } from '../../../shared/model/source.ts';
import { describeFailure, useMessages } from '../../app/i18n.tsx';
import { Button } from '../../components/button.tsx';
import { Splitter } from '../../components/splitter.tsx';
import { FindBar } from './header/find-bar.tsx';
import { ReaderHeader } from './header/reader-header.tsx';
import { ReaderToolbar } from './header/reader-toolbar.tsx';
import { ExcerptPanel } from './panel/excerpt-panel.tsx';
import styles from './reader.module.css';
import { SelectionTools } from './selection/selection-tools.tsx';
import { type Reader, useReader } from './state/use-reader.ts';
import { useReaderCommands } from './state/use-reader-commands.ts';
import { wordAt } from './text/movement.ts';
import { ReadingSurface } from './view/reading-surface.tsx';

/** See {@link SourceReader}. */
export interface SourceReaderProps {
  source: Source;
  target: { place?: Place | undefined; excerptId?: string | undefined };
  onReplace(): void;
}

/** The reader of one version of one source. */
export function SourceReader({ source, target, onReplace }: SourceReaderProps) {
  const { t } = useMessages();
  const reader = useReader(source);
  const [isPanelOpen, setPanelOpen] = useState(true);
  const numberField = useRef<HTMLInputElement>(null);
  useTarget(reader, target);
  const { keep, copy, copyCited } = useReaderCommands(reader, {
    goToPage: () => numberField.current?.focus(),
    openPanel: () => setPanelOpen(true),
    togglePanel: () => setPanelOpen(open => !open),
    replace: onReplace,
  });
  const text = (
    <>
      <Failures reader={reader} />
      <ReadingSurface
        reader={reader}
        tools={<SelectionTools reader={reader} onKeep={keep} onCopy={copy} onCopyCited={copyCited} />}
      />
    </>
  );
  const panes = [
    { id: 'text', label: t('reader.textPane'), size: 68, minSize: 35, content: text },
    {
      id: 'panel',
      label: t('reader.excerpts'),
      size: 32,
      minSize: 20,
      content: <ExcerptPanel reader={reader} />,
    },
  ];
  return (
    <>
      <ReaderHeader reader={reader} onReplace={onReplace} />
      <ReaderToolbar
        reader={reader}
        numberRef={numberField}
        isPanelOpen={isPanelOpen}
        onTogglePanel={() => setPanelOpen(open => !open)}
      />
      {reader.find.isOpen && <FindBar reader={reader} />}
      <div className={styles.body}>
        <Splitter
          key={isPanelOpen ? 'both' : 'text'}
          panes={isPanelOpen ? panes : panes.slice(0, 1)}
          storageKey={isPanelOpen ? 'reader' : 'reader.text'}
        />
      </div>
    </>
  );
}

function Failures({ reader }: { reader: Reader }) {
  const { t } = useMessages();
  const { pages, pdf } = reader;
  return (
    <>
      {pages.failure !== null && (
        <div role="alert" className={styles.failure}>
          <p>{describeFailure(pages.failure, t)}</p>
          <Button onPress={pages.retry}>{t('reader.retry')}</Button>
        </div>
      )}
      {pdf.state === 'failed' && (
        <div role="alert" className={styles.failure}>
          <p>{t('reader.pictureFailed')}</p>
        </div>
      )}
    </>
  );
}

/** Goes to the place or excerpt that the route names, once each time it is asked for. */
function useTarget(reader: Reader, target: SourceReaderProps['target']): void {
  const { place, excerptId } = target;
  const { excerpts, jump, jumpToExcerpt, choose, texts } = reader;
  const done = useRef<unknown>(null);
  const excerpt = excerptId === undefined ? undefined : excerpts.byId.get(excerptId);
  const text = place && texts.textOf(place.page);
  useEffect(() => {
    if (done.current === target) return;
    if (excerpt) {
      choose(excerpt.id);
      jumpToExcerpt(excerpt);
    } else if (place && (text !== undefined || place.offset === 0)) {
      const word = text ? wordAt(text, place.offset) : { start: 0, end: 0 };
      jump({ start: { ...place, offset: word.start }, end: { ...place, offset: word.end } });
    } else {
      if (place) reader.pages.want(place.page);
      return;
    }
    done.current = target;
  }, [target, place, excerpt, text, choose, jump, jumpToExcerpt, reader.pages.want]);
}
