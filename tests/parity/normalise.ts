const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const time = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;
/** 24 bytes in base64url. */
const token = /^[\w-]{32}$/;
/** A PDF holds its dossier's time and an encrypted copy its own salt, so that length and hash differ between two runs. */
const unlike = new Set(['byteLength', 'sha256']);

/** Gives a value whose ids, times, tokens and folders are names by order of appearance, so that two runs can be compared. */
export function createNormaliser(folder: string): (value: unknown) => unknown {
  const ids = new Map<string, string>();
  const nameId = (id: string) => {
    const name = ids.get(id) ?? `id-${ids.size + 1}`;
    ids.set(id, name);
    return name;
  };
  const text = (value: string) =>
    value.replaceAll(uuid, nameId).replaceAll(time, 'time').replaceAll(folder, '<folder>');
  const normalise = (value: unknown, key = ''): unknown => {
    if (value instanceof Uint8Array) return describeBytes(value);
    if (typeof value === 'string')
      return token.test(value) && (key === 'file' || key === 'folder') ? 'token' : text(value);
    if (Array.isArray(value)) return value.map(item => normalise(item));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    const written =
      'standards' in value || 'issuedAt' in value || ('kind' in value && value.kind === 'backup');
    return Object.fromEntries(
      entries.map(([name, item]) => [text(name), written && unlike.has(name) ? name : normalise(item, name)]),
    );
  };
  return value => normalise(value);
}

function describeBytes(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
  if (head.startsWith('%PDF')) return head;
  return `${bytes.constructor === Buffer ? 'Uint8Array' : bytes.constructor.name} ${Buffer.from(bytes).toString('base64')}`;
}
