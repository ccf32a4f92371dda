import type { Cover } from '../../../../shared/document/content.ts';
import type { LaidPage } from './build-pages.ts';
import { setText } from './set-inlines.ts';
import type { Setting } from './setting.ts';
import { openNode, type StructNode } from './structure.ts';
import { makeRow } from './table-row.ts';
import { COLORS, STYLES, type TextStyle } from './text-style.ts';
import {
  appendBox,
  type Box,
  heightOf,
  makeBox,
  packColumn,
  stackLines,
  type VerticalItem,
} from './vertical-list.ts';

const LABEL_WIDTH = 118;
const FACT_GAP = 14;

/** Lays out the cover: ministry above, title in the upper third, the facts of the meeting below it, control lines at the foot. */
export function layoutCover(cover: Cover, setting: Setting): LaidPage {
  const sect = openNode('Sect', null);
  const page = makeBox(setting.geometry.frameHeight, []);
  if (cover.ministry) put(page, setPiece(cover.ministry, STYLES.coverMinistry, sect, setting), 8);
  let y = setting.geometry.frameHeight * 0.2;
  y += put(page, setPiece(cover.title, STYLES.coverTitle, sect, setting), y) + 8;
  if (cover.subtitle) y += put(page, setPiece(cover.subtitle, STYLES.coverSubtitle, sect, setting), y) + 8;
  y = drawRule(page, y + 12) + 20;
  if (cover.markingLine) {
    const style: TextStyle = { ...STYLES.marking, size: 11, leading: 15, color: setting.markingColor };
    y += put(page, setPiece(cover.markingLine, style, sect, setting), y) + 16;
  }
  if (cover.facts.length) putFacts(page, cover.facts, y, sect, setting);
  putControlLines(page, cover.controlLines, sect, setting);
  return { boxes: [{ box: page, y: 0 }], notes: [], noteRuleY: null, partTitle: '' };
}

function setPiece(text: string, style: TextStyle, sect: StructNode, setting: Setting): VerticalItem[] {
  const context = { setting, style, node: openNode('P', sect), language: setting.language };
  return stackLines(setText(text, context, setting.geometry.frameWidth), 0, style.leading);
}

/** Puts a column on the page and returns its height. */
function put(page: Box, items: VerticalItem[], y: number): number {
  const { box, height } = packColumn(items, 0, 0);
  appendBox(page, box, 0, y);
  return height;
}

function drawRule(page: Box, y: number): number {
  page.ops.push({ kind: 'rule', x1: 0, y1: y, x2: 72, y2: y, width: 2, color: COLORS.heading });
  return y;
}

function putFacts(page: Box, facts: Cover['facts'], top: number, sect: StructNode, setting: Setting): void {
  const body = openNode('TBody', openNode('Table', sect));
  const width = setting.geometry.frameWidth;
  let y = top;
  for (const [label, value] of facts) {
    const row = openNode('TR', body);
    const head = openNode('TH', row, { scope: 'Row' });
    const data = openNode('TD', row);
    const { language } = setting;
    const labelLines = setText(
      label,
      { setting, style: STYLES.coverLabel, node: head, language },
      LABEL_WIDTH - FACT_GAP,
    );
    const valueLines = setText(
      value,
      { setting, style: STYLES.coverValue, node: data, language },
      width - LABEL_WIDTH,
    );
    const cells = [
      { x: 0, items: stackLines(labelLines, 0, STYLES.coverLabel.leading), node: head },
      { x: LABEL_WIDTH, items: stackLines(valueLines, 0, STYLES.coverValue.leading), node: data },
    ];
    const box = makeRow(cells, { padding: 2.5, top: false, bottom: false, x: 0, width });
    appendBox(page, box, 0, y);
    y += box.height;
  }
}

function putControlLines(page: Box, lines: string[], sect: StructNode, setting: Setting): void {
  const columns = lines.map(line => setPiece(line, STYLES.citation, sect, setting));
  let y = setting.geometry.frameHeight - columns.reduce((sum, column) => sum + heightOf(column), 0);
  for (const column of columns) y += put(page, column, y);
}
