import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { decodePng } from '../../images/decode-png.ts';
import { isSoundProfile } from '../../images/icc-profile.ts';
import { listSegments, readFrame, readJpegProfile } from '../../images/jpeg-segments.ts';
import type { Pixels } from '../../images/pixels.ts';
import {
  isPng,
  listChunks,
  PNG_CHANNELS,
  type PngChunk,
  type PngHeader,
  readPngHeader,
  readPngProfile,
} from '../../images/png-chunks.ts';
import { printSize } from '../../images/print-size.ts';
import { type BoundedCache, createBoundedCache } from '../layout/layout-cache.ts';
import type { PackedDocument, PdfRef } from './packed-document.ts';
import { pictureResource } from './paint-figure.ts';

/**
 * The pictures of a file: each written once as an image (ISO 32000-1, 8.9.5), however often it is shown, with its own colour
 * profile, which pictures share. `pictures` has the printed rendition of each by id.
 */
export class ImageTable {
  private readonly document: PackedDocument;
  private readonly pictures: ReadonlyMap<string, Uint8Array>;
  private readonly written = new Map<string, PdfRef>();
  private readonly profiles = new Map<string, PdfRef>();

  constructor(document: PackedDocument, pictures: ReadonlyMap<string, Uint8Array>) {
    this.document = document;
    this.pictures = pictures;
  }

  /** The XObject resources of content that shows these pictures; throws where the bytes of one are missing. */
  resources(ids: Iterable<string>): Record<string, PdfRef> {
    const resources: Record<string, PdfRef> = {};
    for (const id of ids) resources[pictureResource(id)] = this.image(id);
    return resources;
  }

  private image(id: string): PdfRef {
    const known = this.written.get(id);
    if (known) return known;
    const bytes = this.pictures.get(id);
    if (!bytes) throw new Error(`No bytes of picture ${id}`);
    const ref = isPng(bytes) ? this.writePng(bytes) : this.writeJpeg(bytes);
    this.written.set(id, ref);
    return ref;
  }

  /** A JPEG's own bytes are an image already. */
  private writeJpeg(bytes: Uint8Array): PdfRef {
    const segments = listSegments(bytes) ?? [];
    const frame = readFrame(bytes, segments);
    if (!frame) throw new Error('Not a printed rendition');
    const { width, height, components } = frame;
    const profile = readJpegProfile(bytes, segments);
    const ref = this.document.object({
      ...imageHead(width, height, 8),
      ColorSpace: this.colorSpace(profile, components),
      Filter: 'DCTDecode',
    });
    ref.write(bytes);
    ref.end();
    return ref;
  }

  /** The packed rows of a PNG are what FlateDecode with PNG's predictors reads; alpha alone must be taken out of them. */
  private writePng(bytes: Uint8Array): PdfRef {
    const header = readPngHeader(bytes);
    const chunks = listChunks(bytes);
    if (!header || !chunks || header.interlaced) throw new Error('Not a printed rendition');
    const profile = readPngProfile(chunks);
    if (header.colorType > 3) return this.writeWithAlpha(bytes, header, chunks, profile);
    const components = header.colorType === 2 ? 3 : 1;
    const base = this.colorSpace(profile, header.colorType === 0 ? 1 : 3);
    return this.document.stream(
      {
        ...imageHead(header.width, header.height, header.depth),
        ColorSpace: header.colorType === 3 ? indexed(base, chunks) : base,
        DecodeParms: {
          Predictor: 15,
          Colors: components,
          BitsPerComponent: header.depth,
          Columns: header.width,
        },
      },
      rowsOf(chunks),
      true,
    );
  }

  private writeWithAlpha(
    bytes: Uint8Array,
    header: PngHeader,
    chunks: PngChunk[],
    profile: Uint8Array | null,
  ): PdfRef {
    const { width, height, colorType } = header;
    const channels = PNG_CHANNELS[colorType]!;
    const { colors, alpha } = packPlanes(bytes, header, chunks);
    const mask = this.document.stream(
      { ...imageHead(width, height, 8), ColorSpace: 'DeviceGray' },
      alpha,
      true,
    );
    return this.document.stream(
      {
        ...imageHead(width, height, 8),
        ColorSpace: this.colorSpace(profile, channels - 1),
        SMask: mask,
      },
      colors,
      true,
    );
  }

  /** A picture's own space, or the one that the output intent defines: sRGB. */
  private colorSpace(profile: Uint8Array | null, components: number): unknown {
    if (!profile || !isSoundProfile(profile, components))
      return components === 1 ? 'DeviceGray' : 'DeviceRGB';
    const key = createHash('sha256').update(profile).digest('hex');
    let ref = this.profiles.get(key);
    if (!ref) {
      const alternate = components === 1 ? 'DeviceGray' : 'DeviceRGB';
      ref = this.document.stream({ N: components, Alternate: alternate }, profile);
      this.profiles.set(key, ref);
    }
    return ['ICCBased', ref];
  }
}

function imageHead(width: number, height: number, depth: number): Record<string, unknown> {
  return { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: depth };
}

function indexed(base: unknown, chunks: PngChunk[]): unknown[] {
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data ?? new Uint8Array(3);
  return ['Indexed', base, Math.floor(palette.length / 3) - 1, Buffer.from(palette)];
}

function rowsOf(chunks: PngChunk[]): Uint8Array {
  return Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
}

/** Colours and alpha of a picture apart, each deflated. */
interface Planes {
  colors: Uint8Array;
  alpha: Uint8Array;
}

/** A preview shows the same few pictures at every keystroke. */
const packed: BoundedCache<Planes> = createBoundedCache(8);

/** Nothing larger than a rendition is unpacked, whatever a library brings. */
function packPlanes(bytes: Uint8Array, header: PngHeader, chunks: PngChunk[]): Planes {
  const key = createHash('sha256').update(bytes).digest('hex');
  let planes = packed.get(key);
  if (!planes) {
    const { width, height } = header;
    const largest = printSize(width, height);
    if (largest.width < width || largest.height < height) throw new Error('Not a printed rendition');
    const { colors, alpha } = splitAlpha(decodePng(header, chunks));
    planes = { colors: deflateSync(colors), alpha: deflateSync(alpha) };
    packed.set(key, planes);
  }
  return planes;
}

function splitAlpha({ data: pixels, channels }: Pixels): Planes {
  const count = pixels.length / channels;
  const own = channels - 1;
  const colors = new Uint8Array(count * own);
  const alpha = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < own; c++) colors[i * own + c] = pixels[i * channels + c]!;
    alpha[i] = pixels[i * channels + own]!;
  }
  return { colors, alpha };
}
