import { memo } from 'react';
import { type FixedText, type PageRect, rangeRects } from '../fixed/range-rects.ts';
import type { Decoration } from '../text/split-text.ts';
import { sameDecorations } from './decorations.ts';
import styles from './fixed-page.module.css';
import { MarkHandle } from './mark-handle.tsx';
import { measureText } from './measure-text.ts';

/** See {@link PageMarks}. */
export interface PageMarksProps {
  page: FixedText;
  scale: number;
  decorations: readonly Decoration[];
  chosenId: string | null;
}

/** The marks on a drawn page: excerpts, what was found, the selection; they let the mouse through. */
export const PageMarks = memo(
  function PageMarks({ page, scale, decorations, chosenId }: PageMarksProps) {
    return (
      <div className={styles.marks}>
        {decorations.map(decoration => {
          const rects = rangeRects(page, decoration, measureText);
          const key = `${decoration.kind} ${decoration.id} ${decoration.start}`;
          return (
            <div key={key}>
              {rects.map(rect => (
                <div
                  key={`${rect.x} ${rect.y}`}
                  className={styles.mark}
                  data-kind={decoration.kind}
                  data-chosen={(decoration.id !== '' && decoration.id === chosenId) || undefined}
                  style={boxStyle(rect, scale)}
                />
              ))}
              {decoration.kind === 'excerpt' && rects[0] && (
                <MarkHandle excerptId={decoration.id} style={boxStyle(rects[0], scale)} />
              )}
            </div>
          );
        })}
      </div>
    );
  },
  (before, after) =>
    before.page === after.page &&
    before.scale === after.scale &&
    before.chosenId === after.chosenId &&
    sameDecorations(before.decorations, after.decorations),
);

function boxStyle(rect: PageRect, scale: number) {
  return {
    left: rect.x * scale,
    top: rect.y * scale,
    width: rect.width * scale,
    height: rect.height * scale,
  };
}
