import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import type { LaidPage } from '../layout/build-pages.ts';
import type { FontFile } from '../layout/face.ts';
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

/** Paints what is the same on every page: the banner above and below, and the copy line. */
export function paintSharedFurniture(content: ContentDocument, setting: Setting): PaintedFurniture {
  const painter = new TextPainter();
  const { geometry } = setting;
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
    const line = fitLine(content.copyLine, styles.furniture, setting, geometry.frameWidth * 0.7);
    if (line) painter.line(line, geometry.marginLeft, geometry.pageHeight - geometry.footLine);
  }
  const { operators, fonts } = painter.finish();
  return { content: operators, fonts };
}

/** Paints what differs from page to page: the running head and «Página n de m». */
export function paintPageFurniture(
  content: ContentDocument,
  page: LaidPage,
  place: { number: number; total: number },
  setting: Setting,
): PaintedFurniture {
  const painter = new TextPainter();
  const { geometry } = setting;
  const right = geometry.marginLeft + geometry.frameWidth;
  const pageText = fillTemplate(setting.furniture.pageOf, { page: place.number, total: place.total });
  const [pageLine] = setFurniture(pageText, setting.theme.styles.furniture, setting, geometry.frameWidth);
  const foot = geometry.pageHeight - geometry.footLine;
  if (pageLine) painter.line(pageLine, right - pageLine.width, foot);
  if (page.partTitle) {
    const head = geometry.pageHeight - geometry.runningHead;
    const half = geometry.frameWidth * 0.5 - 8;
    const title = shorten(content.title, half, setting);
    const part = shorten(page.partTitle, half, setting);
    if (title) painter.line(title, geometry.marginLeft, head);
    if (part) painter.line(part, right - part.width, head);
  }
  const { operators, fonts } = painter.finish();
  return { content: operators, fonts };
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
  const lines = setFurniture(text, setting.theme.styles.furniture, setting, width);
  if (lines.length < 2) return lines[0];
  const words = text.slice(0, LONGEST_HEAD).split(/\s+/);
  for (let count = words.length - 1; count > 0; count--) {
    const cut = setFurniture(
      `${words.slice(0, count).join(' ')}…`,
      setting.theme.styles.furniture,
      setting,
      width,
    );
    if (cut.length === 1) return cut[0];
  }
  return lines[0];
}
