import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import type { LaidPage } from '../layout/build-pages.ts';
import type { FontFile } from '../layout/face.ts';
import type { Geometry } from '../layout/geometry.ts';
import type { Line } from '../layout/line.ts';
import { setText } from '../layout/set-inlines.ts';
import { fillTemplate, type Setting } from '../layout/setting.ts';
import type { TextStyle } from '../layout/text-style.ts';
import type { UsedCode } from './encode-text.ts';
import { TextPainter } from './paint-text.ts';

/** Operators of furniture with the fonts they use. */
export interface PaintedFurniture {
  content: string;
  fonts: Map<FontFile, Set<UsedCode[]>>;
}

/** Where a page stands: its number from 1, of how many, and its geometry. */
export interface PagePlace {
  number: number;
  total: number;
  geometry: Geometry;
}

/** Paints what is the same on every page of one geometry: the banner above and below, and the copy line on the inner side. */
export function paintSharedFurniture(
  content: ContentDocument,
  geometry: Geometry,
  setting: Setting,
): PaintedFurniture {
  const painter = new TextPainter();
  const { styles } = setting.theme;
  if (content.banner) {
    const style: TextStyle = { ...styles.banner, color: content.banner.color };
    const text = content.banner.text.toLocaleUpperCase(content.language);
    const line = fitLine(text, style, setting, geometry.frameWidth);
    for (const y of [geometry.bannerTop, geometry.bannerBottom]) {
      if (line) painter.line(line, (geometry.pageWidth - line.width) / 2, geometry.pageHeight - y);
    }
  }
  if (content.copyLine) {
    const line = fitLine(content.copyLine, styles.furniture, setting, geometry.frameWidth * COPY_SHARE);
    if (line) putInside(painter, line, geometry.footLine, geometry);
  }
  const { operators, fonts } = painter.finish();
  return { content: operators, fonts };
}

/** How much of the foot line the copy line may take; the rest is for the page number. */
const COPY_SHARE = 0.68;

/** Paints what differs from page to page: the running head, and «Página n de m» on the outer side. */
export function paintPageFurniture(
  content: ContentDocument,
  page: LaidPage,
  { number, total, geometry }: PagePlace,
  setting: Setting,
): PaintedFurniture {
  const painter = new TextPainter();
  const pageText = fillTemplate(setting.furniture.pageOf, { page: number, total });
  const room = geometry.frameWidth * (content.copyLine ? 1 - COPY_SHARE : 1) - 6;
  const pageLine = fitLine(pageText, setting.theme.styles.furniture, setting, room);
  if (pageLine) putOutside(painter, pageLine, geometry.footLine, geometry);
  if (page.partTitle) {
    const half = geometry.frameWidth * 0.5 - 8;
    const title = shorten(content.title, half, setting);
    const part = shorten(page.partTitle, half, setting);
    if (title) putInside(painter, title, geometry.runningHead, geometry);
    if (part) putOutside(painter, part, geometry.runningHead, geometry);
  }
  const { operators, fonts } = painter.finish();
  return { content: operators, fonts };
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
  const words = setFurniture(text, style, setting, Number.MAX_SAFE_INTEGER);
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
