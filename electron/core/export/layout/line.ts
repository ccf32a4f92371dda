import type { HexColor } from '../../../../shared/document/content.ts';
import type { Face, ShapedText } from './face.ts';
import type { StructNode } from './structure.ts';

/** A run of text without spaces in one face, size, colour and structure element. */
export interface Piece {
  face: Face;
  size: number;
  text: string;
  /** Points above the baseline. */
  rise: number;
  color: HexColor;
  underline: boolean;
  /** null: an artifact, read by nobody. */
  node: StructNode | null;
  language: string;
  /** Its level (UAX #9), odd from right to left, and that of the space after it; 0 when absent. */
  level?: number;
  spaceLevel?: number;
  /** What `shapePiece` remembers. */
  shaped?: ShapedText;
  /** The character meant where `text` is the replacement «□». */
  original?: string;
  /** The note called here. */
  note?: Note;
  /** The name that the index lists as standing here. */
  indexEntry?: string;
}

/** The text of a note, ready for the foot of a page or its margin. Height in points. */
export interface Note {
  node: StructNode | null;
  /** Where links to the note lead; absent where it is an artifact. */
  id?: string;
  /** Where the link back from the note leads. */
  callId?: string;
  /** Stands in the margin beside its line. */
  inMargin?: boolean;
  lines: Line[];
  leading: number;
}

/** Part of a line: the glyphs of (part of) a piece, or the space after it (`shaped` null). */
export interface Segment {
  piece: Piece;
  shaped: ShapedText | null;
  /** Ends with a hyphen printed only because the line breaks here. */
  hyphen: boolean;
}

/** One set line. `width` is its natural width; `spaceExtra` is added to each space, both in points. */
export interface Line {
  segments: Segment[];
  width: number;
  spaceExtra: number;
  /** From the left edge of the measure, in points. */
  indent: number;
  /** Whether the paragraph goes on after a space: the space is then painted, so that copied text keeps it. */
  endsInSpace: boolean;
  notes: Note[];
  /** The segments from left to right, by index, where that is not the order of reading. */
  order?: readonly number[];
  /** Names for the index that begin on the line. */
  indexEntries?: string[];
}
