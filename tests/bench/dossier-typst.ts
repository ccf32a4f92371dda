import type { Block, Inline, TableCell } from '../../shared/document/content.ts';
import type { ContentDocument, ContentPart } from '../../shared/document/content-document.ts';

/** A dossier as a Typst document with the same words, notes at the foot, repeated table heads, contents and banner. */
export function writeTypst(content: ContentDocument): string {
  const banner = literal(content.banner?.text.toLocaleUpperCase('es') ?? '');
  return `#set document(title: ${literal(content.title)}, author: ${literal(content.author)})
#set page(paper: "a4", margin: 27mm, header: align(center, ${banner}), footer: context align(center)[#${banner} #counter(page).display("1 / 1", both: true)])
#set text(font: "Source Serif 4", size: 10.5pt, lang: "es")
#set par(justify: true)
#set heading(numbering: none)
#show heading.where(level: 1): it => { pagebreak(weak: true); it }
#show table.cell.where(y: 0): strong
#show figure: set block(breakable: true)
#set table(stroke: (bottom: 0.5pt + gray))
#title()
#outline(title: ${literal(content.contentsTitle ?? '')}, depth: 2)
${content.parts.map(writePart).join('\n')}
`;
}

function writePart(part: ContentPart): string {
  const title = `${part.number ? `${part.number} ` : ''}${part.title}`;
  return `#heading(level: 1, ${literal(title)})\n${part.blocks.map(writeBlock).join('\n')}`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `#heading(level: ${block.level})[${writeInlines(block.inlines)}]`;
    case 'paragraph':
      return `\n${writeInlines(block.inlines)}\n`;
    case 'quote':
      return `#quote(block: true)[${writeInlines(block.inlines)}\n\n${writeInlines(block.citation)}]`;
    case 'bibliographyEntry':
      return `\n${writeInlines(block.inlines)} #link(${literal(block.url ?? 'https://example.org')})[#${literal(block.url ?? '')}] <${block.id}>\n`;
    case 'table': {
      const columns = block.head[0]?.length ?? 1;
      const cells = [`table.header(${writeCells(block.head.flat())})`, writeCells(block.rows.flat())];
      const caption = block.caption ? `, caption: [${writeInlines(block.caption)}]` : '';
      return `#figure(kind: table${caption}, table(columns: ${columns}, align: left, ${cells.join(', ')}))`;
    }
    default:
      throw new Error(`a dossier made by rule has no ${block.kind}`);
  }
}

function writeCells(cells: readonly TableCell[]): string {
  return cells.map(cell => `[${cell.blocks.map(writeBlock).join('')}]`).join(', ');
}

function writeInlines(inlines: readonly Inline[]): string {
  return inlines.map(writeInline).join('');
}

function writeInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text': {
      const { strong, em } = inline.marks ?? {};
      const words = `#${literal(inline.text)};`;
      return strong ? `#strong[${words}]` : em ? `#emph[${words}]` : words;
    }
    case 'citation':
      return inline.targetId
        ? `#link(<${inline.targetId}>)[#${literal(inline.text)};]`
        : `#${literal(inline.text)};`;
    case 'footnote':
      return `#footnote[${writeInlines(inline.content)}]`;
    case 'reference':
      return `#${literal(inline.text)};`;
    case 'lineBreak':
      return '#linebreak()';
  }
}

/** A string of Typst's code; in markup it stands after «#» and ends with «;», so that what follows is not taken for a call. */
function literal(value: string): string {
  return `"${value.replace(/["\\]/g, sign => `\\${sign}`)}"`;
}
