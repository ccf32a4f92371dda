/** Primaries (as seen under D50, ICC.1:2001, 6.1.1) of a space wider than sRGB, and the white of the profile connection space. */
const PRIMARIES = {
  wtpt: [0.9642, 1, 0.8249],
  rXYZ: [0.5151, 0.2412, -0.0011],
  gXYZ: [0.292, 0.6922, 0.0419],
  bXYZ: [0.1571, 0.0666, 0.7841],
} as const;
const GAMMA = 2.2;

/** A small ICC profile (version 2, matrix and gamma) with the primaries of Display P3: what cameras of telephones write. */
export function makeColourProfile(): Uint8Array {
  const curve = typed('curv', Buffer.from([0, 0, 0, 1, ...sixteen(GAMMA * 256)]));
  const tags: [string, Buffer][] = [
    ['desc', describe('Valija sample P3')],
    ['cprt', typed('text', Buffer.from('No rights reserved\0', 'latin1'))],
    ...Object.entries(PRIMARIES).map(([name, xyz]): [string, Buffer] => [name, typed('XYZ ', fixed(xyz))]),
    ...['rTRC', 'gTRC', 'bTRC'].map((name): [string, Buffer] => [name, curve]),
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  let at = 128 + table.length;
  for (const [index, [name, data]] of tags.entries()) {
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(at, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
    at += data.length;
  }
  return Buffer.concat([header(at), table, ...tags.map(([, data]) => data)]);
}

function header(size: number): Buffer {
  const head = Buffer.alloc(128);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(0x02400000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  for (const [index, part] of [2018, 10, 5].entries()) head.writeUInt16BE(part, 24 + index * 2);
  head.write('acsp', 36, 'latin1');
  fixed(PRIMARIES.wtpt).copy(head, 68);
  return head;
}

/** A tag's data: its type, four zeros, its bytes, filled up to a multiple of four. */
function typed(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), data]);
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}

/** textDescriptionType (ICC.1:2001, 6.5.17), without its Unicode and Macintosh forms. */
function describe(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length + 1, 0);
  return typed('desc', Buffer.concat([length, Buffer.from(`${text}\0`, 'latin1'), Buffer.alloc(78)]));
}

function fixed(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeInt32BE(Math.round(value * 65536), index * 4);
  return bytes;
}

function sixteen(value: number): [number, number] {
  const whole = Math.round(value);
  return [whole >> 8, whole & 255];
}
