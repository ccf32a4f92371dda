import type { Block, Inline, TableBlock, TableCell } from '../../../../shared/document/content.ts';
import { excerptLocator } from './build-quote.ts';
import { bodyText, plain } from './build-text.ts';
import { type DocumentContext, findEntry, type PrintedQuote, say } from './document-context.ts';
import { formatShortDate } from './format-edtf.ts';
import { citationText } from './label-sources.ts';

/** Letters of a quote's beginning in the report, and of a file's hash. */
const QUOTE_LENGTH = 90;
const HASH_LENGTH = 12;

/** The verification report: how many quotes stand, and a table of every one with its source, page, state, date and file. */
export function buildVerification(context: DocumentContext): Block[] {
  if (!context.quotes.length) return [bodyText(say(context, 'page.verification.none'))];
  const count = (state: string) => context.quotes.filter(quote => stateOf(quote) === state).length;
  const summary = say(context, 'page.verification.summary', {
    count: context.quotes.length,
    date: formatShortDate(context.snapshot.dossier.updatedAt, context.language),
    exact: count('exact'),
    moved: count('moved'),
    changed: count('changed'),
    missing: count('missing'),
  });
  return [bodyText(summary), reportTable(context)];
}

function reportTable(context: DocumentContext): TableBlock {
  const heads = ['number', 'quote', 'source', 'page', 'state', 'file'] as const;
  return {
    kind: 'table',
    caption: null,
    head: [heads.map(head => cell([plain(say(context, `page.verification.column.${head}`))]))],
    rows: context.quotes.map((quote, index) => reportRow(context, quote, index + 1)),
  };
}

function reportRow(context: DocumentContext, quote: PrintedQuote, number: number): TableCell[] {
  const { excerpt } = quote;
  const source = excerpt && context.snapshot.sources[excerpt.sourceId];
  const state = plain(say(context, `page.verification.state.${stateOf(quote)}`), {
    marks: stateOf(quote) === 'exact' ? undefined : { strong: true },
  });
  if (!excerpt || !source) {
    const gone = plain(say(context, 'page.verification.gone'));
    return [
      header(plain(String(number), { link: { kind: 'anchor', id: quote.id } })),
      cell([gone]),
      cell([]),
      cell([]),
      cell([state]),
      cell([]),
    ];
  }
  const label = citationText(context.labels.get(source.id)!, null).slice(1, -1);
  const entry = findEntry(context, source);
  const link = entry === null ? undefined : ({ kind: 'anchor', id: entry } as const);
  return [
    header(plain(String(number), { link: { kind: 'anchor', id: quote.id } })),
    cell([plain(beginning(excerpt.exact), { language: excerpt.language ?? source.language ?? undefined })]),
    cell([plain(label, { link })]),
    cell([plain(excerptLocator(context, excerpt, source) ?? '–')]),
    cell([state]),
    cell([plain(source.sha256.slice(0, HASH_LENGTH))]),
  ];
}

function stateOf({ excerpt }: PrintedQuote): 'exact' | 'moved' | 'changed' | 'missing' {
  return excerpt?.verification.status ?? 'missing';
}

/** The first words of a quote, with «…» where it goes on. */
export function beginning(text: string): string {
  if (text.length <= QUOTE_LENGTH) return text;
  const cut = text.slice(0, QUOTE_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), QUOTE_LENGTH / 2))}…`;
}

function cell(inlines: Inline[]): TableCell {
  return { blocks: inlines.length ? [{ kind: 'paragraph', role: 'body', inlines, marking: null }] : [] };
}

function header(inline: Inline): TableCell {
  return { ...cell([inline]), header: true };
}
