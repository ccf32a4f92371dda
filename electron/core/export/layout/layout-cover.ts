import type { Inline } from '../../../../shared/document/content.ts';
import type { Cover } from '../../../../shared/document/content-document.ts';
import { buildPages, type LaidPage } from './build-pages.ts';
import { setBlocks } from './set-blocks.ts';
import { setInlines, setText } from './set-inlines.ts';
import type { Setting } from './setting.ts';
import { openNode, type StructNode } from './structure.ts';
import { makeRow } from './table-row.ts';
import type { TextStyle } from './text-style.ts';
import {
  FORBID,
  firstBox,
  glue,
  heightOf,
  makeBox,
  packColumn,
  stackLines,
  type VerticalItem,
} from './vertical-list.ts';

const LABEL_WIDTH = 118;
const FACT_GAP = 14;
/** Space above the title, at least. */
const MIN_SPACE = 30;
/** A title of more letters than this is set smaller. */
const LONG_TITLE = 90;

/**
 * Lays out the cover: ministry above, title in the upper third, the facts of the meeting and the cover's own text
 * below, control lines at the foot. What does not fit goes on on another page.
 */
export function layoutCover(cover: Cover, setting: Setting): LaidPage[] {
  const sect = openNode('Sect', null);
  const items = [...setHead(cover, sect, setting), ...setFacts(cover.facts, sect, setting)];
  if (cover.blocks?.length) {
    const { language } = setting;
    const width = setting.geometry.frameWidth;
    items.push(glue(18), ...setBlocks(cover.blocks, { setting, x: 0, width, node: sect, language }));
  }
  const control = cover.controlLines.flatMap(line =>
    setPiece(line, setting.theme.styles.citation, sect, setting),
  );
  const { frameHeight } = setting.geometry;
  const room = frameHeight - heightOf(control);
  lowerSpace(items, heightOf(items) - room);
  if (cover.id) firstBox(items)?.anchors.push({ id: cover.id, y: 0 });
  const pages = buildPages(items, room);
  if (control.length) pages[0]!.boxes.push({ box: packColumn(control, 0, 0).box, y: room });
  return pages;
}

/** Takes up to `excess` points out of the space above the title, so that a full cover stays on one page. */
function lowerSpace(items: VerticalItem[], excess: number): void {
  const space = items.find(item => item.kind === 'box' && !item.ops.length && item.height > MIN_SPACE);
  if (excess > 0 && space?.kind === 'box') space.height = Math.max(MIN_SPACE, space.height - excess);
}

function setHead(cover: Cover, sect: StructNode, setting: Setting): VerticalItem[] {
  const above = setting.geometry.frameHeight * 0.2;
  const { styles } = setting.theme;
  const items: VerticalItem[] = [makeBox(8, []), FORBID];
  if (cover.ministry) items.push(...setPiece(cover.ministry, styles.coverMinistry, sect, setting), FORBID);
  items.push(makeBox(Math.max(MIN_SPACE, above - heightOf(items)), []), FORBID);
  const title: TextStyle = cover.title.length > LONG_TITLE ? styles.coverTitleLong : styles.coverTitle;
  items.push(...setPiece(cover.title, title, sect, setting), FORBID);
  if (cover.subtitle)
    items.push(glue(8), ...setPiece(cover.subtitle, styles.coverSubtitle, sect, setting), FORBID);
  items.push(makeRule(setting), FORBID);
  if (cover.markingLine) {
    const style: TextStyle = { ...styles.coverMarking, color: setting.markingColor };
    items.push(...setPiece(cover.markingLine, style, sect, setting), glue(16));
  }
  return items;
}

function setPiece(text: string, style: TextStyle, sect: StructNode, setting: Setting): VerticalItem[] {
  const context = { setting, style, node: openNode('P', sect), language: setting.language };
  return stackLines(setText(text, context, setting.geometry.frameWidth), 0, style.leading);
}

function makeRule({ theme }: Setting): VerticalItem {
  const y = 20;
  return makeBox(40, [{ kind: 'rule', x1: 0, y1: y, x2: 72, y2: y, width: 2, color: theme.colors.heading }]);
}

function setFacts(facts: Cover['facts'], sect: StructNode, setting: Setting): VerticalItem[] {
  if (!facts.length) return [];
  const body = openNode('TBody', openNode('Table', sect));
  return facts.flatMap((fact): VerticalItem[] => [
    { kind: 'penalty', value: 'allow' },
    setFact(fact, body, setting),
  ]);
}

function setFact([label, value]: Cover['facts'][number], body: StructNode, setting: Setting): VerticalItem {
  const row = openNode('TR', body);
  const head = openNode('TH', row, { scope: 'Row' });
  const data = openNode('TD', row);
  const { language } = setting;
  const { styles } = setting.theme;
  const width = setting.geometry.frameWidth;
  const labelContext = { setting, style: styles.coverLabel, node: head, language };
  const valueContext = { setting, style: styles.coverValue, node: data, language };
  const labelLines = setText(label, labelContext, LABEL_WIDTH - FACT_GAP);
  const valueLines = setInlines(parted(value), valueContext, width - LABEL_WIDTH);
  const cells = [
    { x: 0, items: stackLines(labelLines, 0, styles.coverLabel.leading), node: head },
    { x: LABEL_WIDTH, items: stackLines(valueLines, 0, styles.coverValue.leading), node: data },
  ];
  return makeRow(cells, { padding: 2.5, top: false, bottom: false, x: 0, width });
}

/** Lines of a value as inlines with line breaks between them. */
function parted(value: string): Inline[] {
  return value
    .split('\n')
    .flatMap((text, i): Inline[] => [
      ...(i > 0 ? [{ kind: 'lineBreak' } as const] : []),
      { kind: 'text', text },
    ]);
}
