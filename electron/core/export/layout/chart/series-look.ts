import type { HexColor } from '../../../../../shared/document/content.ts';
import type { Path, PathCommand } from '../drawing.ts';
import type { Theme } from '../theme.ts';
import { circle, polygon, rectangle } from './outlines.ts';
import { type Area, addPath, type Sheet } from './sheet.ts';

/** Lines across a shape, or dots. */
type Hatch = 'rising' | 'falling' | 'level' | 'crossed' | 'dotted';

/** The mark at each point of a line. */
type Marker = 'circle' | 'square' | 'triangle' | 'diamond';

/** How one of up to eight series looks: told from the others by its tone and pattern alone, in black and white too. */
export interface SeriesLook {
  fill: HexColor;
  hatch: Hatch | null;
  /** The pattern where what lies under is seen through, so that there is no tone. */
  ghost: Hatch;
  ink: HexColor;
  line: HexColor;
  dash: number[];
  marker: Marker;
  hollow: boolean;
}

type Kind = Pick<SeriesLook, 'hatch' | 'dash' | 'marker' | 'hollow'> & { tone: number };

/** `tone`: share of the theme's colour in the fill, the rest is paper. */
const KINDS: Kind[] = [
  { tone: 1, hatch: null, dash: [], marker: 'circle', hollow: false },
  { tone: 0.42, hatch: null, dash: [5, 2], marker: 'square', hollow: false },
  { tone: 0.04, hatch: 'rising', dash: [1.4, 1.6], marker: 'triangle', hollow: false },
  { tone: 0.7, hatch: null, dash: [7, 2, 1.4, 2], marker: 'diamond', hollow: false },
  { tone: 0.16, hatch: null, dash: [], marker: 'circle', hollow: true },
  { tone: 0.04, hatch: 'level', dash: [5, 2], marker: 'square', hollow: true },
  { tone: 0.3, hatch: 'falling', dash: [1.4, 1.6], marker: 'triangle', hollow: true },
  { tone: 0.04, hatch: 'dotted', dash: [7, 2, 1.4, 2], marker: 'diamond', hollow: true },
];

/** The look of the series (or slice) `index`; after eight they begin again, one of them crossed. */
export function lookOf(index: number, colors: Theme['colors']): SeriesLook {
  const { tone, ...kind } = KINDS[index % KINDS.length]!;
  const base = index % 2 === 0 ? colors.heading : colors.link;
  const again = index >= KINDS.length && kind.hatch === null && tone < 1;
  return {
    ...kind,
    hatch: again ? 'crossed' : kind.hatch,
    fill: tint(base, tone),
    ghost: index % 3 === 0 ? 'rising' : 'falling',
    ink: base,
    line: base,
  };
}

/** A colour thinned with white: `share` 1 leaves it as it is. */
export function tint(color: HexColor, share: number): HexColor {
  const value = Number.parseInt(color.slice(1), 16);
  const parts = [value >> 16, (value >> 8) & 255, value & 255].map(part =>
    Math.round(255 - (255 - part) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

const HATCH_GAP = 3.6;
const HATCH_WIDTH = 0.7;
const OUTLINE = 0.5;

/** Fills an outline in a look; `bounds` surround it. Without `ground` only its pattern is drawn, so that what lies under it is seen. */
export function addShape(
  sheet: Sheet,
  commands: PathCommand[],
  bounds: Area,
  look: SeriesLook,
  ground = true,
): void {
  if (ground) addPath(sheet, commands, { fill: look.fill });
  const hatch = look.hatch ?? (ground ? null : look.ghost);
  if (hatch) sheet.drawings.push({ kind: 'clip', commands, inside: hatchLines(hatch, bounds, look.ink) });
  if (ground) addPath(sheet, commands, { stroke: { color: look.ink, width: OUTLINE } });
}

function hatchLines(hatch: Hatch, bounds: Area, ink: HexColor): Path[] {
  if (hatch === 'dotted') return [{ kind: 'path', commands: dots(bounds), fill: ink }];
  const commands: PathCommand[] = [];
  if (hatch === 'rising' || hatch === 'crossed') commands.push(...slanted(bounds, 1));
  if (hatch === 'falling' || hatch === 'crossed') commands.push(...slanted(bounds, -1));
  if (hatch === 'level') commands.push(...level(bounds));
  return [{ kind: 'path', commands, stroke: { color: ink, width: HATCH_WIDTH } }];
}

/** Patterns stand on one grid for the whole chart, so that pieces of one series continue each other. */
function firstOf(from: number, step: number): number {
  return Math.floor(from / step) * step;
}

function slanted({ x, y, width, height }: Area, direction: 1 | -1): PathCommand[] {
  const step = HATCH_GAP * Math.SQRT2;
  const commands: PathCommand[] = [];
  const offset = direction === 1 ? y : -(y + height);
  for (let sum = firstOf(x + offset, step); sum <= x + offset + width + height; sum += step) {
    if (direction === 1) commands.push(['M', sum - y, y], ['L', sum - y - height, y + height]);
    else commands.push(['M', sum + y, y], ['L', sum + y + height, y + height]);
  }
  return commands;
}

function level({ x, y, width, height }: Area): PathCommand[] {
  const commands: PathCommand[] = [];
  for (let at = firstOf(y, HATCH_GAP); at <= y + height; at += HATCH_GAP) {
    commands.push(['M', x, at], ['L', x + width, at]);
  }
  return commands;
}

function dots({ x, y, width, height }: Area): PathCommand[] {
  const commands: PathCommand[] = [];
  const radius = 0.75;
  let odd = Math.floor(y / HATCH_GAP) % 2 !== 0;
  for (let top = firstOf(y, HATCH_GAP); top <= y + height; top += HATCH_GAP) {
    const shift = odd ? HATCH_GAP / 2 : 0;
    for (let left = firstOf(x, HATCH_GAP); left <= x + width; left += HATCH_GAP) {
      commands.push(...rectangle(left + shift - radius, top - radius, radius * 2, radius * 2));
    }
    odd = !odd;
  }
  return commands;
}

const PAPER: HexColor = '#ffffff';

/** Draws the marker of a look at a point. */
export function addMarker(sheet: Sheet, x: number, y: number, look: SeriesLook, radius = 2.1): void {
  const stroke = { color: look.line, width: 0.9 };
  addPath(sheet, markerPath(look.marker, x, y, radius), { fill: look.hollow ? PAPER : look.line, stroke });
}

function markerPath(marker: Marker, x: number, y: number, radius: number): PathCommand[] {
  const far = radius * 1.25;
  switch (marker) {
    case 'circle':
      return circle([x, y], radius);
    case 'square':
      return rectangle(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
    case 'triangle':
      return polygon([
        [x, y - far],
        [x + far, y + radius * 0.85],
        [x - far, y + radius * 0.85],
      ]);
    case 'diamond':
      return polygon([
        [x, y - far * 1.1],
        [x + far, y],
        [x, y + far * 1.1],
        [x - far, y],
      ]);
  }
}
