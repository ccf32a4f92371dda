import { cleanCharacters } from '../../../shared/anchoring/clean-characters.ts';
import { decodeText } from './decode-text.ts';
import { detectLanguage } from './detect-language.ts';
import { composeFlowPage, type RawBlock } from './flow-page.ts';
import { parseDate } from './parse-date.ts';
import { parseNames } from './parse-names.ts';
import { type DocumentMetadata, emptyMetadata, type ParsedDocument } from './parsed-document.ts';

/** Lines up to this length, followed by lines about as long, were broken by hand and are joined. */
const WRAPPED_LINE = 100;

/** Reads a plain text: paragraphs are parted by empty lines, or are the lines themselves when the text was not wrapped by hand. */
export function importText(data: Uint8Array): ParsedDocument {
  const { text, warnings } = decodeText(data);
  const page = composeFlowPage(splitText(text));
  const metadata = emptyMetadata();
  readLabels(text, metadata);
  metadata.title ??= readTitle(page.text);
  metadata.language = detectLanguage([page.text]);
  return { format: 'text', mediaType: 'text/plain', metadata, pages: [page], warnings };
}

/** Lines at the top of a text that say what follows: «Título: …», «Author: …». */
const LABEL = /^\s*(t[íi]tulo|title|autor(?:es)?|authors?|fecha|date|editorial|publisher|url)\s*:\s*(\S.*)$/i;
const LABELLED_LINES = 25;

function readLabels(text: string, metadata: DocumentMetadata): void {
  for (const line of text.split(/\r\n?|\n/, LABELLED_LINES)) {
    const [, label = '', value = ''] = LABEL.exec(line) ?? [];
    const clean = cleanCharacters(value).trim().slice(0, 1000);
    if (/^t/i.test(label)) metadata.title ??= clean;
    else if (/^a/i.test(label)) metadata.authors.push(...parseNames(clean));
    else if (/^[fd]/i.test(label)) metadata.date ??= parseDate(clean);
    else if (/^[ep]/i.test(label)) metadata.publisher ??= clean;
    else if (/^u/i.test(label) && /^https?:/.test(clean)) metadata.url ??= clean;
  }
}

/** A short first paragraph that is no sentence is a title, when more follows it. */
function readTitle(text: string): string | null {
  const [first = '', second] = text.split('\n', 2);
  const isTitle = second !== undefined && first.length >= 4 && first.length <= 150 && !/[.,;:]$/.test(first);
  return isTitle && /\p{L}{3}/u.test(first) ? first : null;
}

function splitText(text: string): RawBlock[] {
  const blocks: RawBlock[] = [];
  for (const group of text.replace(/\r\n?|\u2028|\u0085/g, '\n').split(/\n[ \t]*\n|\f|\u2029/)) {
    const lines = group.split('\n').filter(line => line.trim() !== '');
    for (const paragraph of wasWrapped(lines) ? joinWrapped(lines) : lines.map(line => [line])) {
      blocks.push({ kind: 'paragraph', level: 0, lines: paragraph });
    }
  }
  return blocks;
}

/** Wrapped by hand: several lines, all short, and all but the last of similar length. */
function wasWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const longest = Math.max(...lines.map(line => line.length));
  if (longest > WRAPPED_LINE || longest < 40) return false;
  const full = lines.slice(0, -1).filter(line => line.length > 0.7 * longest).length;
  return full >= 0.6 * (lines.length - 1);
}

/** List marks and indents begin a new paragraph within a wrapped group. */
function joinWrapped(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [];
  for (const line of lines) {
    const begins = /^\s*(?:[-–—•*]\s|\(?(?:\d{1,3}|[a-z])[.)]\s)/.test(line) || /^(?:\t| {3,})\S/.test(line);
    if (begins || paragraphs.length === 0) paragraphs.push([line]);
    else paragraphs.at(-1)!.push(line);
  }
  return paragraphs;
}
