import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import { decodeText } from './decode-text.ts';
import { detectLanguage, parseLanguage } from './detect-language.ts';
import { composeFlowPage } from './flow-page.ts';
import { checkHtmlBounds } from './html/check-bounds.ts';
import { type DomNode, readBlocks } from './html/read-blocks.ts';
import { parseDate } from './parse-date.ts';
import { parseNames } from './parse-names.ts';
import { type DocumentMetadata, emptyMetadata, type ParsedDocument } from './parsed-document.ts';

/** Reads Markdown (CommonMark with tables) and its front matter: title, author(s), date, lang, publisher, url. */
export function importMarkdown(data: Uint8Array): ParsedDocument {
  const { text, warnings } = decodeText(data);
  const { fields, body } = splitFrontMatter(text.replace(/\r\n?/g, '\n'));
  const html = new MarkdownIt({ html: false, linkify: false, maxNesting: 60 }).render(body);
  checkHtmlBounds(html);
  const { document } = parseHTML(`<!DOCTYPE html><html><head></head><body>${html}</body></html>`);
  const blocks = readBlocks(document.body as unknown as DomNode);
  const page = composeFlowPage(blocks);
  const metadata = readFields(fields);
  metadata.title ??=
    blocks.find(block => block.kind === 'heading' && block.level === 1)?.lines[0]?.trim() ?? null;
  metadata.language ??= detectLanguage([page.text]);
  return { format: 'markdown', mediaType: 'text/markdown', metadata, pages: [page], warnings };
}

/** Front matter is a YAML mapping between two lines of dashes; of YAML, scalars and lists of scalars are read. */
function splitFrontMatter(text: string): { fields: Map<string, string[]>; body: string } {
  const fields = new Map<string, string[]>();
  const match = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { fields, body: text };
  let key = '';
  for (const line of match[1]!.split('\n')) {
    const pair = /^([\w-]+)\s*:\s*(.*)$/.exec(line);
    const item = /^\s*-\s+(.*)$/.exec(line);
    if (pair) {
      key = pair[1]!.toLowerCase();
      fields.set(key, readScalars(pair[2]!));
    } else if (item && key) fields.get(key)!.push(...readScalars(item[1]!));
  }
  return { fields, body: text.slice(match[0].length) };
}

function readScalars(value: string): string[] {
  const list = /^\[(.*)\]$/.exec(value.trim());
  const parts = list ? list[1]!.split(',') : [value];
  return parts.map(part => part.trim().replace(/^(["'])(.*)\1$/, '$2')).filter(part => part !== '');
}

function readFields(fields: ReadonlyMap<string, string[]>): DocumentMetadata {
  const value = emptyMetadata();
  const first = (...names: string[]) => names.map(name => fields.get(name)?.[0]).find(Boolean) ?? null;
  value.title = first('title', 'titulo', 'título');
  value.authors = ['author', 'authors', 'autor', 'autores']
    .flatMap(name => fields.get(name) ?? [])
    .flatMap(parseNames);
  value.date = parseDate(first('date', 'fecha') ?? '');
  value.publisher = first('publisher', 'editorial');
  value.url = first('url', 'source');
  value.language = parseLanguage(first('lang', 'language', 'idioma') ?? '');
  return value;
}
