import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { insertProfile } from './jpeg-segments.ts';
import type { Pixels } from './pixels.ts';

/** At this quality a photograph printed at 300 dpi shows no trace of its coding. */
const QUALITY = 90;

let ready: Promise<typeof import('@jsquash/jpeg/encode.js')> | null = null;

/** Writes an opaque picture (1 or 3 channels) as a JPEG with its colour profile. */
export async function encodeJpeg(picture: Pixels, profile: Uint8Array | null): Promise<Uint8Array> {
  ready ??= openEncoder();
  const { default: encode } = await ready;
  const { width, height, channels } = picture;
  const bytes = new Uint8Array(
    await encode(
      { data: toRgba(picture), width, height },
      { quality: QUALITY, color_space: channels === 1 ? 1 : 3, progressive: false },
    ),
  );
  return profile ? insertProfile(bytes, profile) : bytes;
}

/** The encoder's program is read from its package: nothing is fetched. */
async function openEncoder() {
  const encoder = await import('@jsquash/jpeg/encode.js');
  const path = createRequire(import.meta.url).resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm');
  await encoder.init({ wasmBinary: readFileSync(path) });
  return encoder;
}

function toRgba({ width, height, channels, data }: Pixels): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let from = 0, to = 0; to < rgba.length; from += channels, to += 4) {
    rgba[to] = data[from]!;
    rgba[to + 1] = data[channels === 1 ? from : from + 1]!;
    rgba[to + 2] = data[channels === 1 ? from : from + 2]!;
    rgba[to + 3] = 255;
  }
  return rgba;
}
