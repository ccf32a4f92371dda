import { encodeJpeg } from '../../../electron/core/images/encode-jpeg.ts';
import { encodePng } from '../../../electron/core/images/encode-png.ts';
import type { Pixels } from '../../../electron/core/images/pixels.ts';
import { makeColourProfile } from './colour-profile.ts';

type Colour = readonly [number, number, number];

/** Makes a picture of the sample dossiers by its file name: a landscape with a colour profile, a drawing on a transparent ground. */
export const pictures: Record<string, () => Promise<Uint8Array>> = {
  'valle-al-amanecer.jpg': () => encodeJpeg(paintValley(960, 540), makeColourProfile()),
  'tres-ejes.png': async () => encodePng(paintAxes(640, 420), null),
};

/** Ridges that fade into a morning sky, the nearest the darkest, with the grain of a photograph. */
function paintValley(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colourOfValley(x / width, y / height);
      const grain = (noise(x * 7.13 + y * 131.7) - 0.5) * 7;
      for (let c = 0; c < 3; c++) data[(y * width + x) * 3 + c] = colour[c]! + grain;
    }
  }
  return { width, height, channels: 3, data };
}

const RIDGES = 6;

function colourOfValley(x: number, y: number): Colour {
  for (let ridge = RIDGES - 1; ridge >= 0; ridge--) {
    const top = 0.36 + ridge * 0.105 - swell(x, ridge) * (0.06 + ridge * 0.012);
    if (y < top) continue;
    const near = ridge / (RIDGES - 1);
    const mist = Math.max(0, 1 - (y - top) * 7) * 0.14;
    return mix(mix([196, 178, 178], [24, 40, 44], near), [232, 214, 196], (1 - near) * 0.25 + mist * (1 - near));
  }
  const sky = mix([96, 132, 176], [246, 214, 170], Math.min(1, y / 0.42));
  const sun = Math.hypot((x - 0.68) * 1.78, y - 0.3);
  return mix(sky, [255, 244, 214], Math.max(0, 1 - sun / 0.34) ** 2 + (sun < 0.035 ? 0.8 : 0));
}

/** The line of a ridge: a few waves, each shorter and lower than the one before. */
function swell(x: number, ridge: number): number {
  let sum = 0;
  for (let wave = 0; wave < 7; wave++) {
    const length = 2.1 ** wave;
    sum += Math.sin((x * length + noise(ridge * 17 + wave)) * Math.PI * 2) / length ** 0.95;
  }
  return sum;
}

const CIRCLES: readonly { x: number; y: number; colour: Colour }[] = [
  { x: 0.39, y: 0.37, colour: [31, 78, 121] },
  { x: 0.61, y: 0.37, colour: [156, 74, 0] },
  { x: 0.5, y: 0.63, colour: [46, 110, 82] },
];

/** Three discs that overlap, one for each axis, and the ring of cooperation through all of them. */
function paintAxes(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      let [colour, alpha]: [Colour, number] = [[255, 255, 255], 0];
      for (const circle of CIRCLES) {
        const inside = cover(Math.hypot(x - circle.x * width, y - circle.y * height), 0.32 * height) * 0.62;
        [colour, alpha] = lay(colour, alpha, circle.colour, inside);
      }
      const centre = Math.hypot(x - width / 2, y - height * 0.457);
      const ring = cover(centre, 0.205 * height) - cover(centre, 0.185 * height);
      [colour, alpha] = lay(colour, alpha, [250, 246, 236], ring);
      for (let c = 0; c < 3; c++) data[at + c] = colour[c]!;
      data[at + 3] = alpha * 255;
    }
  }
  return { width, height, channels: 4, data };
}

/** How much of a pixel lies inside a circle, 0–1. */
function cover(distance: number, radius: number): number {
  return Math.min(1, Math.max(0, radius - distance + 0.5));
}

/** One colour laid over another (both with how opaque they are). */
function lay(below: Colour, alphaBelow: number, above: Colour, alpha: number): [Colour, number] {
  const whole = alpha + alphaBelow * (1 - alpha);
  return whole === 0 ? [below, 0] : [mix(below, above, alpha / whole), whole];
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const [a, b, c] = from.map((value, index) => value + (to[index]! - value) * Math.min(1, share));
  return [a!, b!, c!];
}

/** A number from 0 to 1 that looks drawn by lot and is always the same. */
function noise(seed: number): number {
  const wave = Math.sin(seed * 12.9898) * 43758.5453;
  return wave - Math.floor(wave);
}
