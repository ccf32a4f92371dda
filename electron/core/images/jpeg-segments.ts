/** One marker segment of a JPEG file (ITU-T T.81, B.1.1); `start` is its 0xFF, `from`–`to` what it carries. */
export interface JpegSegment {
  marker: number;
  start: number;
  from: number;
  to: number;
}

/** What the frame header of a JPEG says (ITU-T T.81, B.2.2). */
export interface JpegFrame {
  width: number;
  height: number;
  components: number;
  componentIds: number[];
  /** Bits of a sample. */
  precision: number;
  /** Whether the coding is one that every reader knows: baseline, extended or progressive, with Huffman codes. */
  common: boolean;
}

const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const COM = 0xfe;

/** Lists the segments before the first scan; null where the bytes do not hold to the format. */
export function listSegments(bytes: Uint8Array): JpegSegment[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const segments: JpegSegment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    while (bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1]!;
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!;
    if (length < 2 || at + 2 + length > bytes.length) return null;
    segments.push({ marker, start: at, from: at + 4, to: at + 2 + length });
    if (marker === SOS) return segments;
    at += 2 + length;
  }
  return null;
}

/** Reads the frame header; null where there is none before the first scan. */
export function readFrame(bytes: Uint8Array, segments: JpegSegment[]): JpegFrame | null {
  const frame = segments.find(({ marker }) => isFrame(marker));
  if (!frame || frame.to - frame.from < 6) return null;
  const { from, marker } = frame;
  const components = bytes[from + 5]!;
  if (frame.to - from < 6 + components * 3) return null;
  return {
    precision: bytes[from]!,
    height: (bytes[from + 1]! << 8) | bytes[from + 2]!,
    width: (bytes[from + 3]! << 8) | bytes[from + 4]!,
    components,
    componentIds: Array.from({ length: components }, (_, i) => bytes[from + 6 + i * 3]!),
    common: marker <= 0xc2,
  };
}

/** SOF0–SOF15 but for DHT, JPG and DAC, which stand among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** What Adobe's segment says of the colours: 0 as they are, 1 YCbCr, 2 YCCK; null without the segment. */
export function readAdobeTransform(bytes: Uint8Array, segments: JpegSegment[]): number | null {
  const found = segments.find(
    ({ marker, from, to }) => marker === APP14 && to - from >= 12 && textAt(bytes, from, 5) === 'Adobe',
  );
  return found ? bytes[found.from + 11]! : null;
}

/** How the picture must be turned to stand upright (Exif 3.0, tag 0x0112): 1–8, 1 where nothing is said. */
export function readOrientation(bytes: Uint8Array, segments: JpegSegment[]): number {
  const exif = segments.find(
    ({ marker, from, to }) => marker === APP1 && to - from > 14 && textAt(bytes, from, 6) === 'Exif\0\0',
  );
  return exif ? readTiffOrientation(bytes.subarray(exif.from + 6, exif.to)) : 1;
}

/** The orientation that a TIFF structure names in its first directory; 1 where it names none. */
function readTiffOrientation(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const order = textAt(tiff, 0, 2);
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return 1;
  const little = order === 'II';
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

const ICC_MARK = 'ICC_PROFILE\0';

/** The colour profile, put together from its pieces (ICC.1:2010, B.4); null without one or with pieces missing. */
export function readJpegProfile(bytes: Uint8Array, segments: JpegSegment[]): Uint8Array | null {
  const pieces = profileSegments(bytes, segments);
  if (!pieces.length) return null;
  const count = bytes[pieces[0]!.from + 13];
  const ordered = pieces.toSorted((a, b) => bytes[a.from + 12]! - bytes[b.from + 12]!);
  const whole = ordered.every(
    (piece, i) => bytes[piece.from + 12] === i + 1 && bytes[piece.from + 13] === count,
  );
  if (!whole || ordered.length !== count) return null;
  return Buffer.concat(ordered.map(({ from, to }) => bytes.subarray(from + 14, to)));
}

/** Whether the file has pieces of a colour profile, sound or not. */
export function hasJpegProfile(bytes: Uint8Array, segments: JpegSegment[]): boolean {
  return profileSegments(bytes, segments).length > 0;
}

function profileSegments(bytes: Uint8Array, segments: JpegSegment[]): JpegSegment[] {
  return segments.filter(
    ({ marker, from, to }) => marker === APP2 && to - from > 14 && textAt(bytes, from, 12) === ICC_MARK,
  );
}

/**
 * The same picture without what is not seen: place and time of a photograph, thumbnails, comments, and its profile when
 * `keepProfile` is false. The coded picture itself is not touched.
 */
export function stripSegments(bytes: Uint8Array, segments: JpegSegment[], keepProfile: boolean): Uint8Array {
  const profile = keepProfile ? profileSegments(bytes, segments) : [];
  const kept = segments.filter(segment => {
    const { marker, from } = segment;
    if (marker === APP14) return textAt(bytes, from, 5) === 'Adobe';
    if (marker === APP0) return isPlainJfif(bytes, segment);
    if (marker > APP0 && marker <= 0xef) return profile.includes(segment);
    return marker !== COM && marker !== SOS;
  });
  const scan = segments.find(({ marker }) => marker === SOS);
  const parts = kept.map(({ start, to }) => bytes.subarray(start, to));
  return Buffer.concat([bytes.subarray(0, 2), ...parts, bytes.subarray(scan?.start ?? bytes.length)]);
}

/** JFIF's head without the thumbnail that may hang on it: that may show what was cut off from the picture (JFIF 1.02, p. 5). */
function isPlainJfif(bytes: Uint8Array, { from, to }: JpegSegment): boolean {
  return to - from === 14 && textAt(bytes, from, 5) === 'JFIF\0';
}

/** Puts a colour profile into a JPEG, behind its first two bytes and its JFIF segment, in pieces (ICC.1:2010, B.4). */
export function insertProfile(bytes: Uint8Array, profile: Uint8Array): Uint8Array {
  const room = 65_519;
  const count = Math.ceil(profile.length / room);
  const pieces = Array.from({ length: count }, (_, i) => {
    const data = profile.subarray(i * room, (i + 1) * room);
    const head = Buffer.alloc(18);
    head.writeUInt16BE(0xff00 | APP2, 0);
    head.writeUInt16BE(data.length + 16, 2);
    head.write(ICC_MARK, 4, 'latin1');
    head[16] = i + 1;
    head[17] = count;
    return Buffer.concat([head, data]);
  });
  const first = listSegments(bytes)?.[0];
  const at = first?.marker === 0xe0 ? first.to : 2;
  return Buffer.concat([bytes.subarray(0, at), ...pieces, bytes.subarray(at)]);
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(length, bytes.length - at)).toString(
    'latin1',
  );
}

/**
 * Where the picture ends (behind EOI), so that what a camera hangs on behind it is left; null where it does not end, that is where the
 * file is cut off.
 */
export function findEnd(bytes: Uint8Array, segments: JpegSegment[]): number | null {
  const scan = segments.find(({ marker }) => marker === SOS);
  if (!scan) return null;
  let at = scan.to;
  while (at + 1 < bytes.length) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return null;
    const marker = bytes[at + 1]!;
    if (marker === EOI) return at + 2;
    const isData = marker === 0 || (marker >= 0xd0 && marker <= 0xd7);
    if (marker === 0xff) at += 1;
    else if (isData || at + 4 > bytes.length) at += 2;
    else at += 2 + Math.max(2, (bytes[at + 2]! << 8) | bytes[at + 3]!);
  }
  return null;
}
