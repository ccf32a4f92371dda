/** Colour spaces of device profiles by their number of components. */
const SPACES: Partial<Record<number, string>> = { 1: 'GRAY', 3: 'RGB ' };
/** Classes that PDF/A-2 allows for colour spaces (ISO 19005-2, 6.2.4.2). */
const CLASSES = ['prtr', 'mntr', 'scnr', 'spac'];
const HEADER = 128;

/**
 * Whether a profile may stand in a PDF/A-2 file as the colour space of a picture of `components` (1 or 3): its length, signature,
 * class, colour space and version (up to 4) hold, its table of tags lies within it, and it has the tags that readers need.
 */
export function isSoundProfile(profile: Uint8Array, components: number): boolean {
  const data = Buffer.from(profile.buffer, profile.byteOffset, profile.length);
  if (data.length < HEADER + 4 || data.readUInt32BE(0) !== data.length) return false;
  const text = (at: number) => data.toString('latin1', at, at + 4);
  const major = data[8]!;
  const heads = text(36) === 'acsp' && CLASSES.includes(text(12)) && text(16) === SPACES[components];
  if (!heads || major < 2 || major > 4 || !['XYZ ', 'Lab '].includes(text(20))) return false;
  const tags = listTags(data);
  return tags !== null && hasNeededTags(tags, components);
}

function listTags(data: Buffer): Set<string> | null {
  const count = data.readUInt32BE(HEADER);
  const end = HEADER + 4 + count * 12;
  if (count > 200 || end > data.length) return null;
  const tags = new Set<string>();
  for (let at = HEADER + 4; at < end; at += 12) {
    const from = data.readUInt32BE(at + 4);
    const size = data.readUInt32BE(at + 8);
    if (from < end || size < 8 || from + size > data.length) return null;
    tags.add(data.toString('latin1', at, at + 4));
  }
  return tags;
}

function hasNeededTags(tags: Set<string>, components: number): boolean {
  if (tags.has('A2B0')) return true;
  const needed = components === 1 ? ['kTRC'] : ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'];
  return ['wtpt', ...needed].every(tag => tags.has(tag));
}
