import { Fragment, memo, type ReactNode } from 'react';
import type { TextRange } from '../text/places.ts';
import { type Decoration, splitText, type TextPiece } from '../text/split-text.ts';
import { sameDecorations } from '../view/decorations.ts';
import { MarkHandle } from '../view/mark-handle.tsx';
import styles from './flow-block.module.css';
import type { FlowItem } from './flow-items.ts';
import { splitCells } from './split-cells.ts';

/** See {@link FlowBlock}. */
export interface FlowBlockProps {
  item: FlowItem;
  decorations: readonly Decoration[];
  chosenId: string | null;
}

/** The document's own headings stand below the screen's, which is the source's title. */
const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6', 'h6'] as const;

/** One block of a flowing document: its text, cut where marks begin and end. Text only, never markup of the source. */
export const FlowBlock = memo(
  function FlowBlock({ item, decorations, chosenId }: FlowBlockProps) {
    const write = (range: TextRange) =>
      splitText(range, decorations).map(piece => (
        <Piece key={piece.start} text={item.text} piece={piece} chosenId={chosenId} />
      ));
    if (item.kind === 'tableRow') return <TableRow item={item} write={write} />;
    const content = write(item);
    if (item.kind === 'heading') {
      const Heading = HEADINGS[Math.min(6, Math.max(1, item.level)) - 1] ?? 'h6';
      return <Heading {...lookOf(item)}>{content}</Heading>;
    }
    if (item.kind === 'quote') return <blockquote {...lookOf(item)}>{content}</blockquote>;
    if (item.kind === 'preformatted') return <pre {...lookOf(item)}>{content}</pre>;
    return <p {...lookOf(item)}>{content}</p>;
  },
  (before, after) =>
    before.item === after.item &&
    before.chosenId === after.chosenId &&
    sameDecorations(before.decorations, after.decorations),
);

/** A row of a table: its cells side by side; what parts them in the text stays in it, unseen. */
function TableRow({ item, write }: { item: FlowItem; write(range: TextRange): ReactNode }) {
  return (
    <p {...lookOf(item)}>
      {splitCells(item).map(({ cell, separator }) => (
        <Fragment key={cell.start}>
          <span className={styles.cell}>{write(cell)}</span>
          {separator && (
            <span className="visuallyHidden" data-start={separator.start}>
              {item.text.slice(separator.start, separator.end)}
            </span>
          )}
        </Fragment>
      ))}
    </p>
  );
}

function lookOf(item: FlowItem) {
  return {
    className: styles.block,
    'data-kind': item.kind,
    'data-level': item.level,
    'data-first': item.isFirst || undefined,
  };
}

function Piece({ text, piece, chosenId }: { text: string; piece: TextPiece; chosenId: string | null }) {
  const words = text.slice(piece.start, piece.end);
  const { decorations } = piece;
  if (decorations.length === 0) return <span data-start={piece.start}>{words}</span>;
  const begun = decorations.filter(({ kind, start }) => kind === 'excerpt' && start === piece.start);
  const kinds = decorations.map(decoration => decoration.kind).join(' ');
  const isChosen = decorations.some(({ id }) => id !== '' && id === chosenId);
  return (
    <>
      {begun.map(({ id }) => (
        <MarkHandle key={id} excerptId={id} />
      ))}
      <span
        data-start={piece.start}
        data-kinds={kinds}
        data-chosen={isChosen || undefined}
        className={styles.piece}
      >
        {words}
      </span>
    </>
  );
}
