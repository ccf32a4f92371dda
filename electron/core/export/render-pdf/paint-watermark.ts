import type { Geometry } from '../layout/geometry.ts';
import type { Line } from '../layout/line.ts';
import { setText } from '../layout/set-inlines.ts';
import type { Setting } from '../layout/setting.ts';
import type { TextStyle } from '../layout/text-style.ts';
import { number } from './operators.ts';
import type { PaintedFurniture } from './paint-furniture.ts';
import { TextPainter } from './paint-text.ts';

/** Faint by its colour, since archives and printers fare better without transparency; every text colour still reaches 4.5:1 on it. */
export const WATERMARK_COLOR = '#e6eaf0';

/** How much of the page's diagonal a line may take. */
const DIAGONAL_SHARE = 0.76;
const LARGEST = 66;
/** A text that would be smaller than this on one line is set on more. */
const READABLE = 36;
const MOST_LINES = 4;
/** Lines are never filled quite to the end: so much more room is reckoned for. */
const SLACK = 1.15;
const LEADING = 1.2;

/** Paints a text from corner to corner across the page; it must lie beneath everything else. */
export function paintWatermark(text: string, geometry: Geometry, setting: Setting): PaintedFurniture {
  const { pageWidth, pageHeight } = geometry;
  const lines = fitLines(text, Math.hypot(pageWidth, pageHeight) * DIAGONAL_SHARE, setting);
  const painter = new TextPainter();
  const leading = LEADING * (lines[0]?.segments[0]?.piece.size ?? 0);
  const top = ((lines.length - 1) * leading) / 2 - leading * 0.28;
  lines.forEach((line, index) => {
    painter.line(line, -line.width / 2, top - index * leading);
  });
  const { operators, fonts } = painter.finish();
  if (!operators) return { content: '', fonts };
  const angle = Math.atan2(pageHeight, pageWidth);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map(value => value.toFixed(5));
  const turn = `${cos} ${sin} -${sin} ${cos} ${number(pageWidth / 2)} ${number(pageHeight / 2)} cm`;
  const artifact = '/Artifact <</Type /Pagination /Subtype /Watermark>> BDC';
  return { content: `${artifact}\nq\n${turn}\n${operators}Q\nEMC\n`, fonts };
}

/** The text on as few lines as leave it large, each at most `width` points long. */
function fitLines(text: string, width: number, setting: Setting): Line[] {
  const set = (size: number, room: number) => setText(text, { ...context(setting, size) }, room, 'start');
  const natural = (set(1000, Number.MAX_SAFE_INTEGER)[0]?.width ?? 0) / 1000;
  if (!natural) return [];
  let size = Math.min(LARGEST, width / natural);
  for (let count = 2; size < READABLE && count <= MOST_LINES; count++) {
    size = Math.min(LARGEST, (width * count) / (natural * SLACK));
  }
  const lines = set(size, width);
  const longest = Math.max(...lines.map(line => line.width));
  return longest <= width ? lines : set((size * width) / longest - 0.01, width);
}

function context(setting: Setting, size: number) {
  const { furniture, banner } = setting.theme.styles;
  const style: TextStyle = {
    ...furniture,
    face: banner.face,
    size,
    leading: size * LEADING,
    color: WATERMARK_COLOR,
    align: 'start',
    hyphenate: false,
  };
  return { setting, style, node: null, language: setting.language };
}
