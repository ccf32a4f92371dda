import MarkdownIt from 'markdown-it';
import type { Paper, PaperBlock, Run } from './paper.ts';

const markdown = new MarkdownIt({ html: false, typographer: false });

type Token = ReturnType<typeof markdown.parse>[number];

/** Binds the digits of a number to each other and to their per cent sign, so that no line divides a figure. */
function bindFigures(text: string): string {
  return text.replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u00A0').replace(/(\d) (?=%)/g, '$1\u00A0');
}

function readRuns(inline: Token | undefined): Run[] {
  const runs: Run[] = [];
  let strong = false;
  let emphasis = false;
  for (const token of inline?.children ?? []) {
    if (token.type === 'strong_open' || token.type === 'strong_close') strong = token.nesting === 1;
    else if (token.type === 'em_open' || token.type === 'em_close') emphasis = token.nesting === 1;
    else if (token.type === 'softbreak') runs.push({ text: ' ', strong, emphasis });
    else if (token.content) runs.push({ text: bindFigures(token.content), strong, emphasis });
  }
  return runs;
}

function readTable(tokens: Token[], start: number): { block: PaperBlock; end: number } {
  const rows: Run[][][] = [];
  let at = start;
  for (; tokens[at] && tokens[at]?.type !== 'table_close'; at++) {
    if (tokens[at]?.type === 'tr_open') rows.push([]);
    if (tokens[at]?.type === 'inline') rows.at(-1)?.push(readRuns(tokens[at]));
  }
  return { block: { kind: 'table', rows }, end: at };
}

function readBlocks(source: string): PaperBlock[] {
  const tokens = markdown.parse(source, {});
  const blocks: PaperBlock[] = [];
  let label: string | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.type === 'list_item_open') label = token.info ? `${token.info}.` : '–';
    else if (token?.type === 'heading_open')
      blocks.push({ kind: 'heading', level: Number(token.tag.slice(1)), runs: readRuns(tokens[at + 1]) });
    else if (token?.type === 'paragraph_open') {
      const runs = readRuns(tokens[at + 1]);
      blocks.push(label === null ? { kind: 'paragraph', runs } : { kind: 'item', label, runs });
      label = null;
    } else if (token?.type === 'table_open') {
      const { block, end } = readTable(tokens, at);
      blocks.push(block);
      at = end;
    }
  }
  return blocks;
}

function readHeader(header: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of header.trim().split('\n')) {
    const colon = line.indexOf(':');
    fields.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  return fields;
}

/**
 * Reads a paper written as a header («name: value» lines), its front matter and its body in Markdown, the three
 * divided by lines of «====». `fileName` is the name of the document it becomes. Throws on a missing header field.
 */
export function readPaper(fileName: string, source: string): Paper {
  const [header = '', front = '', body = ''] = source.split(/^====$/m);
  const fields = readHeader(header);
  const field = (name: string): string => {
    const value = fields.get(name);
    if (value === undefined) throw new Error(`${fileName}: no ${name}`);
    return value;
  };
  return {
    fileName,
    title: field('title'),
    author: field('author'),
    issuer: field('issuer'),
    date: field('date'),
    place: field('place'),
    language: field('language') === 'en' ? 'en' : 'es',
    reference: field('reference'),
    keywords: field('keywords'),
    mark: field('mark'),
    notice: field('notice'),
    front: readBlocks(front),
    body: readBlocks(body),
  };
}
