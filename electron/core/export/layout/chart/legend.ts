import type { ChartPen } from './chart-pen.ts';
import { shortenTo } from './chart-pen.ts';
import { rectangle } from './outlines.ts';
import { addMarker, addShape, type SeriesLook } from './series-look.ts';
import { type Area, addLabel, addLine, type Sheet } from './sheet.ts';

/** One entry of a legend. */
export interface LegendEntry {
  name: string;
  look: SeriesLook;
}

const KEY_WIDTH = 15;
const KEY_GAP = 4;
const ENTRY_GAP = 12;

/** Draws the series' names with their looks in rows within `area`, from its top; gives the height used. */
export function drawLegend(
  sheet: Sheet,
  entries: LegendEntry[],
  area: Omit<Area, 'height'>,
  kind: 'shape' | 'line',
  pen: ChartPen,
): number {
  let x = area.x;
  let y = area.y;
  for (const { name, look } of entries) {
    const text = shortenTo(name, area.width - KEY_WIDTH - KEY_GAP, pen);
    const width = KEY_WIDTH + KEY_GAP + pen.measure(text);
    if (x > area.x && x + width > area.x + area.width) {
      x = area.x;
      y += pen.leading;
    }
    drawKey(sheet, x, y, look, kind, pen);
    const baseline = y + pen.size;
    addLabel(sheet, text, { x: x + KEY_WIDTH + KEY_GAP, baseline }, { color: pen.colors.ink });
    x += width + ENTRY_GAP;
  }
  return entries.length ? y + pen.leading - area.y : 0;
}

function drawKey(
  sheet: Sheet,
  x: number,
  top: number,
  look: SeriesLook,
  kind: 'shape' | 'line',
  pen: ChartPen,
): void {
  const middle = top + pen.size * 0.66;
  if (kind === 'line') {
    const stroke = { color: look.line, width: 1.3, dash: look.dash };
    addLine(sheet, [x, middle], [x + KEY_WIDTH, middle], stroke);
    addMarker(sheet, x + KEY_WIDTH / 2, middle, look);
    return;
  }
  const bounds = { x, y: middle - pen.size * 0.38, width: KEY_WIDTH, height: pen.size * 0.76 };
  addShape(sheet, rectangle(bounds.x, bounds.y, bounds.width, bounds.height), bounds, look);
}
