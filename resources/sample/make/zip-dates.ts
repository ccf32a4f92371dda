const END_OF_DIRECTORY = 0x06054b50;

/** A date as ZIP keeps it (APPNOTE 4.4.6): noon of the day, years counted from 1980. */
function encodeDate(isoDay: string): number {
  const [year = 1980, month = 1, day = 1] = isoDay.split('-').map(Number);
  return ((((year - 1980) << 9) | (month << 5) | day) << 16) | (12 << 11);
}

/** Gives every entry of a ZIP file the same date (ISO 8601 day), in its local header and in the central directory. */
export function fixZipDates(bytes: Uint8Array, isoDay: string): Uint8Array {
  const fixed = Uint8Array.from(bytes);
  const view = new DataView(fixed.buffer);
  const date = encodeDate(isoDay);
  let end = fixed.length - 22;
  while (view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  const count = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    view.setInt32(entry + 12, date, true);
    view.setInt32(view.getUint32(entry + 42, true) + 10, date, true);
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true);
  }
  return fixed;
}
