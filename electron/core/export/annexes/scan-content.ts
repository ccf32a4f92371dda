/** One operator of a content stream with its operands: bytes `from`–`to`. */
export interface ContentOperator {
  name: string;
  from: number;
  to: number;
}

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([...'()<>[]{}/%'].map(sign => sign.charCodeAt(0)));
const [OPEN, CLOSE, BACKSLASH, LESS, GREATER, PERCENT, SLASH] = [...'()\\<>%/'].map(sign =>
  sign.charCodeAt(0),
) as [number, number, number, number, number, number, number];

/** Lists the operators of a content stream (ISO 32000-1, 7.8.2) in order; what is no operator at its end is left out. */
export function scanContent(bytes: Uint8Array): ContentOperator[] {
  const operators: ContentOperator[] = [];
  let at = 0;
  let from = -1;
  while (at < bytes.length) {
    const start = at;
    at = tokenEnd(bytes, start);
    if (isIgnored(bytes[start]!)) continue;
    if (from < 0) from = start;
    if (!isOperator(bytes, start, at)) continue;
    const name = Buffer.from(bytes.subarray(start, at)).toString('latin1');
    if (name === 'ID') at = imageEnd(bytes, at);
    operators.push({ name: name === 'ID' ? 'EI' : name, from, to: at });
    from = -1;
  }
  return operators;
}

/** A content stream without its marked-content operators (ISO 32000-1, 14.6), so that another file can mark it as a whole. */
export function stripMarkedContent(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let kept = 0;
  for (const { name, from, to } of scanContent(bytes)) {
    if (!MARKING.has(name)) continue;
    parts.push(bytes.subarray(kept, from));
    kept = to;
  }
  return parts.length ? Buffer.concat([...parts, bytes.subarray(kept)]) : bytes;
}

const MARKING = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP']);

/** How many graphics states a content stream leaves open (negative: closed too many). */
export function openStates(bytes: Uint8Array): number {
  let open = 0;
  for (const { name } of scanContent(bytes)) open += name === 'q' ? 1 : name === 'Q' ? -1 : 0;
  return open;
}

function isIgnored(byte: number): boolean {
  return SPACE.has(byte) || byte === PERCENT;
}

function tokenEnd(bytes: Uint8Array, start: number): number {
  const first = bytes[start]!;
  if (first === PERCENT) return lineEnd(bytes, start);
  if (first === OPEN) return stringEnd(bytes, start);
  if (first === LESS && bytes[start + 1] !== LESS) return hexEnd(bytes, start);
  if (first === LESS || (first === GREATER && bytes[start + 1] === GREATER)) return start + 2;
  if (SPACE.has(first) || (DELIMITER.has(first) && first !== SLASH)) return start + 1;
  let at = start + 1;
  while (at < bytes.length && !SPACE.has(bytes[at]!) && !DELIMITER.has(bytes[at]!)) at++;
  return at;
}

function lineEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
  return at;
}

function hexEnd(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(GREATER, start);
  return end < 0 ? bytes.length : end + 1;
}

function stringEnd(bytes: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at++;
    else if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return at + 1;
  }
  return bytes.length;
}

/** Operators are letters, with «*», «'» or «"»; numbers, names, true, false and null are operands. */
function isOperator(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from]!;
  const isLetter = (first >= 65 && first <= 90) || (first >= 97 && first <= 122);
  if (!isLetter && first !== 39 && first !== 34) return false;
  const word = to - from > 5 ? '' : Buffer.from(bytes.subarray(from, to)).toString('latin1');
  return word !== 'true' && word !== 'false' && word !== 'null';
}

/** The end of an inline image's data: «EI» between white space, with nothing but text after it. */
function imageEnd(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; at + 2 < bytes.length + 1; at++) {
    const isEnd = bytes[at] === 69 && bytes[at + 1] === 73 && SPACE.has(bytes[at - 1]!);
    if (!isEnd) continue;
    const after = bytes.subarray(at + 2, at + 22);
    if (after.length && !SPACE.has(after[0]!)) continue;
    if (after.every(byte => SPACE.has(byte) || (byte >= 32 && byte < 127))) return at + 2;
  }
  return bytes.length;
}
