import { IngestError } from '../ingest/ingest-error.ts';
import type { ReportProgress } from '../ingest/parsed-document.ts';
import { decodeJpeg } from './decode-jpeg.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import { isSoundProfile } from './icc-profile.ts';
import {
  findEnd,
  hasJpegProfile,
  type JpegFrame,
  type JpegSegment,
  listSegments,
  readAdobeTransform,
  readFrame,
  readJpegProfile,
  readOrientation,
  stripSegments,
} from './jpeg-segments.ts';
import { scaleDown, turnUpright } from './pixels.ts';
import { checkPixels, printSize } from './print-size.ts';
import type { PrintPicture } from './read-picture.ts';

/**
 * Reads a JPEG. One that stands upright, is small enough and grey or in colour keeps its own coding; CMYK becomes RGB and loses
 * its profile.
 */
export async function readJpeg(bytes: Uint8Array, onProgress: ReportProgress): Promise<PrintPicture> {
  const segments = listSegments(bytes);
  const frame = segments && readFrame(bytes, segments);
  if (!segments || !frame) throw new IngestError('damaged');
  checkPixels(frame.width, frame.height);
  checkFrame(frame);
  const end = findEnd(bytes, segments);
  if (end === null) throw new IngestError('damaged');
  const whole = bytes.subarray(0, end);
  const orientation = readOrientation(whole, segments);
  const components = frame.components === 1 ? 1 : 3;
  const found = readJpegProfile(whole, segments);
  const profile = found && frame.components < 4 && isSoundProfile(found, components) ? found : null;
  const [width, height] = orientation >= 5 ? [frame.height, frame.width] : [frame.width, frame.height];
  const size = printSize(width, height);
  // Read whole even when its own bytes are kept: what cannot be read must not wait for the printer.
  const picture = await decodeJpeg(whole, frame);
  onProgress(1, 2);
  const facts = {
    mediaType: 'image/jpeg',
    pixelWidth: width,
    pixelHeight: height,
    profileDropped: profile === null && hasJpegProfile(whole, segments),
  } as const;
  if (
    size.width === width &&
    size.height === height &&
    orientation === 1 &&
    hasUsualColours(whole, segments, frame)
  ) {
    return { ...facts, bytes: stripSegments(whole, segments, profile !== null) };
  }
  const [across, down] = orientation >= 5 ? [size.height, size.width] : [size.width, size.height];
  const upright = turnUpright(scaleDown(picture, across, down), orientation);
  return { ...facts, bytes: await encodeJpeg(upright, profile) };
}

function checkFrame({ width, height, components, precision, common }: JpegFrame): void {
  if (width === 0 || height === 0 || ![1, 3, 4].includes(components)) throw new IngestError('damaged');
  if (!common || precision !== 8)
    throw new IngestError('unsupported', { looksLike: 'jpegRare', picture: 'yes' });
}

/** Grey or YCbCr: what readers of PDF take a JPEG for that says nothing else (ISO 32000-1, table 13). */
function hasUsualColours(bytes: Uint8Array, segments: JpegSegment[], frame: JpegFrame): boolean {
  if (frame.components === 1) return true;
  if (frame.components !== 3) return false;
  const transform = readAdobeTransform(bytes, segments);
  if (transform !== null) return transform === 1;
  return String.fromCharCode(...frame.componentIds) !== 'RGB';
}
