/** A stretch of a text; `rightToLeft` where it is written so. */
export interface DirectedText {
  text: string;
  rightToLeft: boolean;
}

const LANGUAGES = /^(?:ar|arc|az-arab|ckb|dv|fa|he|ku-arab|nqo|pa-arab|ps|sd|syr|ug|ur|yi)\b/i;

/** Whether a language is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return LANGUAGES.test(language);
}

/** Where letters written from right to left lie in Unicode. */
const ANY = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]/u;

/** Whether a text has anything that may be written from right to left. */
export function mayTurn(text: string): boolean {
  return ANY.test(text);
}

const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
const BRACKETS: Record<string, string> = { '(': ')', '[': ']', '{': '}', '«': '»', '“': '”', '‹': '›' };
const OPENING = Object.fromEntries(Object.entries(BRACKETS).map(([open, close]) => [close, open]));

/** Whether a text is written from right to left throughout and begins so. */
export function isAllRightToLeft(text: string): boolean {
  const [first, ...others] = findStretches(text);
  if (!first || others.length) return false;
  const around = text.slice(0, first[0]) + text.slice(first[1]);
  return !LETTER.test(around) && !/\p{N}/u.test(text.slice(0, first[0]));
}

/**
 * Where names and passages written from right to left stand in a text of the other direction: each from its first letter to its
 * last, with what is between and brackets that belong to it. Each is read apart from what is around, as an isolate (UAX #9,
 * 2.4.2), so that a number or a comma after a name stays after it.
 */
export function findStretches(text: string): [from: number, to: number][] {
  if (!mayTurn(text)) return [];
  const stretches: [number, number][] = [];
  let open: [number, number] | null = null;
  let at = 0;
  for (const character of text) {
    const next = at + character.length;
    if (LETTER.test(character)) {
      const turned = mayTurn(character);
      if (!turned && open) stretches.push(open);
      if (turned) open = [open?.[0] ?? at, next];
      else open = null;
    } else if (open?.[1] === at && MARK.test(character)) open[1] = next;
    at = next;
  }
  if (open) stretches.push(open);
  return stretches.map(stretch => balance(text, stretch));
}

/** Takes in the brackets whose partners are inside. */
function balance(text: string, [from, to]: [number, number]): [number, number] {
  const open: string[] = [];
  const closed: string[] = [];
  for (const character of text.slice(from, to)) {
    if (BRACKETS[character]) open.push(character);
    else if (OPENING[character] && open.at(-1) === OPENING[character]) open.pop();
    else if (OPENING[character]) closed.push(character);
  }
  let [start, end] = [from, to];
  for (; open.length && text[end] === BRACKETS[open.at(-1)!]; end++) open.pop();
  for (; closed.length && text[start - 1] === OPENING[closed[0]!]; start--) closed.shift();
  return [start, end];
}

/** Parts a text into stretches of one direction; all of it as one where nothing turns. */
export function splitByDirection(text: string): DirectedText[] {
  const parts: DirectedText[] = [];
  let end = 0;
  for (const [from, to] of findStretches(text)) {
    if (from > end) parts.push({ text: text.slice(end, from), rightToLeft: false });
    parts.push({ text: text.slice(from, to), rightToLeft: true });
    end = to;
  }
  if (end < text.length) parts.push({ text: text.slice(end), rightToLeft: false });
  return parts;
}
