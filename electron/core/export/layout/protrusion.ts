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

/** The share of a sign's width that hangs out where a line begins with it. */
export function leftProtrusion(sign: string): number {
  return PROTRUSIONS[sign]?.[0] ?? 0;
}

/** The share of a sign's width that hangs out where a line ends with it. */
export function rightProtrusion(sign: string): number {
  return PROTRUSIONS[sign]?.[1] ?? 0;
}
