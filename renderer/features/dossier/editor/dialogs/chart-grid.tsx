import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react';
import { useMessages } from '../../../../app/i18n.tsx';
import { Button } from '../../../../components/button.tsx';
import {
  type ChartTable,
  largestTable,
  pasteInto,
  readPastedTable,
  resizeTable,
} from '../blocks/chart-table.ts';
import styles from './chart-grid.module.css';

interface ChartGridProps {
  table: ChartTable;
  /** The cell to point at as wrong. */
  wrong: { row: number; column: number } | null;
  onChange: (table: ChartTable) => void;
}

/** The figures of a chart in a small table: arrows and Enter move, cells of a spreadsheet can be pasted. */
export function ChartGrid({ table, wrong, onChange }: ChartGridProps) {
  const { t } = useMessages();
  const box = useRef<HTMLTableElement>(null);
  const help = useId();
  const focus = (row: number, column: number): boolean => {
    const cell = box.current?.querySelector<HTMLInputElement>(`[data-cell="${row} ${column}"]`);
    cell?.focus();
    cell?.select();
    return Boolean(cell);
  };
  const write = (row: number, column: number, value: string) =>
    onChange(
      table.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? value : cell)) : cells)),
    );
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const cells = readPastedTable(event.clipboardData.getData('text/plain'));
    if (!cells) return;
    event.preventDefault();
    onChange(pasteInto(table, row, column, cells));
  };
  const name = (row: number, column: number) => {
    if (row === 0) return t('editor.chart.seriesName', { number: column });
    if (column === 0) return t('editor.chart.categoryName', { number: row });
    const [series, category] = [table[0]?.[column] || column, table[row]?.[0] || row];
    return t('editor.chart.figureOf', { series: String(series), category: String(category) });
  };
  const [rows, columns] = [table.length, table[0]?.length ?? 0];
  return (
    <div className={styles.box}>
      <p id={help} className={styles.help}>
        {t('editor.chart.gridHelp')}
      </p>
      <div className={styles.scroll}>
        <table
          ref={box}
          className={styles.grid}
          aria-label={t('editor.chart.figures')}
          aria-describedby={help}
        >
          <tbody>
            {table.map((cells, row) => (
              <tr key={`row-${row + 1}`}>
                {cells.map((value, column) => {
                  const Cell = row === 0 || column === 0 ? 'th' : 'td';
                  const isWrong = wrong?.row === row && wrong.column === column;
                  return (
                    <Cell
                      key={`cell-${column + 1}`}
                      {...(Cell === 'th' ? { scope: row === 0 ? 'col' : 'row' } : {})}
                    >
                      {row === 0 && column === 0 ? (
                        <CornerCell onPaste={event => paste(event, 0, 0)} />
                      ) : (
                        <input
                          data-cell={`${row} ${column}`}
                          aria-label={name(row, column)}
                          aria-invalid={isWrong || undefined}
                          inputMode={Cell === 'td' ? 'decimal' : 'text'}
                          maxLength={200}
                          placeholder={Cell === 'td' ? '' : name(row, column)}
                          value={value}
                          onChange={event => write(row, column, event.target.value)}
                          onPaste={event => paste(event, row, column)}
                          onKeyDown={event => move(event, row, column, focus)}
                        />
                      )}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.buttons}>
        <Button isDisabled={rows >= largestTable.rows} onPress={() => onChange(resizeTable(table, 1, 0))}>
          {t('editor.chart.addCategory')}
        </Button>
        <Button isDisabled={rows <= 2} onPress={() => onChange(resizeTable(table, -1, 0))}>
          {t('editor.chart.removeCategory')}
        </Button>
        <Button
          isDisabled={columns >= largestTable.columns}
          onPress={() => onChange(resizeTable(table, 0, 1))}
        >
          {t('editor.chart.addSeries')}
        </Button>
        <Button isDisabled={columns <= 2} onPress={() => onChange(resizeTable(table, 0, -1))}>
          {t('editor.chart.removeSeries')}
        </Button>
      </div>
    </div>
  );
}

/** Where names of series and categories meet: nothing is typed there, a whole table can be pasted. */
function CornerCell({ onPaste }: { onPaste: (event: ClipboardEvent) => void }) {
  const { t } = useMessages();
  return (
    <input
      readOnly
      className={styles.corner}
      aria-label={t('editor.chart.corner')}
      placeholder={t('editor.chart.pasteHere')}
      value=""
      onPaste={onPaste}
    />
  );
}

type Focus = (row: number, column: number) => boolean;

/** Arrows leave a cell at the ends of what is in it; Enter goes down. */
function move(event: KeyboardEvent<HTMLInputElement>, row: number, column: number, focus: Focus): void {
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  const isAtStart = selectionEnd === 0 || (selectionStart === 0 && selectionEnd === value.length);
  const isAtEnd = selectionStart === value.length || (selectionStart === 0 && selectionEnd === value.length);
  const steps: Readonly<Record<string, readonly [number, number] | false>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [event.shiftKey ? -1 : 1, 0],
    ArrowLeft: isAtStart && [0, -1],
    ArrowRight: isAtEnd && [0, 1],
  };
  const step = steps[event.key];
  if (!step) return;
  // Enter in the last row must not send the form either.
  if (focus(row + step[0], column + step[1]) || event.key === 'Enter') event.preventDefault();
}
