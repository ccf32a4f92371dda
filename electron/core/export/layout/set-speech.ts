import type { Word } from './break-items.ts';
import { setLines } from './set-paragraph.ts';
import type { TextStyle } from './text-style.ts';
import { type Anchor, type Box, packColumn, stackLines, type VerticalItem } from './vertical-list.ts';

interface Speech {
  /** Words of each stretch between line breaks. */
  paragraphs: Word[][];
  language: string;
  style: TextStyle;
  align: TextStyle['align'];
  x: number;
  width: number;
}

/**
 * Sets a paragraph that is read aloud as one box: where it does not fit a page, it is divided between sentences, so that
 * nobody turns the page within one. Only a sentence longer than a page is divided between lines.
 */
export function setSpeech(speech: Speech): VerticalItem[] {
  return speech.paragraphs.some(words => words.length) ? [makeSpeechBox(speech, false)] : [];
}

function makeSpeechBox(speech: Speech, goesOn: boolean): Box {
  const { box } = packColumn(setSpeechLines(speech, goesOn), 0, 0);
  const own = { ops: box.ops.length, anchors: new Set(box.anchors) };
  box.split = rememberLast(room => {
    const parts = splitSpeech(speech, goesOn, room) ?? splitLines(speech, goesOn, room);
    if (parts) keepAdded(box, own, parts[0]);
    return parts;
  });
  return box;
}

/** A page asks twice for the same room, and so does every layout of a preview in which nothing above has moved. */
function rememberLast(split: NonNullable<Box['split']>): NonNullable<Box['split']> {
  let last: { room: number; parts: [Box, Box] | null } | null = null;
  return room => {
    if (last?.room !== room) last = { room, parts: split(room) };
    return last.parts;
  };
}

/** What others have added to a paragraph's box (the label before it, the places of links) stays with its first part. */
function keepAdded(box: Box, own: { ops: number; anchors: Set<Anchor> }, first: Box): void {
  first.ops.unshift(...box.ops.slice(0, box.ops.length - own.ops));
  first.anchors.push(...box.anchors.filter(anchor => !own.anchors.has(anchor)));
}

/** `goesOn`: the paragraph continues on the next page, so a space ends it for those who copy it. */
function setSpeechLines(
  { paragraphs, language, style, align, x, width }: Speech,
  goesOn: boolean,
): VerticalItem[] {
  const lines = setLines(paragraphs, width, align, style.hyphenate, false, language);
  const last = lines.at(-1);
  if (last && goesOn) last.endsInSpace = true;
  return stackLines(lines, x, style.leading);
}

/** Divides after as many sentences as have room; null when not even the first has. */
function splitSpeech(speech: Speech, goesOn: boolean, room: number): [Box, Box] | null {
  const ends = sentenceEnds(speech.paragraphs);
  let best: [Box, Speech] | null = null;
  for (let low = 0, high = ends.length - 1; low <= high; ) {
    const middle = (low + high) >> 1;
    const [above, below] = divideWords(speech, ends[middle]!);
    const first = makeSpeechBox(above, true);
    if (first.height <= room) {
      best = [first, below];
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return best && [best[0], makeSpeechBox(best[1], goesOn)];
}

function splitLines(speech: Speech, goesOn: boolean, room: number): [Box, Box] | null {
  const items = setSpeechLines(speech, goesOn);
  const boxes = items.filter(item => item.kind === 'box');
  const count = Math.floor((room + 0.01) / speech.style.leading);
  if (count < 1 || count >= boxes.length) return null;
  return [packColumn(boxes.slice(0, count), 0, 0).box, packRest(boxes.slice(count))];
}

/** Lines that are left over, which may have to be divided again. */
function packRest(boxes: Box[]): Box {
  const { box } = packColumn(boxes, 0, 0);
  box.split = room => {
    let count = 0;
    let height = 0;
    while (count < boxes.length && height + boxes[count]!.height <= room + 0.01)
      height += boxes[count++]!.height;
    if (count < 1 || count >= boxes.length) return null;
    return [packColumn(boxes.slice(0, count), 0, 0).box, packRest(boxes.slice(count))];
  };
  return box;
}

/** The place after a sentence: stretch, and number of its words that stand before. */
interface SentenceEnd {
  stretch: number;
  words: number;
}

const ENDS = /[.!?…]["»”’)\]]*$/u;
const BEGINS = /^["«“‘([¿¡—–]*(?:\p{Lu}|\d)/u;
/** «Sr.», «EE.», «n.º», «art.», «J.»: a stop that ends no sentence. */
const ABBREVIATION =
  /^[(«“"]*(?:\p{Lu}\p{L}{0,3}|\p{L}|arts?|págs?|núms?|p\.\s?ej|etc|vols?|caps?|incs?|docs?)\.$/u;
const SHORT_WORD = /^(?:Sí|No|Ya|Yo|Tú|Él)\.$/u;

function sentenceEnds(paragraphs: Word[][]): SentenceEnd[] {
  return paragraphs.flatMap((words, stretch) => {
    const ends: SentenceEnd[] = [];
    for (let i = 1; i < words.length; i++) {
      if (endsSentence(textOf(words[i - 1]!), textOf(words[i]!))) ends.push({ stretch, words: i });
    }
    if (words.length && paragraphs.slice(0, stretch).some(above => above.length))
      ends.unshift({ stretch, words: 0 });
    return ends;
  });
}

function textOf(word: Word): string {
  return word.map(piece => (piece.note ? '' : piece.text)).join('');
}

function endsSentence(word: string, next: string): boolean {
  if (!ENDS.test(word) || !BEGINS.test(next)) return false;
  return !ABBREVIATION.test(word) || SHORT_WORD.test(word);
}

function divideWords(speech: Speech, { stretch, words }: SentenceEnd): [Speech, Speech] {
  const { paragraphs } = speech;
  const above = [...paragraphs.slice(0, stretch), paragraphs[stretch]!.slice(0, words)];
  const below = [paragraphs[stretch]!.slice(words), ...paragraphs.slice(stretch + 1)];
  return [
    { ...speech, paragraphs: above },
    { ...speech, paragraphs: below },
  ];
}
