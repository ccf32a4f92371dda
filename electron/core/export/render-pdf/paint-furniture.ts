import type { Banner, ContentDocument } from '../../../../shared/document/content-document.ts';
import type { Geometry } from '../layout/geometry.ts';
import type { Line } from '../layout/line.ts';
import { setText } from '../layout/set-inlines.ts';
import { fillTemplate, type Setting } from '../layout/setting.ts';
import type { TextStyle } from '../layout/text-style.ts';
import type { UsedFonts } from './font-table.ts';
import { TextPainter } from './paint-text.ts';

/** Operators of furniture with the fonts they use. */
export interface PaintedFurniture {
  content: string;
  fonts: UsedFonts;
}

/** Where a page stands: its number from 1, of how many, and its geometry. */
export interface PagePlace {
  number: number;
  total: number;
  geometry: Geometry;
}

/** What the furniture that pages share depends on; `partTitle` is empty where there is no running head. */
export interface SharedFurniture {
  geometry: Geometry;
  banner: Banner | null;
  partTitle: string;
}

/** Paints what is the same on many pages: the banner above and below, the copy line on the inner side, the running head. */
export function paintSharedFurniture(
  content: ContentDocument,
  { geometry, banner, partTitle }: SharedFurniture,
  setting: Setting,
): PaintedFurniture {
  const painter = new TextPainter();
  const { styles } = setting.theme;
  if (banner) {
    const style: TextStyle = { ...styles.banner, color: banner.color };
    const text = banner.text.toLocaleUpperCase(content.language);
    const line = fitLine(text, style, setting, geometry.frameWidth);
    for (const y of [geometry.bannerTop, geometry.bannerBottom]) {
      if (line) painter.line(line, (geometry.pageWidth - line.width) / 2, geometry.pageHeight - y);
    }
  }
  if (content.copyLine) {
    const [line] = setFurniture(content.copyLine, footStyle(content, geometry, setting), setting, ENDLESS);
    if (line) putInside(painter, line, geometry.footLine, geometry);
  }
  if (partTitle) putRunningHead(painter, content.title, partTitle, geometry, setting);
  const { operators, fonts } = painter.finish();
  return { content: operators, fonts };
}

/** A measure that no line reaches. */
const ENDLESS = Number.MAX_SAFE_INTEGER;
/** Space between the two texts of the foot line, at least, in points. */
const FOOT_GAP = 10;
/** A frame narrower than this has room for one running head. */
const NARROW_FRAME = 330;

/** The style of the foot line: both its texts set smaller where they would meet, the same on every page. */
function footStyle(content: ContentDocument, { frameWidth }: Geometry, setting: Setting): TextStyle {
  const style = setting.theme.styles.furniture;
  const longest = fillTemplate(setting.furniture.pageOf, { page: '0000', total: '0000' });
  const widths = [content.copyLine ?? '', longest].map(
    text => setFurniture(text, style, setting, ENDLESS)[0]?.width ?? 0,
  );
  const scale = Math.min(1, (frameWidth - FOOT_GAP) / (widths[0]! + widths[1]!));
  return { ...style, size: style.size * scale };
}

/** Paints what differs from page to page: «Página n de m» on the outer side. */
export function paintPageNumber(
  content: ContentDocument,
  { number, total, geometry }: PagePlace,
  setting: Setting,
): PaintedFurniture {
  const painter = new TextPainter();
  const pageText = fillTemplate(setting.furniture.pageOf, { page: number, total });
  const [pageLine] = setFurniture(pageText, footStyle(content, geometry, setting), setting, ENDLESS);
  if (pageLine) putOutside(painter, pageLine, geometry.footLine, geometry);
  const { operators, fonts } = painter.finish();
  return { content: operators, fonts };
}

/** Puts the dossier's title inside and the part's outside. */
function putRunningHead(
  painter: TextPainter,
  title: string,
  partTitle: string,
  geometry: Geometry,
  setting: Setting,
): void {
  const isNarrow = geometry.frameWidth < NARROW_FRAME;
  const half = geometry.frameWidth * 0.5 - 8;
  const left = isNarrow ? undefined : shorten(title, half, setting);
  const right = shorten(partTitle, isNarrow ? geometry.frameWidth : half, setting);
  if (left) putInside(painter, left, geometry.runningHead, geometry);
  if (right) putOutside(painter, right, geometry.runningHead, geometry);
}

/** Puts a line at the frame's outer edge (the right one, but on left-hand pages), its baseline `y` points below the page's top. */
function putOutside(painter: TextPainter, line: Line, y: number, geometry: Geometry): void {
  const { marginLeft, frameWidth, pageHeight, verso } = geometry;
  painter.line(line, verso ? marginLeft : marginLeft + frameWidth - line.width, pageHeight - y);
}

function putInside(painter: TextPainter, line: Line, y: number, geometry: Geometry): void {
  putOutside(painter, line, y, { ...geometry, verso: !geometry.verso });
}

function setFurniture(text: string, style: TextStyle, setting: Setting, width: number): Line[] {
  return setText(text, { setting, style, node: null, language: setting.language }, width, 'start');
}

/** One line of at most `width` points, set smaller where it must be: nothing of a banner or a copy's number may be cut. */
function fitLine(text: string, style: TextStyle, setting: Setting, width: number): Line | undefined {
  const words = setFurniture(text, style, setting, ENDLESS);
  const natural = words[0]?.width ?? 0;
  if (natural <= width) return words[0];
  return setFurniture(text, { ...style, size: (style.size * width) / natural - 0.01 }, setting, width)[0];
}

/** Characters of which a running head is made: more than fit, few enough to be tried word by word on every page. */
const LONGEST_HEAD = 240;

/** One line of at most `width` points, cut with «…» at a word. */
function shorten(text: string, width: number, setting: Setting): Line | undefined {
  const style = setting.theme.styles.furniture;
  const lines = setFurniture(text, style, setting, width);
  if (lines.length < 2) return lines[0];
  const words = text.slice(0, LONGEST_HEAD).split(/\s+/);
  for (let count = words.length - 1; count > 0; count--) {
    const cut = setFurniture(`${words.slice(0, count).join(' ')}…`, style, setting, width);
    if (cut.length === 1) return cut[0];
  }
  return lines[0];
}
