import type { TextInline, TextMarks } from '../../../shared/document/content.ts';
import { isSafeLink } from '../../../shared/document/marks.ts';
import { revealMarkup } from './protect-markup.ts';

/** What the processor's tags set; any other tag sets nothing. */
const TAGS: Record<string, TextMarks> = {
  i: { em: true },
  em: { em: true },
  b: { strong: true },
  strong: { strong: true },
  sup: { superscript: true },
  'span style="font-variant:small-caps;"': { smallCaps: true },
  'span style="font-style:normal;"': { em: false },
  'span style="font-weight:normal;"': { strong: false },
  'span style="font-variant:normal;"': { smallCaps: false },
  'span style="text-decoration:underline;"': { underline: true },
};

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Addresses as they are printed; what ends a sentence or closes a bracket is none of theirs. */
const ADDRESS = /https?:\/\/[^\s<>«»"“”]+[^\s<>«»"“”.,;:!?)\]]/g;

/**
 * The processor's HTML as runs of text: italics, bold, small capitals, underline and raised figures; everything else is plain
 * text. Parts that it sets apart (a number and its entry) get a blank between them. Addresses lead where they say.
 */
export function parseCitationHtml(html: string): TextInline[] {
  const runs: TextInline[] = [];
  const open: { name: string; marks: TextMarks }[] = [];
  for (const [token] of html.matchAll(/<[^<>]*>|[^<]+|</g)) {
    if (/^<.+>$/s.test(token)) readTag(token.slice(1, -1), open, runs);
    else addRun(runs, decode(token), Object.assign({}, ...open.map(({ marks }) => marks)));
  }
  return trimEnds(runs).flatMap(linkAddresses);
}

/** The letters of runs. */
export function textOf(runs: readonly TextInline[]): string {
  return runs.map(({ text }) => text).join('');
}

function readTag(tag: string, open: { name: string; marks: TextMarks }[], runs: TextInline[]): void {
  const name = /^\/?\s*([a-z]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
  if (name === 'div' && textOf(runs)) addRun(runs, ' ', {});
  if (tag.endsWith('/')) return;
  if (!tag.startsWith('/')) {
    open.push({ name, marks: TAGS[tag] ?? {} });
    return;
  }
  const at = open.findLastIndex(each => each.name === name);
  if (at >= 0) open.splice(at);
}

function addRun(runs: TextInline[], text: string, wanted: TextMarks): void {
  const set = Object.entries(wanted).filter(([, isOn]) => isOn);
  const marks: TextMarks | undefined = set.length ? Object.fromEntries(set) : undefined;
  const last = runs.at(-1);
  const inWords = last?.text.endsWith(' ') ? text.replace(/^ +/, '') : text;
  if (!inWords) return;
  if (last && JSON.stringify(last.marks) === JSON.stringify(marks)) last.text += inWords;
  else runs.push({ kind: 'text', text: inWords, ...(marks && { marks }) });
}

/** Lines do not break in a citation: every blank of the source is one. */
function decode(text: string): string {
  const plain = text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[String(name)] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return revealMarkup(plain)
    .replace(/[\s\p{Cc}]+/gu, withoutLines)
    .toWellFormed();
}

function withoutLines(blank: string): string {
  return /[\n\r\t\p{Cc}]/u.test(blank) ? ' ' : blank;
}

function trimEnds(runs: TextInline[]): TextInline[] {
  const trimmed = runs.map((run, index) => {
    const start = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === runs.length - 1 ? start.trimEnd() : start };
  });
  return trimmed.filter(({ text }) => text !== '');
}

function linkAddresses(run: TextInline): TextInline[] {
  const pieces: TextInline[] = [];
  let from = 0;
  for (const match of run.text.matchAll(ADDRESS)) {
    const [href] = match;
    if (!isSafeLink(href)) continue;
    if (match.index > from) pieces.push({ ...run, text: run.text.slice(from, match.index) });
    pieces.push({ ...run, text: href, link: { kind: 'url', href } });
    from = match.index + href.length;
  }
  if (from === 0) return [run];
  return from < run.text.length ? [...pieces, { ...run, text: run.text.slice(from) }] : pieces;
}
