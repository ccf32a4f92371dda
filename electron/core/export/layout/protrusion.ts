/**
 * How far a sign hangs out of the measure, as a share of its width: at the left edge, at the right. The edge of a paragraph looks
 * straight when its small signs stand a little beyond it (Hàn Thế Thành, «Micro-typographic extensions», 2000).
 */
const PROTRUSIONS: Record<string, readonly [left: number, right: number]> = {
  '.': [0, 0.7],
  ',': [0, 0.6],
  ';': [0, 0.4],
  ':': [0, 0.5],
  '!': [0, 0.15],
  '?': [0, 0.15],
  ')': [0, 0.1],
  ']': [0, 0.1],
  '(': [0.1, 0],
  '[': [0.1, 0],
  '¿': [0.1, 0],
  '¡': [0.15, 0],
  '-': [0.3, 0.55],
  '\u2010': [0.3, 0.55],
  '–': [0.25, 0.25],
  '—': [0.2, 0.2],
  '«': [0.35, 0],
  '»': [0, 0.35],
  '‹': [0.35, 0],
  '›': [0, 0.35],
  '“': [0.5, 0],
  '”': [0, 0.5],
  '‘': [0.6, 0],
  '’': [0, 0.6],
  '"': [0.4, 0.4],
  "'": [0.5, 0.5],
};

/** The same by character code: every word of a dossier is asked for. */
const LAST_CODE = 0x2040;
const LEFT = new Float64Array(LAST_CODE);
const RIGHT = new Float64Array(LAST_CODE);
for (const [sign, [left, right]] of Object.entries(PROTRUSIONS)) {
  LEFT[sign.charCodeAt(0)] = left;
  RIGHT[sign.charCodeAt(0)] = right;
}

/** The share of a sign's width that hangs out where a line begins with it; `code` is UTF-16. */
export function leftProtrusion(code: number): number {
  return LEFT[code] ?? 0;
}

/** The share of a sign's width that hangs out where a line ends with it; `code` is UTF-16. */
export function rightProtrusion(code: number): number {
  return RIGHT[code] ?? 0;
}
