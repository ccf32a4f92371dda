import type { ContentPart } from '../../../../shared/document/content-document.ts';
import type { LaidPage, PlacedBox } from './build-pages.ts';
import type { Geometry } from './geometry.ts';
import { setText } from './set-inlines.ts';
import type { Setting } from './setting.ts';
import { openNode } from './structure.ts';
import type { TextStyle } from './text-style.ts';
import { BASELINE, heightOf, makeBox, type PaintOp, packColumn, stackLines } from './vertical-list.ts';

/** Tabs on one edge before the first place is taken again. */
const MOST_TABS = 10;
const MM = 72 / 25.4;
/** Width of a tab, and its greatest height, in millimetres; tabs share the edge between two shares of the page's height. */
const TAB_WIDTH = 12;
const TALLEST_TAB = 32;
const TABS_FROM = 0.12;
const TABS_TO = 0.88;
/** Height of the title on the page, as a share of the frame. */
const TITLE_AT = 0.3;

/** A page with nothing but boxes; it bears no running head. */
function makePage(boxes: PlacedBox[]): LaidPage {
  return { boxes, notes: [], marginNotes: [], noteRuleY: null, partTitle: '', turned: false };
}

/** The page left empty so that what follows begins on the right: it says so, to eyes alone. */
export function layoutBlankPage(setting: Setting): LaidPage {
  const { styles } = setting.theme;
  const style: TextStyle = { ...styles.furniture, align: 'center' };
  const context = { setting, style, node: null, language: setting.language };
  const { frameWidth, frameHeight } = setting.geometry;
  const items = stackLines(setText(setting.furniture.blankPage, context, frameWidth), 0, style.leading);
  return makePage([{ box: packColumn(items, 0, 0).box, y: frameHeight * 0.45 }]);
}

/** Lays out the sheet before part `index` of `count`: its number and title, and a tab that steps down the outer edge. */
export function layoutDivider(part: ContentPart, index: number, count: number, setting: Setting): LaidPage {
  const { styles, colors } = setting.theme;
  const { frameWidth, frameHeight } = setting.geometry;
  const sect = openNode('Sect', null);
  const room = frameWidth * 0.86;
  const set = (text: string, style: TextStyle) => {
    const context = { setting, style, node: openNode('P', sect), language: setting.language };
    return stackLines(setText(text, context, room), 0, style.leading);
  };
  const scale = Math.min(1, frameWidth / 400);
  const title = scaled(part.title.length > 60 ? styles.coverTitleLong : styles.coverTitle, scale);
  const number = part.number ? set(part.number, scaled(styles.coverTitle, 2 * scale)) : [];
  const rule = makeBox(26 * scale, [
    { kind: 'rule', x1: 0, y1: 10, x2: 60 * scale, y2: 10, width: 2, color: colors.heading },
  ]);
  const { box } = packColumn([...number, rule, ...set(part.title, title)], 0, 0);
  const y = frameHeight * TITLE_AT - heightOf(number);
  return makePage([
    { box: makeTab(part.number ?? '', index, count, setting), y: -setting.geometry.marginTop },
    { box, y: Math.max(0, y) },
  ]);
}

function scaled(style: TextStyle, scale: number): TextStyle {
  return { ...style, size: style.size * scale, leading: style.leading * scale };
}

/** The tab reaches the page's edge; its box begins at the page's top. */
function makeTab(label: string, index: number, count: number, setting: Setting) {
  const { colors, styles } = setting.theme;
  const place = tabPlace(index, count, setting.geometry);
  const ops: PaintOp[] = [{ kind: 'fill', ...place, color: colors.heading }];
  const set = (size: number) => {
    const style: TextStyle = { ...styles.banner, size, leading: size * 1.2, color: '#ffffff' };
    const [line] = setText(label, { setting, style, node: null, language: setting.language }, 999);
    return { line, style };
  };
  const tallest = Math.min(15, place.height * 0.4);
  const natural = set(tallest).line?.width ?? 0;
  const { line, style } = set(Math.min(tallest, (tallest * place.width * 0.8) / Math.max(1, natural)));
  if (line) {
    const x = place.x + (place.width - line.width) / 2;
    const baseline = place.y + (place.height - style.leading) / 2 + style.leading * BASELINE;
    ops.push({ kind: 'line', line, x, baseline });
  }
  return makeBox(0, ops);
}

function tabPlace(index: number, count: number, { pageWidth, pageHeight, marginLeft }: Geometry) {
  const slots = Math.min(count, MOST_TABS);
  const step = (pageHeight * (TABS_TO - TABS_FROM)) / Math.max(slots, 4);
  const height = Math.min(TALLEST_TAB * MM, step * 0.94);
  const width = TAB_WIDTH * MM * Math.min(1, pageWidth / 420);
  return {
    x: pageWidth - marginLeft - width,
    y: pageHeight * TABS_FROM + (index % slots) * step,
    width,
    height,
  };
}
