import { IngestError } from '../ingest/ingest-error.ts';
import type { JpegFrame } from './jpeg-segments.ts';
import type { Pixels } from './pixels.ts';

/** Reads the pixels of a JPEG, grey or as RGB; CMYK is converted. Throws IngestError `damaged`. */
export async function decodeJpeg(bytes: Uint8Array, frame: JpegFrame): Promise<Pixels> {
  const { JpegImage, setVerbosityLevel } = await import(
    'pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs'
  );
  setVerbosityLevel(0);
  const { width, height, components } = frame;
  try {
    const image = new JpegImage();
    image.parse(bytes);
    if (image.width !== width || image.height !== height) throw new Error('The frame changed its size');
    const channels = components === 1 ? 1 : 3;
    return { width, height, channels, data: image.getData({ width, height, forceRGB: channels === 3 }) };
  } catch (error) {
    throw new IngestError('damaged', {}, error);
  }
}
