/** A picture in memory: 8-bit samples, row after row. Channels: 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha. */
export interface Pixels {
  width: number;
  height: number;
  channels: 1 | 2 | 3 | 4;
  data: Uint8Array | Uint8ClampedArray;
}

/** Whether the last channel is how opaque a pixel is. */
export function hasAlpha({ channels }: Pixels): boolean {
  return channels === 2 || channels === 4;
}

/**
 * Scales a picture down by averaging what falls on each new pixel; colours count as much as their pixel is opaque. A picture that is
 * small enough comes back as it is.
 */
export function scaleDown(picture: Pixels, width: number, height: number): Pixels {
  if (width >= picture.width && height >= picture.height) return picture;
  const { channels } = picture;
  const columns = weigh(picture.width, width);
  const rows = weigh(picture.height, height);
  const sums = new Float64Array(width * height * channels);
  const line = new Float64Array(width * channels);
  for (let y = 0; y < picture.height; y++) {
    sumRow(picture, y, columns, line);
    for (let part = rows.starts[y]!; part < rows.starts[y + 1]!; part++) {
      const at = rows.targets[part]! * line.length;
      const share = rows.shares[part]!;
      for (let i = 0; i < line.length; i++) sums[at + i]! += line[i]! * share;
    }
  }
  return { width, height, channels, data: divideByAlpha(sums, picture) };
}

/** Which new pixels an old one falls on, and with what share of them; an old one falls on one or two. */
interface Weights {
  starts: Uint32Array;
  targets: Uint32Array;
  shares: Float64Array;
}

function weigh(from: number, to: number): Weights {
  const starts = new Uint32Array(from + 1);
  const targets: number[] = [];
  const shares: number[] = [];
  const scale = to / from;
  for (let i = 0; i < from; i++) {
    const [left, right] = [i * scale, Math.min(to, (i + 1) * scale)];
    for (let target = Math.floor(left); target < right && target < to; target++) {
      targets.push(target);
      shares.push(Math.min(right, target + 1) - Math.max(left, target));
    }
    starts[i + 1] = targets.length;
  }
  return { starts, targets: Uint32Array.from(targets), shares: Float64Array.from(shares) };
}

function sumRow({ width, channels, data }: Pixels, y: number, columns: Weights, line: Float64Array): void {
  line.fill(0);
  const alpha = channels === 2 || channels === 4 ? channels - 1 : -1;
  for (let x = 0; x < width; x++) {
    const at = (y * width + x) * channels;
    const opacity = alpha < 0 ? 1 : data[at + alpha]! / 255;
    for (let part = columns.starts[x]!; part < columns.starts[x + 1]!; part++) {
      const share = columns.shares[part]!;
      const target = columns.targets[part]! * channels;
      for (let c = 0; c < channels; c++) {
        line[target + c]! += data[at + c]! * (c === alpha ? share : share * opacity);
      }
    }
  }
}

function divideByAlpha(sums: Float64Array, { channels }: Pixels): Uint8ClampedArray {
  const data = new Uint8ClampedArray(sums.length);
  if (channels === 1 || channels === 3) {
    for (let i = 0; i < sums.length; i++) data[i] = sums[i]!;
    return data;
  }
  for (let at = 0; at < sums.length; at += channels) {
    const alpha = sums[at + channels - 1]!;
    for (let c = 0; c < channels - 1; c++) data[at + c] = alpha > 0 ? (sums[at + c]! * 255) / alpha : 0;
    data[at + channels - 1] = alpha;
  }
  return data;
}

/** Turns a picture upright; `orientation` is Exif's, 1–8 (5 to 8 change width and height). */
export function turnUpright(picture: Pixels, orientation: number): Pixels {
  if (orientation <= 1 || orientation > 8) return picture;
  const { width, height, channels, data } = picture;
  const swaps = orientation >= 5;
  const turned: Pixels = {
    width: swaps ? height : width,
    height: swaps ? width : height,
    channels,
    data: new Uint8Array(data.length),
  };
  for (let y = 0; y < turned.height; y++) {
    for (let x = 0; x < turned.width; x++) {
      const [fromX, fromY] = sourceOf(x, y, orientation, width, height);
      const from = (fromY * width + fromX) * channels;
      const to = (y * turned.width + x) * channels;
      for (let c = 0; c < channels; c++) turned.data[to + c] = data[from + c]!;
    }
  }
  return turned;
}

/** Where a pixel of the upright picture lies in the stored one (Exif 3.0, table of orientation). */
function sourceOf(
  x: number,
  y: number,
  orientation: number,
  width: number,
  height: number,
): [number, number] {
  const [right, bottom] = [width - 1, height - 1];
  switch (orientation) {
    case 2:
      return [right - x, y];
    case 3:
      return [right - x, bottom - y];
    case 4:
      return [x, bottom - y];
    case 5:
      return [y, x];
    case 6:
      return [y, bottom - x];
    case 7:
      return [right - y, bottom - x];
    default:
      return [right - y, x];
  }
}
